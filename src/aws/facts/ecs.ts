import { DescribeTaskDefinitionCommand, ECSClient } from '@aws-sdk/client-ecs';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const ecs = clientsOf((settings) => new ECSClient(settings));

/** A family alone is its latest active revision, for this request as for RunTask. */
export const readTaskDefinition: FactReader = async ({ arn, text, name }, session) => {
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: name });
  const { taskDefinition } = await session.request('ecs:DescribeTaskDefinition', text, (options) =>
    ecs(session, arn.region).send(command, options),
  );
  const roles = [taskDefinition?.executionRoleArn, taskDefinition?.taskRoleArn];
  return { facts: { roles: [...new Set(roles.flatMap((role) => role || []))].toSorted() }, unread: [] };
};
