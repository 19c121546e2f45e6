import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import packageJson from '../../package.json' with { type: 'json' };
import { cdkCheck, PAGE } from './page.ts';

/** Classes that say how, not what: arguments of constructs. */
const ARGUMENTS = [
  'AcceleratorClass',
  'AcceleratorType',
  'CapacityProviderOptions',
  'Classification',
  'ContainerDefinition',
  'DockerImage',
  'DynamoAttributeValue',
  'DynamoProjectionExpression',
  'EcsEc2LaunchTarget',
  'EcsFargateLaunchTarget',
  'EksClusterInput',
  'EventBridgeSchedulerTarget',
  'Guardrail',
  'ReleaseLabel',
  'S3Location',
  'Schedule',
  'VirtualClusterInput',
  'WorkerTypeV2',
];

/** Of the CDK's first version: the second exports them without types, so that nobody writes them any more. */
const WITHOUT_TYPES = [
  'EcsRunTaskBase',
  'InvokeActivity',
  'InvokeFunction',
  'PublishToTopic',
  'RunBatchJob',
  'RunEcsEc2Task',
  'RunEcsFargateTask',
  'RunGlueJobTask',
  'RunLambdaTask',
  'SendToQueue',
  'StartExecution',
];

/** The readers and writers of distributed Maps. A writer of the first kind is what the flags of a new app replace. */
const STORAGE = /ItemReader$|^ResultWriterV2$/;

describe("the CDK's roles", () => {
  const checked = cdkCheck(packageJson.devDependencies['aws-cdk-lib']);

  it('are made by every class of aws-stepfunctions-tasks, and two of aws-stepfunctions: a case for each', async () => {
    const { machines } = await checked;
    const classes = Object.entries(tasks).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
    const constructs = new Set(machines.map(({ construct }) => construct));
    const known = [...constructs, ...ARGUMENTS, ...WITHOUT_TYPES];
    assert.deepEqual(known.toSorted(), [...classes, 'DistributedMap', 'StateMachine'].toSorted());
  });

  it('are made with every reader and writer of distributed Maps', async () => {
    const variants = (await checked).machines.map(({ variant }) => variant);
    const classes = Object.keys(stepfunctions).filter((name) => STORAGE.test(name));
    assert.ok(classes.length >= 6, `${classes}`);
    for (const name of classes) assert.ok(variants.includes(name), `no Map with ${name}`);
  });

  it('differ from what is needed only where a person has judged so, with the page that decides', async () => {
    const { page, faults } = await checked;
    assert.deepEqual(faults, []);
    assert.equal(readFileSync(PAGE, 'utf8'), page, `${PAGE} is out of date: npm run cdk:check`);
  });
});
