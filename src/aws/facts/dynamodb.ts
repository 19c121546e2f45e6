import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { answered } from './failure.ts';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const dynamodb = clientsOf((settings) => new DynamoDBClient(settings));

/** A table without SSEDescription has the AWS owned key; one of the AWS managed key names that key's ARN. */
export const readTable: FactReader = async ({ arn, text, name, isOwn }, session) => {
  const command = new DescribeTableCommand({ TableName: isOwn ? name : text });
  const { Table } = await session.request('dynamodb:DescribeTable', text, (options) =>
    dynamodb(session, arn.region).send(command, options),
  );
  const table = answered(Table, 'dynamodb:DescribeTable', text);
  return keyFacts(table.SSEDescription?.KMSMasterKeyArn, arn, session);
};
