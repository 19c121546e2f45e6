import { isObject, type Json } from '../asl/json.ts';
import { own } from '../own.ts';
import { ofAws, type ReadPolicies, readPolicy, unread } from '../policy/document.ts';
import { SAM_POLICIES } from './data/samPolicies.ts';
import type { Resolver } from './intrinsics.ts';

/** True for the name of a SAM policy template, such as `SQSSendMessagePolicy`. */
export function isSamPolicy(name: string): boolean {
  return Object.hasOwn(SAM_POLICIES, name);
}

/**
 * The statements of a SAM policy template with these parameters.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export function samPolicy(
  name: string,
  parameters: Json,
  { resolve }: Resolver,
  source: string,
  line: number | undefined,
): ReadPolicies {
  const template = own(SAM_POLICIES, name);
  if (!template) return unread(source, `the policy template ${name} is not known here`);
  const values = isObject(parameters) ? parameters : {};
  const missing = template.parameters.filter((parameter) => own(values, parameter) === undefined);
  if (missing.length > 0) return unread(source, `the policy template ${name} lacks ${missing.join(' and ')}`);
  return ofAws(name, readPolicy(resolve(template.statements, values), `${source} (${name})`, line));
}
