import { Duration, SecretValue } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { task } from '../case.ts';

/** Queues, topics, buses, schedules and HTTP. */
export const MESSAGING = [
  task(tasks.SqsSendMessage, (stack) => {
    const queue = new sqs.Queue(stack, 'Queue');
    const encrypted = new sqs.Queue(stack, 'Encrypted', { encryptionMasterKey: new kms.Key(stack, 'Key') });
    const managed = new sqs.Queue(stack, 'Managed', { encryption: sqs.QueueEncryption.KMS_MANAGED });
    const imported = sqs.Queue.fromQueueArn(stack, 'Imported', 'arn:aws:sqs:eu-west-1:111122223333:orders');
    return {
      'a queue': ({ token }) => ({ queue, messageBody: TaskInput.fromObject({ token }) }),
      'a queue with a key': ({ token }) => ({ queue: encrypted, messageBody: TaskInput.fromObject({ token }) }),
      'a queue with the key of SQS': ({ token }) => ({ queue: managed, messageBody: TaskInput.fromObject({ token }) }),
      'an imported queue': ({ token }) => ({ queue: imported, messageBody: TaskInput.fromObject({ token }) }),
    };
  }),
  task(tasks.SnsPublish, (stack) => {
    const topic = new sns.Topic(stack, 'Topic');
    const encrypted = new sns.Topic(stack, 'Encrypted', { masterKey: new kms.Key(stack, 'Key') });
    const imported = sns.Topic.fromTopicArn(stack, 'Imported', 'arn:aws:sns:eu-west-1:111122223333:orders');
    return {
      'a topic': ({ token }) => ({ topic, message: TaskInput.fromObject({ token }) }),
      'a topic with a key': ({ token }) => ({ topic: encrypted, message: TaskInput.fromObject({ token }) }),
      'an imported topic': ({ token }) => ({ topic: imported, message: TaskInput.fromObject({ token }) }),
    };
  }),
  task(tasks.EventBridgePutEvents, (stack) => {
    const eventBus = new events.EventBus(stack, 'Bus');
    const encrypted = new events.EventBus(stack, 'Encrypted', { kmsKey: new kms.Key(stack, 'Key') });
    const entry = (token: string) => ({
      detail: TaskInput.fromObject({ token }),
      detailType: 'OrderPlaced',
      source: 'shop',
    });
    return {
      'the default bus': ({ token }) => ({ entries: [entry(token)] }),
      'a bus': ({ token }) => ({ entries: [{ ...entry(token), eventBus }] }),
      'a bus with a key': ({ token }) => ({ entries: [{ ...entry(token), eventBus: encrypted }] }),
    };
  }),
  task(tasks.EventBridgeSchedulerCreateScheduleTask, (stack) => {
    const queue = new sqs.Queue(stack, 'Queue');
    const role = new iam.Role(stack, 'SchedulerRole', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com'),
    });
    const kmsKey = new kms.Key(stack, 'Key');
    const target = new tasks.EventBridgeSchedulerTarget({ arn: queue.queueArn, role });
    const schedule = tasks.Schedule.rate(Duration.minutes(5));
    return {
      'a schedule': () => ({ scheduleName: 'reminder', schedule, target }),
      'a schedule in a group': () => ({ scheduleName: 'reminder', groupName: 'reminders', schedule, target }),
      'a schedule with a key': () => ({ scheduleName: 'reminder', schedule, target, kmsKey }),
      'a name from the input': ({ fromInput }) => ({ scheduleName: fromInput('name'), schedule, target }),
    };
  }),
  task(tasks.HttpInvoke, (stack) => {
    const connection = new events.Connection(stack, 'Connection', {
      authorization: events.Authorization.apiKey('x-api-key', SecretValue.unsafePlainText('key')),
    });
    const imported = events.Connection.fromConnectionAttributes(stack, 'Imported', {
      connectionName: 'partner',
      connectionArn: 'arn:aws:events:eu-west-1:111122223333:connection/partner/0a1b2c3d-0000-0000-0000-000000000000',
      connectionSecretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:events!connection/partner/0a1b2c3d',
    });
    const request = { apiRoot: 'https://api.example.com', method: TaskInput.fromText('GET') };
    return {
      'an endpoint': () => ({ ...request, apiEndpoint: TaskInput.fromText('orders'), connection }),
      'an endpoint from the input': ({ fromInput }) => ({
        ...request,
        apiEndpoint: TaskInput.fromText(fromInput('path')),
        connection,
      }),
      'an imported connection': () => ({
        ...request,
        apiEndpoint: TaskInput.fromText('orders'),
        connection: imported,
      }),
    };
  }),
  task(tasks.CallApiGatewayRestApiEndpoint, (stack) => {
    const api = new apigateway.RestApi(stack, 'Api');
    api.root.addResource('orders').addMethod('POST');
    const request = { api, stageName: 'prod', method: tasks.HttpMethod.POST, apiPath: '/orders' };
    return {
      'no authorization': ({ tokens }) => ({ ...request, headers: TaskInput.fromObject({ tokens }) }),
      'authorization by IAM': ({ tokens }) => ({
        ...request,
        authType: tasks.AuthType.IAM_ROLE,
        headers: TaskInput.fromObject({ tokens }),
      }),
      'a resource policy': ({ tokens }) => ({
        ...request,
        authType: tasks.AuthType.RESOURCE_POLICY,
        headers: TaskInput.fromObject({ tokens }),
      }),
      'a path from the input, with IAM': ({ tokens, fromInput }) => ({
        ...request,
        apiPath: fromInput('path'),
        authType: tasks.AuthType.IAM_ROLE,
        headers: TaskInput.fromObject({ tokens }),
      }),
    };
  }),
  task(tasks.CallApiGatewayHttpApiEndpoint, (stack) => {
    const { apiId } = new apigatewayv2.HttpApi(stack, 'Api');
    const request = { apiId, apiStack: stack, method: tasks.HttpMethod.GET };
    return {
      'authorization by IAM': ({ tokens }) => ({
        ...request,
        apiPath: '/orders',
        authType: tasks.AuthType.IAM_ROLE,
        headers: TaskInput.fromObject({ tokens }),
      }),
      'a stage, with IAM': ({ tokens }) => ({
        ...request,
        stageName: 'test',
        authType: tasks.AuthType.IAM_ROLE,
        headers: TaskInput.fromObject({ tokens }),
      }),
    };
  }),
];
