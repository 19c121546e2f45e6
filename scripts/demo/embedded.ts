/** The demo on an AWS that is embedded in this process; the functions are the bundles that are deployed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parse, type ScalarTag } from 'yaml';
import { sweepFiles } from '../../functions/fleetFiles.ts';
import { substitute } from '../../src/asl/substitute.ts';
import { own } from '../../src/own.ts';
import { type Answer, EmbeddedAws } from '../../test/double/aws.ts';
import type { IamState } from '../../test/double/iam.ts';
import { GRAB, permissionsOf, recorded, showDifference, showMessage } from './show.ts';

const ROLE = 'orders-role';
const PLACE = 'eu-west-1:111122223333';
const SERVICE_TOKEN = `arn:aws:lambda:${PLACE}:function:rolefit`;
const MACHINE = `arn:aws:states:${PLACE}:stateMachine:demo-orders`;
const SWEEP_MACHINE = `arn:aws:states:${PLACE}:stateMachine:rolefit-sweep`;
const SWEEP = `arn:aws:states:${PLACE}:execution:rolefit-sweep:sweep`;
let sweeps = 0;
const ROLE_ARN = `arn:aws:iam::111122223333:role/${ROLE}`;

const TEMPLATE = readFileSync('infra/example.yaml', 'utf8');

/** What CloudFormation would put in place of the example's references. */
const RESOLVED: Readonly<Record<string, string>> = {
  '!ImportValue rolefit-ServiceToken': SERVICE_TOKEN,
  '!Ref OrdersRole': ROLE,
  '!Sub ${AWS::StackName}-orders': 'demo-orders',
  '!GetAtt CheckStock.Arn': `arn:aws:lambda:${PLACE}:function:demo-check-stock`,
  '!Ref OrdersTable': 'demo-orders',
  '!Ref ToPack': 'https://sqs.eu-west-1.amazonaws.com/111122223333/demo-to-pack',
  '!Ref Bucket': 'demo-orders',
};

interface Properties {
  readonly [name: string]: unknown;
}

const aws = new EmbeddedAws();
let child: ChildProcess | undefined;

function exampleProperties(): Properties {
  const tag = (name: string): ScalarTag => ({
    tag: name,
    resolve: (value) => own(RESOLVED, `${name} ${value}`) ?? `${name} ${value}`,
  });
  const template = parse(TEMPLATE, {
    customTags: ['!Ref', '!GetAtt', '!Sub', '!ImportValue'].map(tag),
  });
  return { ...template.Resources.OrdersRolePolicy.Properties, SettleSeconds: '0' };
}

/** The example after an edit: SNS notifies customers, and no state waits for the warehouse. */
function edited(properties: Properties): Properties {
  const json = JSON.stringify(properties)
    .replace('sqs:sendMessage.waitForTaskToken', 'sns:publish')
    .replace(/"QueueUrl":"[^"]*","MessageBody":\{[^}]*\}/, `"TopicArn":"arn:aws:sns:${PLACE}:sent","Message":"sent"`);
  return JSON.parse(json);
}

/** What a state machine made from these properties has as its definition. */
function definitionOf(properties: Properties): string {
  const { Definition, DefinitionSubstitutions } = JSON.parse(JSON.stringify(properties));
  return JSON.stringify(substitute(Definition, DefinitionSubstitutions));
}

/** Each bundle has the permissions that template.yaml gives its function: the access key is the function's logical ID. */
const BUNDLES = {
  'role-policy': 'RolePolicyFunction',
  'drift-check': 'DriftCheckFunction',
  sweep: 'SweepFunction',
} as const;

type Bundle = keyof typeof BUNDLES;

/** Runs a function once, in a process of its own, and returns what it returns. */
async function run(bundle: Bundle, event: object): Promise<unknown> {
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: BUNDLES[bundle],
    AWS_SECRET_ACCESS_KEY: 'demo',
    REMOVE_LATE: 'true',
    // The sweep comes at once after the deployment here.
    GRACE_SECONDS: '0',
    SETTLE_SECONDS: '0',
    STACK_ID: `arn:aws:cloudformation:${PLACE}:stack/rolefit/0a1b`,
    STATE_MACHINE: SWEEP_MACHINE,
    BUCKET: 'sweep',
    TOPIC: `arn:aws:sns:${PLACE}:alerts`,
  };
  const args = ['scripts/lambda.ts', `dist/${bundle}/index.mjs`];
  const started = spawn(process.execPath, args, { env, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
  child = started;
  const [, , log, answer] = started.stdio;
  const logged = log ? text(log) : Promise.resolve('');
  const returned = answer && 'read' in answer ? text(answer) : Promise.resolve('');
  started.stdin?.end(JSON.stringify(event));
  const code = await new Promise((resolve) => started.on('close', resolve));
  if (code !== 0) throw new Error(`${bundle} ended with exit status ${code}: ${await logged}`);
  return JSON.parse((await returned) || 'null');
}

interface Request {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResourceProperties: Properties;
  readonly OldResourceProperties?: Properties;
  readonly PhysicalResourceId?: string;
}

async function invoke(request: Request): Promise<Answer> {
  const path = `/answer/${randomUUID()}`;
  const event = {
    ...request,
    ServiceToken: SERVICE_TOKEN,
    ResponseURL: aws.endpoint + path,
    StackId: `arn:aws:cloudformation:${PLACE}:stack/demo/1`,
    RequestId: randomUUID(),
    LogicalResourceId: 'OrdersRolePolicy',
    ResourceType: 'Custom::StateMachineRolePolicy',
  };
  aws.cloudFormation.begin(event, { template: TEMPLATE });
  await run('role-policy', event);
  const [answer] = aws.answers.get(path) ?? [];
  if (!answer) throw new Error('the hook did not answer');
  return answer;
}

function allowed(state: IamState = aws.iam.stateOf(ROLE)): readonly string[] {
  return permissionsOf(state.roles.get(ROLE)?.inline.values() ?? []);
}

async function step(title: string, request: Request): Promise<Answer> {
  const before = allowed();
  console.log(`\n${title}`);
  const answer = await invoke(request);
  const { Status, Reason, Data } = answer;
  console.log(`  ${request.RequestType}: ${Status}${Reason === undefined ? '' : ` ${Reason}`}`);
  if (Status !== 'SUCCESS') throw new Error(`${title}: ${Reason}`);
  if (Data?.['Writes'] === 0) console.log('  nothing was written');
  showDifference(before, allowed());
  return answer;
}

/** Something changes, CloudTrail records it, the re-check looks at it. */
async function change(title: string, event: object | undefined): Promise<void> {
  const before = allowed();
  console.log(`\n${title}`);
  aws.messages.length = 0;
  if (event) await run('drift-check', event);
  else await sweep();
  showDifference(before, allowed());
  for (const { text: message } of aws.messages) showMessage(message);
  if (before.join() === allowed().join()) console.log('  the role is as it was');
}

/** The functions in the order of infra/sweep.asl.json, some time after all that has happened. */
async function sweep(): Promise<void> {
  aws.age();
  const revision = { definition: '{}', updateDate: 1 };
  const executionArn = `${SWEEP}-${sweeps++}`;
  aws.states.executions.set(SWEEP_MACHINE, [{ executionArn, startDate: 2, revision }]);
  const step = (name: string) => run('sweep', { step: name, executionArn });
  const { roles, again } = sweepFiles(executionArn.replace(/.*:/, ''));
  const items = (file: string) => JSON.parse(aws.objects.get(`sweep/${file}`) ?? '[]');
  await step('list');
  for (const item of items(roles)) await run('drift-check', item);
  await step('gather');
  for (const item of items(again)) await run('drift-check', item);
  await step('finish');
}

function setDefinition(definition: string, revisionId?: string): void {
  const record = { name: 'demo-orders', type: 'STANDARD', definition, roleArn: ROLE_ARN } as const;
  aws.states.machines.set(MACHINE, revisionId === undefined ? record : { ...record, revisionId });
}

/** Takes an action out of the role's policy. */
function trim(action: string): void {
  const { Version, Statement } = JSON.parse(aws.iam.stateOf(ROLE).roles.get(ROLE)?.inline.get('rolefit') ?? '{}');
  const left = Statement.filter(({ Action }: { Action: string[] }) => !Action.includes(action));
  aws.iam.putInline(ROLE, 'rolefit', JSON.stringify({ Version, Statement: left }));
}

async function recheck(first: Properties, second: Properties): Promise<void> {
  const update = recorded('states', 'UpdateStateMachine', { stateMachineArn: MACHINE });
  setDefinition(definitionOf(second), 'r2');
  const revision = { definition: definitionOf(first), roleArn: ROLE_ARN, revisionId: 'r1', updateDate: 1 };
  const executionArn = `arn:aws:states:${PLACE}:execution:demo-orders:1`;
  aws.states.executions.set(MACHINE, [{ executionArn, startDate: 2, revision }]);
  await change('5. Someone edits the definition in the console, while an execution is running', update);
  await change('6. The sweep looks at all roles; the execution is still running', undefined);
  aws.states.executions.clear();
  await change('7. The execution has ended; the next sweep', undefined);
  const before = allowed();
  console.log('\n8. Someone trims the policy by hand');
  trim('lambda:InvokeFunction');
  showDifference(before, allowed());
  const removal = recorded('iam', 'PutRolePolicy', { roleName: ROLE, policyName: 'rolefit' });
  await change('   … and the re-check', removal);
  setDefinition(GRAB, 'r3');
  await change('9. The definition suddenly wants to make someone an administrator', update);
}

export async function onEmbeddedAws(): Promise<void> {
  await aws.start();
  console.log(`embedded AWS on ${aws.endpoint}; the functions are the bundles in dist`);
  aws.iam.createRole(ROLE);
  aws.states.machines.set(SWEEP_MACHINE, {
    name: 'rolefit-sweep',
    definition: '{}',
    roleArn: ROLE_ARN.replace(ROLE, 'sweep'),
  });
  const first = exampleProperties();
  const second = edited(first);
  console.log(`\nthe execution role ${ROLE} is made without policies: ${allowed().length} permissions`);
  const { PhysicalResourceId } = await step('1. The stack is created (infra/example.yaml)', {
    RequestType: 'Create',
    ResourceProperties: first,
  });
  await step('2. It is deployed again without a change', {
    RequestType: 'Update',
    ResourceProperties: first,
    OldResourceProperties: first,
    PhysicalResourceId,
  });
  await step('3. The definition is edited in the template: SNS instead of SQS', {
    RequestType: 'Update',
    ResourceProperties: second,
    OldResourceProperties: first,
    PhysicalResourceId,
  });
  await step('4. Another resource of that deployment fails: CloudFormation rolls back', {
    RequestType: 'Update',
    ResourceProperties: first,
    OldResourceProperties: second,
    PhysicalResourceId,
  });
  await recheck(first, second);
  await step('10. The stack is deleted', { RequestType: 'Delete', ResourceProperties: first, PhysicalResourceId });
  const { roles, policies } = aws.iam.stateOf(ROLE);
  const role = roles.get(ROLE);
  const left = (role?.inline.size ?? 0) + (role?.attached.size ?? 0) + policies.size;
  console.log(`\nleft on the role: ${left} policies, tags: ${[...(role?.tags.keys() ?? [])].join(', ')}`);
  if (left > 0) throw new Error('something was left behind');
  const [refused] = aws.permissions.takeRefused();
  if (refused !== undefined) throw new Error(`template.yaml does not allow ${refused}`);
}

export async function stopEmbeddedAws(): Promise<void> {
  child?.kill();
  await aws.stop();
}
