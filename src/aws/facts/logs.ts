import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { RequestFailure } from './failure.ts';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const logs = clientsOf((settings) => new CloudWatchLogsClient(settings));

/** The list is in the order of names, so a log group comes before those whose names go on after its own. */
export const readLogGroup: FactReader = async ({ arn, text, name }, session) => {
  const command = new DescribeLogGroupsCommand({ logGroupNamePrefix: name });
  const { logGroups = [] } = await session.request('logs:DescribeLogGroups', text, (options) =>
    logs(session, arn.region).send(command, options),
  );
  const group = logGroups.find(({ logGroupName }) => logGroupName === name);
  if (group === undefined) throw new RequestFailure(`logs:DescribeLogGroups on ${text}: it does not exist`);
  return keyFacts(group.kmsKeyId, arn, session);
};
