import { App, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import { SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { FittedPolicy } from '../../../src/cdk/index.ts';

const app = new App();
const stack = new Stack(app, 'Shop');
const queue = new Queue(stack, 'Queue');
const tell = new SqsSendMessage(stack, 'Tell the warehouse', { queue, messageBody: TaskInput.fromJsonPathAt('$') });
const stateMachine = new StateMachine(stack, 'Orders', { definitionBody: DefinitionBody.fromChainable(tell) });

new FittedPolicy(stack, 'OrdersPolicy', { stateMachine, replaceGrants: true });
