import { isArray, isObject, type Json } from '../asl/json.ts';
import { own } from '../own.ts';
import { textList } from './statement.ts';

/**
 * Who may assume a role besides Step Functions, from its trust policy: `lambda.amazonaws.com`, an account, or what the
 * document says instead. Intrinsic functions are resolved.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function otherPrincipals(trust: Json | undefined): readonly string[] {
  const statements = isObject(trust) ? own(trust, 'Statement') : undefined;
  const all = isArray(statements) ? statements : [statements];
  const named = all.flatMap((statement) => {
    if (!isObject(statement) || own(statement, 'Effect') !== 'Allow') return [];
    return principalsIn(own(statement, 'Principal'));
  });
  return [...new Set(named)].filter((name) => !STEP_FUNCTIONS.test(name));
}

/** The regional form is allowed as well: https://docs.aws.amazon.com/general/latest/gr/aws-service-principals.html */
const STEP_FUNCTIONS = /^states(?:\.(?:[a-z0-9-]+|\$\{[^}]*\}))?\.(?:amazonaws\.com(?:\.cn)?|\$\{AWS::URLSuffix\})$/;

function principalsIn(principal: Json | undefined): readonly string[] {
  if (typeof principal === 'string') return [principal];
  if (!isObject(principal)) return [];
  return Object.values(principal).flatMap((names) => textList(names) ?? []);
}
