import type { Resource } from '../iam/grant.ts';
import type { CallContext, ResourceSpec } from '../integrations/integration.ts';
import { rolesOf } from '../integrations/resources.ts';
import type { Value } from '../values/value.ts';
import { valuesAt } from './arguments.ts';

/** The roles in these arguments: by ARN, by name, or those of an instance profile. */
export function rolesPassed(fields: readonly string[]): ResourceSpec {
  return (context) =>
    fields.flatMap((field) =>
      valuesAt(context.call.arguments, field).flatMap((value) =>
        /InstanceProfile/.test(field) ? profileRoles(value, field, context) : rolesOf(value, field, context.place),
      ),
    );
}

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
