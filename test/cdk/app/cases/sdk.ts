import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { IntegrationPattern } from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { task } from '../case.ts';

const PATTERNS = [IntegrationPattern.REQUEST_RESPONSE, IntegrationPattern.WAIT_FOR_TASK_TOKEN];

/** Calls of AWS SDK integrations, with the resources that their documentation's examples give. */
export const SDK = [
  task(
    tasks.CallAwsService,
    (stack) => {
      const bucket = new s3.Bucket(stack, 'Bucket');
      const queue = new sqs.Queue(stack, 'Queue');
      const table = new dynamodb.Table(stack, 'Table', {
        partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      });
      return {
        's3:getObject': ({ fromInput }) => ({
          service: 's3',
          action: 'getObject',
          parameters: { Bucket: bucket.bucketName, Key: fromInput('key') },
          iamResources: [bucket.arnForObjects('*')],
        }),
        's3:listBuckets': () => ({
          service: 's3',
          action: 'listBuckets',
          iamResources: ['*'],
          iamAction: 's3:ListAllMyBuckets',
        }),
        'dynamodb:query': () => ({
          service: 'dynamodb',
          action: 'query',
          parameters: { TableName: table.tableName },
          iamResources: [table.tableArn],
        }),
        'rekognition:detectFaces': ({ fromInput }) => ({
          service: 'rekognition',
          action: 'detectFaces',
          parameters: { Image: { Bytes: fromInput('image') } },
          iamResources: ['*'],
        }),
        'sqs:sendMessage': ({ token }) => ({
          service: 'sqs',
          action: 'sendMessage',
          parameters: { QueueUrl: queue.queueUrl, MessageBody: token },
          iamResources: [queue.queueArn],
        }),
        'mediapackagevod:listPackagingConfigurations': () => ({
          service: 'mediapackagevod',
          action: 'listPackagingConfigurations',
          iamResources: ['*'],
        }),
      };
    },
    PATTERNS,
  ),
  task(tasks.CallAwsServiceCrossRegion, (stack) => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    return {
      's3:getObject': ({ fromInput }) => ({
        service: 's3',
        action: 'getObject',
        region: 'us-east-1',
        parameters: { Bucket: bucket.bucketName, Key: fromInput('key') },
        iamResources: [bucket.arnForObjects('*')],
      }),
    };
  }),
];
