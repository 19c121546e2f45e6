import type { Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { passedRoles, profileRoles, rolesBehind } from '../grants/roles.ts';
import { taskDefinition } from '../integrations/ecs.ts';
import { knownText, type UnknownValue } from '../values/domain/value.ts';
import { valueAt, valuesAt } from './arguments.ts';

/** Where a call names a role: in an argument, or in a place that a rule finds. */
export type RoleField =
  | { readonly kind: 'argument'; readonly path: string }
  | { readonly kind: 'rule'; readonly rule: RoleRule };

export type RoleRule = keyof typeof RULES;

/** A field in the notation of src/sdk/data, `path` or `=rule`. Throws if the rule isn't in this file. */
export function parseRoleField(text: string): RoleField {
  if (!text.startsWith('=')) return { kind: 'argument', path: text };
  const rule = text.slice(1);
  if (!isRoleRule(rule)) throw new Error(`${text} names no rule of src/sdk/roles.ts`);
  return { kind: 'rule', rule };
}

/** The inverse of parseRoleField. */
export function printRoleField(field: RoleField): string {
  return field.kind === 'rule' ? `=${field.rule}` : field.path;
}

function isRoleRule(text: string): text is RoleRule {
  return Object.hasOwn(RULES, text);
}

/** The roles in these arguments: by ARN, by name, or by an instance profile. */
export function rolesPassed(fields: readonly RoleField[]): ResourceSpec {
  return (context) =>
    fields.flatMap((field) => {
      if (field.kind === 'rule') return RULES[field.rule](context);
      const { path } = field;
      return valuesAt(context.arguments, path).flatMap((value) =>
        PROFILE.test(path) ? profileRoles(value, path, context) : passedRoles(value, path, context),
      );
    });
}

/**
 * Arguments with an instance profile, two of which are called roles.
 *
 * Sources: https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html (JobFlowRole) and
 * https://docs.aws.amazon.com/batch/latest/APIReference/API_ComputeResource.html (InstanceRole)
 */
const PROFILE = /InstanceProfile|(^|\.)(JobFlowRole|InstanceRole)$/;

/** Roles that an argument's path alone doesn't find. In the data they are written like `=attribute`. */
const RULES = {
  attribute: (context) => {
    const { arguments: value } = context;
    const name = valueAt({ value, path: 'AttributeName' });
    const text = knownText(name);
    if (text !== undefined && !/RoleArn$/i.test(text)) return [];
    return passedRoles(valueAt({ value, path: 'AttributeValue' }), 'AttributeValue', context);
  },
  policyDocument: (context) => rolesInText('PolicyDocument', /"(RoleArn)"\s*:\s*"([^"]+)"/gi, context),
  // https://docs.aws.amazon.com/servicecatalog/latest/dg/API_CreateConstraint.html: launches and stack sets have roles.
  constraint: (context) => {
    const type = knownText(valueAt({ value: context.arguments, path: 'Type' }));
    if (type !== undefined && type !== 'LAUNCH' && type !== 'STACKSET') return [];
    return rolesInText('Parameters', /"(RoleArn|LocalRoleName|AdminRole|ExecutionRole)"\s*:\s*"([^"]+)"/g, context);
  },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
  setting: (context) => {
    const setting = knownText(valueAt({ value: context.arguments, path: 'SettingId' }));
    if (setting !== undefined && !setting.endsWith('role')) return [];
    return passedRoles(valueAt({ value: context.arguments, path: 'SettingValue' }), 'SettingValue', context);
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html: the nodes' role, where the entry is for nodes.
  accessEntry: (context) => {
    const type = valueAt({ value: context.arguments, path: 'Type' });
    const text = knownText(type);
    if (type.kind === 'absent' || (text !== undefined && !text.startsWith('EC2'))) return [];
    return passedRoles(valueAt({ value: context.arguments, path: 'PrincipalArn' }), 'PrincipalArn', context);
  },
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html: the roles of a task's definition,
  // unless the call overrides both.
  taskDefinition: (context) => {
    const at = (path: string) => valueAt({ value: context.arguments, path });
    const overridden = ['Overrides.ExecutionRoleArn', 'Overrides.TaskRoleArn'].every(
      (path) => knownText(at(path)) !== undefined,
    );
    if (at('TaskDefinition').kind === 'absent' || overridden) return [];
    const reason =
      "the task definition, not the workflow, names the task's roles: say them with --pass-role or --facts, or look them up with --live";
    return taskDefinition(context).flatMap(({ arn }) => rolesBehind(arn, { kind: 'wildcard', reason }, context));
  },
  // https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html
  patch: (context) =>
    valuesAt(context.arguments, 'PatchOperations[]').flatMap((value) => {
      const text = knownText(valueAt({ value, path: 'Path' }));
      if (text !== undefined && !/(cloudwatchRoleArn|credentials)$/i.test(text)) return [];
      return passedRoles(valueAt({ value, path: 'Value' }), 'PatchOperations[].Value', context);
    }),
} as const satisfies Readonly<Record<string, ResourceSpec>>;

function withoutParts({ parts: _, ...value }: UnknownValue): UnknownValue {
  return value;
}

/** The roles in a JSON document given as text; any role if the text is known only at run time. */
function rolesInText(field: string, form: RegExp, context: CallContext): readonly Resource[] {
  const value = valueAt({ value: context.arguments, path: field });
  const text = knownText(value);
  // What is known of a document is not the start of a role's name.
  if (text === undefined) return passedRoles(value.kind === 'unknown' ? withoutParts(value) : value, field, context);
  return [...text.matchAll(form)].flatMap(([, , role = '']) =>
    passedRoles({ kind: 'known', json: role }, field, context),
  );
}
