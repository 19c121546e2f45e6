import { isArray, isObject, type Json, type JsonObject } from '../../../asl/json.ts';
import { own } from '../../../own.ts';
import { policiesOfAccount } from './account.ts';
import { type FoundPolicies, type FoundPolicy, objectUnder, textAt } from './found.ts';
import { policiesOfTerraform } from './terraform.ts';

/** Finds the policy documents in a file: a document by itself, or an answer, plan or state that holds some. */

const FORMS: readonly ((json: JsonObject) => FoundPolicies | undefined)[] = [
  document,
  rolePolicy,
  policyVersion,
  policiesOfAccount,
  policiesOfTerraform,
  generated,
];

/** Undefined where there is none. */
export function policiesIn(json: Json): FoundPolicies | undefined {
  // What `rolefit generate --split` prints.
  if (isArray(json) && json.length > 0 && json.every((item) => isObject(item) && document(item) !== undefined)) {
    return { policies: json.map((item, index) => found(`document ${index}`, item, [String(index)])), missing: [] };
  }
  if (!isObject(json)) return undefined;
  for (const form of FORMS) {
    const policies = form(json);
    if (policies !== undefined) return policies;
  }
  return undefined;
}

function found(name: string, json: Json, path: readonly string[], role?: string): FoundPolicy {
  return { name, document: json, path, ...(role === undefined ? {} : { role }) };
}

function one(policy: FoundPolicy): FoundPolicies {
  return { policies: [policy], missing: [] };
}

function document(json: JsonObject): FoundPolicies | undefined {
  return own(json, 'Statement') === undefined ? undefined : one(found('', json, []));
}

/** Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html (the document is encoded as in a URL) */
function rolePolicy(json: JsonObject): FoundPolicies | undefined {
  const written = own(json, 'PolicyDocument');
  if (written === undefined) return undefined;
  return one(found(textAt(json, 'PolicyName') ?? '', written, ['PolicyDocument'], textAt(json, 'RoleName')));
}

/** Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html */
function policyVersion(json: JsonObject): FoundPolicies | undefined {
  const written = own(objectUnder(json, 'PolicyVersion') ?? {}, 'Document');
  return written === undefined ? undefined : one(found('', written, ['PolicyVersion', 'Document']));
}

/** What `rolefit generate --json` prints. */
function generated(json: JsonObject): FoundPolicies | undefined {
  const policy = objectUnder(json, 'policy');
  return policy === undefined || document(policy) === undefined ? undefined : one(found('', policy, ['policy']));
}

/** What a file without policies is, and what to give instead. */
export function noPolicy(json: Json): string {
  const is = (key: string) => isObject(json) && own(json, key) !== undefined;
  if (is('Resources')) return 'is a template; give it as TEMPLATE, whose own policies are checked without --policy';
  if (is('States'))
    return 'is a state machine definition and no policy; give the definition first, and --policy for the policy';
  if (is('PolicyNames') || is('AttachedPolicies') || is('Policy') || is('Role')) {
    return 'has the names of policies and not their documents; give what aws iam get-role-policy or get-policy-version prints';
  }
  return 'has no policy; give a policy document, what aws iam get-role-policy, get-policy-version or get-account-authorization-details prints, or what terraform show -json prints';
}
