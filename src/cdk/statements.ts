import { Token } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { isObject, type Json } from '../asl/json.ts';
import { reference } from '../formats/cloudformation.ts';
import { shortened } from '../formats/shorten.ts';
import { splitAtPlaceholders } from '../iam/text.ts';
import type { Statement } from '../policy/policy.ts';
import type { Placeholders } from '../template/placeholder.ts';
import type { FittedMachine } from './fitted.ts';

type Fitted = Extract<FittedMachine, { kind: 'fitted' }>;

/** A policy as the CDK has it. */
export interface CdkStatements {
  readonly statements: readonly PolicyStatement[];
  /** Those that name the state machine itself, which must exist before them. */
  readonly ofItself: readonly PolicyStatement[];
}

/**
 * The statements of a policy, with tokens for what only the deployment knows. A role that needs nothing gets none: the Deny
 * that is its policy elsewhere would also count for whoever shares the role.
 */
export function cdkStatements({ machine: { logicalId }, fit: { policy }, placeholders }: Fitted): CdkStatements {
  const template = { placeholders, role: undefined, isRoleGenerated: false };
  const named = { label: logicalId, name: logicalId, policies: [policy], isSplit: false, template };
  const all = shortened(named).policies.flatMap(({ Statement }) =>
    Statement.filter(({ Effect }) => Effect === 'Allow').flatMap((statement) =>
      parted(statement, (text) => names(text, logicalId, placeholders)),
    ),
  );
  const written = (isOfItself: boolean) =>
    all.flatMap((part) => (part.isOfItself === isOfItself ? [statementOf(part.statement, placeholders)] : []));
  return { statements: written(false), ofItself: written(true) };
}

interface Part {
  readonly statement: Statement;
  readonly isOfItself: boolean;
}

/** The statement for the resources that are the state machine's own, and for all others. */
function parted(statement: Statement, isOwn: (text: string) => boolean): readonly Part[] {
  const texts = Object.values(statement.Condition ?? {}).flatMap((keys) => Object.values(keys).flat());
  if (texts.some(isOwn)) return [{ statement, isOfItself: true }];
  const own = statement.Resource.filter(isOwn);
  const others = statement.Resource.filter((text) => !isOwn(text));
  return [
    ...(others.length === 0 ? [] : [{ statement: { ...statement, Resource: others }, isOfItself: false }]),
    ...(own.length === 0 ? [] : [{ statement: { ...statement, Resource: own }, isOfItself: true }]),
  ];
}

function names(text: string, logicalId: string, placeholders: Placeholders): boolean {
  return splitAtPlaceholders(text).some(
    (piece, index) => index % 2 === 1 && refersTo(reference(piece, placeholders), logicalId),
  );
}

function refersTo(json: Json, logicalId: string): boolean {
  if (typeof json !== 'object' || json === null) return false;
  if (isObject(json)) {
    if (json['Ref'] === logicalId) return true;
    const attribute = json['Fn::GetAtt'];
    if (Array.isArray(attribute) && attribute[0] === logicalId) return true;
  }
  return Object.values(json).some((item) => refersTo(item, logicalId));
}

function statementOf({ Action, Resource, Condition }: Statement, placeholders: Placeholders) {
  const withTokens = (texts: readonly string[]) => texts.map((text) => tokensIn(text, placeholders));
  return new PolicyStatement({
    actions: [...Action],
    resources: withTokens(Resource),
    ...(Condition === undefined ? {} : { conditions: mapped(Condition, withTokens) }),
  });
}

type Conditions = NonNullable<Statement['Condition']>;

function mapped(conditions: Conditions, withTokens: (texts: readonly string[]) => string[]) {
  return Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, texts]) => {
          const values = withTokens(texts);
          return [key, values.length === 1 ? values[0] : values];
        }),
      ),
    ]),
  );
}

function tokensIn(text: string, placeholders: Placeholders): string {
  return splitAtPlaceholders(text)
    .map((piece, index) => (index % 2 === 0 ? piece : Token.asString(reference(piece, placeholders))))
    .join('');
}
