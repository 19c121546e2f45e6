import { App, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { FittedRole } from '../../../src/cdk/index.ts';

const app = new App();
const stack = new Stack(app, 'Shop');
const queue = new Queue(stack, 'Queue');
new StateMachine(stack, 'Orders', {
  role: new FittedRole(stack, 'OrdersRole'),
  stateMachineName: 'orders',
  definitionBody: DefinitionBody.fromFile('orders.asl.json'),
  definitionSubstitutions: { QueueUrl: queue.queueUrl },
});
