import type { Api, Integration } from '../grants/integration.ts';
import { arn } from '../grants/resources.ts';
import { call } from '../grants/rows.ts';

/** TableName may be the table's ARN: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html */
const TABLE = arn('dynamodb', 'table/{TableName}', { orArn: 'TableName' });

function item(action: string): Api {
  return { patterns: ['requestResponse'], grants: [call(`dynamodb:${action}`, TABLE)] };
}

/** Amazon DynamoDB. */
export const dynamodb: Integration = {
  service: 'dynamodb',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html',
  apis: {
    getItem: item('GetItem'),
    putItem: item('PutItem'),
    updateItem: item('UpdateItem'),
    deleteItem: item('DeleteItem'),
  },
};
