import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Case, granted, HERE, told } from '../support/sdk.ts';

/** Resources of other accounts, and of AWS itself. */

const OTHER = '999922223333';
const GLUE = 'glue/latest/dg/glue-specifying-resource-arns.html';

function glue(account: string, ...resources: readonly string[]): readonly string[] {
  return resources.map((resource) => `arn:aws:glue:eu-west-1:${account}:${resource}`);
}

const ACCOUNTS: readonly Case[] = [
  {
    name: 'an account’s ID is the ID of its catalog',
    source: GLUE,
    api: 'glue:getTable',
    args: { CatalogId: OTHER, DatabaseName: 'd', Name: 't' },
    needs: { 'glue:GetTable': glue(OTHER, 'catalog', 'database/d', 'table/d/t') },
  },
  {
    name: 'a catalog inside another stands in the ARNs of what is in it',
    source: GLUE,
    api: 'glue:getTable',
    args: { CatalogId: '111122223333:s3tablescatalog/b', DatabaseName: 'd', Name: 't' },
    needs: {
      'glue:GetTable': glue(
        '111122223333',
        'catalog/s3tablescatalog/b',
        'database/s3tablescatalog/b/d',
        'table/s3tablescatalog/b/d/t',
      ),
    },
  },
  {
    name: 'a catalog that only a run tells may be any account’s, and inside another',
    source: GLUE,
    api: 'glue:getDatabase',
    args: { 'CatalogId.$': '$.c', Name: 'd' },
    needs: { 'glue:GetDatabase': glue('*', 'catalog', 'catalog/*', 'database/*/d', 'database/d') },
  },
  {
    name: 'a registry is an account',
    source: 'AmazonECR/latest/APIReference/API_BatchGetImage.html',
    api: 'ecr:batchGetImage',
    args: { RegistryId: OTHER, RepositoryName: 'r' },
    needs: { 'ecr:BatchGetImage': [`arn:aws:ecr:eu-west-1:${OTHER}:repository/r`] },
  },
  {
    name: 'a queue’s owner may be another account',
    source: 'AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html',
    api: 'sqs:getQueueUrl',
    args: { QueueName: 'q', QueueOwnerAWSAccountId: OTHER },
    needs: { 'sqs:GetQueueUrl': [`arn:aws:sqs:eu-west-1:${OTHER}:q`] },
  },
  {
    name: 'a domain’s owner may be another account',
    source: 'codeartifact/latest/ug/domain-overview.html',
    api: 'codeartifact:describeDomain',
    args: { Domain: 'd', DomainOwner: OTHER },
    needs: { 'codeartifact:DescribeDomain': [`arn:aws:codeartifact:eu-west-1:${OTHER}:domain/d`] },
  },
  {
    name: 'an index is where its table is',
    source: 'list_dynamodb.html',
    api: 'dynamodb:query',
    args: { TableName: `arn:aws:dynamodb:eu-west-1:${OTHER}:table/t`, IndexName: 'i' },
    needs: {
      'dynamodb:Query': ['table/t', 'table/t/index/i'].map((name) => `arn:aws:dynamodb:eu-west-1:${OTHER}:${name}`),
    },
  },
  {
    name: 'a public parameter has no account',
    source: 'systems-manager/latest/userguide/parameter-store-public-parameters.html',
    api: 'ssm:getParameter',
    args: { Name: '/aws/service/ami-amazon-linux-latest/x' },
    needs: {
      'ssm:GetParameter': [HERE, 'eu-west-1:'].map(
        (place) => `arn:aws:ssm:${place}:parameter/aws/service/ami-amazon-linux-latest/x`,
      ),
    },
  },
  {
    name: 'a document of AWS has no account',
    source: 'systems-manager/latest/APIReference/API_CreateDocument.html',
    api: 'ssm:sendCommand',
    args: { DocumentName: 'AWS-RunShellScript', InstanceIds: ['i-1'] },
    needs: {
      'ssm:SendCommand': [
        `arn:aws:ec2:${HERE}:instance/i-1`,
        `arn:aws:ssm:${HERE}:document/AWS-RunShellScript`,
        `arn:aws:ssm:${HERE}:managed-instance/i-1`,
        'arn:aws:ssm:eu-west-1::document/AWS-RunShellScript',
      ],
    },
  },
  {
    name: 'an automation runs a definition that may be AWS’s',
    source: 'list_ssm.html',
    api: 'ssm:startAutomationExecution',
    args: { DocumentName: 'AWS-StopEC2Instance' },
    needs: {
      'ssm:StartAutomationExecution': [
        `arn:aws:ssm:${HERE}:automation-definition/AWS-StopEC2Instance:*`,
        `arn:aws:ssm:${HERE}:automation-execution/*`,
        `arn:aws:ssm:${HERE}:document/AWS-StopEC2Instance`,
        'arn:aws:ssm:eu-west-1::automation-definition/AWS-StopEC2Instance:*',
        'arn:aws:ssm:eu-west-1::document/AWS-StopEC2Instance',
      ],
    },
  },
];

describe('the account of a resource', () => {
  for (const { name, source, api, args, needs } of ACCOUNTS) {
    it(`${name} (${source})`, async () => assert.deepEqual(await granted(api, args), needs));
  }

  it('is a warning where only a run tells it', async () => {
    const [finding = ''] = await told('glue:getDatabase', { 'CatalogId.$': '$.c', Name: 'd' }, 'dynamic-resource');
    assert.match(finding, /^warning CatalogId is known only at run time/);
  });
});
