import type { Resource } from '../iam/grant.ts';
import type { CallContext, ResourceSpec } from '../integrations/integration.ts';
import { rolesOf } from '../integrations/resources.ts';
import { knownText, type Value } from '../values/value.ts';
import { valueAt, valuesAt } from './arguments.ts';

/** The roles in these arguments: by ARN, by name, or those of an instance profile. */
export function rolesPassed(fields: readonly string[]): ResourceSpec {
  return (context) =>
    fields.flatMap((field) => {
      const rule = field.startsWith('=') ? RULES[field.slice(1)] : undefined;
      if (rule) return rule(context);
      return valuesAt(context.call.arguments, field).flatMap((value) =>
        /InstanceProfile/.test(field) ? profileRoles(value, field, context) : rolesOf(value, field, context.place),
      );
    });
}

/** Roles that an argument's path alone does not find. The tables write them as `=attribute`. */
const RULES: Readonly<Record<string, ResourceSpec>> = {
  attribute: (context) => {
    const { arguments: value } = context.call;
    const name = valueAt({ value, path: 'AttributeName' });
    const text = knownText(name);
    if (text !== undefined && !/RoleArn$/i.test(text)) return [];
    return rolesOf(valueAt({ value, path: 'AttributeValue' }), 'AttributeValue', context.place);
  },
  policyDocument: (context) => {
    const field = 'PolicyDocument';
    const value = valueAt({ value: context.call.arguments, path: field });
    const text = knownText(value);
    if (text === undefined) return rolesOf(value, field, context.place);
    const role = /"RoleArn"\s*:\s*"([^"]+)"/i.exec(text)?.[1];
    return role === undefined ? [] : rolesOf({ kind: 'known', json: role }, field, context.place);
  },
};

/**
 * An instance profile's role is passed, and its name is the profile's only by habit.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
 */
function profileRoles(value: Value, field: string, context: CallContext): readonly Resource[] {
  if (value.kind === 'absent') return [];
  const reason = `the instance profile in ${field} does not tell its role`;
  return [
    {
      arn: `arn:${context.place.partition}:iam::${context.place.account}:role/*`,
      origin: { kind: 'wildcard', reason },
    },
  ];
}
