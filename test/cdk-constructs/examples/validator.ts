import { App, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { RolefitValidator } from '../../../src/cdk/index.ts';

const app = new App({ policyValidationBeta1: [new RolefitValidator()] });
const stack = new Stack(app, 'Shop');
const queue = new Queue(stack, 'Queue');
const stateMachine = new StateMachine(stack, 'Orders', {
  definitionBody: DefinitionBody.fromFile('orders.asl.json'),
  definitionSubstitutions: { QueueUrl: queue.queueUrl },
});
queue.grantSendMessages(stateMachine);
