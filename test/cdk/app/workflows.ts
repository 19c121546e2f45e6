/**
 * A CDK app with a stack for each workflow of test/frontDoors: `node test/cdk/app/workflows.ts FOLDER` synthesizes it.
 * Their roles have the same policies as in the other tools, and the constructs grant them nothing.
 */
import { readFileSync } from 'node:fs';
import { App, Duration, Fn, Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { ContainerImage, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { CfnJob } from 'aws-cdk-lib/aws-glue';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import {
  CustomState,
  DefinitionBody,
  DistributedMap,
  type IChainable,
  IntegrationPattern,
  JsonPath,
  LogLevel,
  Parallel,
  Pass,
  ProcessorMode,
  ProcessorType,
  ResultWriterV2,
  S3JsonItemReader,
  StateMachine,
  type StateMachineProps,
  StateMachineType,
  Succeed,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';

type Props = Omit<StateMachineProps, 'role' | 'stateMachineName' | 'definition' | 'definitionBody'>;

interface Made extends Props {
  readonly name?: string;
  readonly definition: IChainable | DefinitionBody;
}

/** A role of elsewhere, which is only named. */
const roleOf = (stack: Stack, name: string) =>
  Role.fromRoleArn(stack, name, `arn:aws:iam::111122223333:role/${name}`, { mutable: false });

const WORKFLOWS: Readonly<Record<string, (stack: Stack) => Made>> = {
  queue: (stack) => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/0123abcd-0123-0123-0123-0123456789ab';
    const queue = new Queue(stack, 'Queue', {
      queueName: 'jobs',
      encryptionMasterKey: Key.fromKeyArn(stack, 'Key', key),
    });
    const messageBody = TaskInput.fromJsonPathAt('$');
    return { definition: new tasks.SqsSendMessage(stack, 'Send', { queue, messageBody }) };
  },
  topic: (stack) => {
    const topic = new Topic(stack, 'Topic', { topicName: 'orders' });
    const message = TaskInput.fromText("{% 'order ' & $states.input.id %}");
    return { definition: tasks.SnsPublish.jsonata(stack, 'Tell', { topic, message }) };
  },
  table: (stack) => {
    const table = new Table(stack, 'Table', {
      tableName: 'items',
      partitionKey: { name: 'id', type: AttributeType.STRING },
    });
    const item = { id: tasks.DynamoAttributeValue.fromString(JsonPath.stringAt('$.id')) };
    const put = new tasks.DynamoPutItem(stack, 'Put', { table, item });
    return { definition: put.next(new tasks.DynamoGetItem(stack, 'Get', { table, key: item })) };
  },
  function: (stack) => {
    const made = new CfnFunction(stack, 'Function', {
      functionName: 'price',
      role: 'arn:aws:iam::111122223333:role/price',
      runtime: 'nodejs22.x',
      handler: 'index.handler',
      code: { s3Bucket: 'code', s3Key: 'price.zip' },
    });
    const lambdaFunction = LambdaFunction.fromFunctionArn(stack, 'Price function', made.attrArn);
    const price = new CustomState(stack, 'Price', { stateJson: { Type: 'Task', Resource: made.attrArn } });
    return { definition: price.next(new tasks.LambdaInvoke(stack, 'Again', { lambdaFunction })) };
  },
  nested: (stack) => {
    const child = new StateMachine(stack, 'Child', {
      stateMachineName: 'child',
      role: roleOf(stack, 'child'),
      definitionBody: DefinitionBody.fromChainable(new Succeed(stack, 'Done')),
    });
    const run = new tasks.StepFunctionsStartExecution(stack, 'Run', {
      stateMachine: child,
      integrationPattern: IntegrationPattern.RUN_JOB,
      associateWithParent: true,
    });
    return { definition: run };
  },
  fargate: (stack) => {
    const task = new FargateTaskDefinition(stack, 'Task', {
      family: 'report',
      taskRole: roleOf(stack, 'report'),
      executionRole: roleOf(stack, 'pull'),
    });
    task.addContainer('report', { image: ContainerImage.fromRegistry('report') });
    return { definition: DefinitionBody.fromString(definitionOf('fargate')) };
  },
  map: (stack) => {
    const bucket = new Bucket(stack, 'Bucket', { bucketName: 'items-of-ours' });
    const map = new DistributedMap(stack, 'Each', {
      mapExecutionType: StateMachineType.EXPRESS,
      itemReader: new S3JsonItemReader({ bucket, key: 'in.json' }),
      resultWriterV2: new ResultWriterV2({ bucket, prefix: 'out' }),
    });
    const one = new Pass(stack, 'One');
    return {
      name: 'each',
      definition: map.itemProcessor(one, { mode: ProcessorMode.DISTRIBUTED, executionType: ProcessorType.EXPRESS }),
    };
  },
  express: (stack) => {
    const eventBus = new EventBus(stack, 'Bus', { eventBusName: 'shop' });
    const detail = TaskInput.fromObject({});
    const entries = [{ source: 'shop', detailType: 'order', detail, eventBus }];
    return {
      definition: new tasks.EventBridgePutEvents(stack, 'Emit', { entries }),
      stateMachineType: StateMachineType.EXPRESS,
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        includeExecutionData: true,
        destination: new LogGroup(stack, 'Logs', { logGroupName: '/flows/express' }),
      },
    };
  },
  glue: (stack) => {
    const job = new CfnJob(stack, 'Job', {
      name: 'nightly',
      role: 'arn:aws:iam::111122223333:role/glue',
      command: { name: 'glueetl', scriptLocation: 's3://code/nightly.py' },
    });
    const run = new tasks.GlueStartJobRun(stack, 'Job run', {
      stateName: 'Job',
      glueJobName: job.ref,
      integrationPattern: IntegrationPattern.RUN_JOB,
    });
    return { definition: run.addRetry({ maxAttempts: 2, interval: Duration.seconds(1) }) };
  },
  sdk: (stack) => {
    const parameter = new StringParameter(stack, 'Parameter', { parameterName: '/shop/mode', stringValue: 'open' });
    const setting = new tasks.CallAwsService(stack, 'Setting', {
      service: 'ssm',
      action: 'getParameter',
      parameters: { Name: Fn.ref(stack.getLogicalId(parameter.node.defaultChild as never)) },
      iamResources: ['*'],
    });
    const clean = new tasks.CallAwsService(stack, 'Clean', {
      service: 's3',
      action: 'deleteObject',
      parameters: { Bucket: 'archive', Key: JsonPath.format('old/{}.csv', JsonPath.stringAt('$.day')) },
      iamResources: ['*'],
    });
    return { definition: new Parallel(stack, 'Both').branch(setting).branch(clean) };
  },
};

const FOLDER = new URL('../../frontDoors/workflows/', import.meta.url);

function definitionOf(workflow: string): string {
  return readFileSync(new URL(`${workflow}/definition.asl.json`, FOLDER), 'utf8');
}

function synthesize(folder: string): void {
  const postCliContext = { '@aws-cdk/aws-stepfunctions:useDistributedMapResultWriterV2': true };
  const app = new App({ outdir: folder, postCliContext, analyticsReporting: false, stackTraces: false });
  for (const [workflow, make] of Object.entries(WORKFLOWS)) {
    const stack = new Stack(app, workflow);
    const { definition, name = workflow, ...settings } = make(stack);
    const own = PolicyDocument.fromJson(JSON.parse(readFileSync(new URL(`${workflow}/policy.json`, FOLDER), 'utf8')));
    const role = new Role(stack, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      inlinePolicies: { own },
    });
    const machine = new StateMachine(stack, 'Machine', {
      ...settings,
      stateMachineName: name,
      role: role.withoutPolicyUpdates(),
      definitionBody: definition instanceof DefinitionBody ? definition : DefinitionBody.fromChainable(definition),
    });
    stack.renameLogicalId(stack.getLogicalId(machine.node.defaultChild as never), 'Machine');
  }
  app.synth();
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder to write to');
synthesize(folder);
