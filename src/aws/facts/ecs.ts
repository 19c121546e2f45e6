import { DescribeTaskDefinitionCommand, ECSClient } from '@aws-sdk/client-ecs';
import { formatArn } from '../../iam/arn.ts';
import { answered } from './failure.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const ecs = clientsOf((settings) => new ECSClient(settings));

/**
 * A family alone is its latest active revision, for this request as for RunTask. A role may be there by its name, which
 * then has no path.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html (taskRoleArn)
 */
export const readTaskDefinition: FactReader = async ({ arn, text, name }, session) => {
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: name });
  const { taskDefinition } = await session.request('ecs:DescribeTaskDefinition', text, (options) =>
    ecs(session, arn.region).send(command, options),
  );
  const { executionRoleArn, taskRoleArn } = answered(taskDefinition, 'ecs:DescribeTaskDefinition', text);
  const named = [executionRoleArn, taskRoleArn].flatMap((role) => role || []);
  const roles = named.map((role) =>
    role.startsWith('arn:') ? role : formatArn({ ...arn, service: 'iam', region: '', resource: `role/${role}` }),
  );
  return { facts: { roles: [...new Set(roles)].toSorted() }, unread: [] };
};
