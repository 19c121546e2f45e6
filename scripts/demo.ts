/**
 * `npm run demo`: an example stack's life on an embedded AWS, with the bundle that is deployed. The embedded AWS is an
 * HTTP server on loopback that speaks IAM, Step Functions, S3 and CloudFormation's response URL; nothing leaves the
 * machine. `npm run demo -- --aws ministack`: the same on a real emulator, deployed by the SAM CLI.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { GetRolePolicyCommand, IAMClient, ListRolePoliciesCommand, ListRolesCommand } from '@aws-sdk/client-iam';
import { parse, type ScalarTag } from 'yaml';
import { type Answer, EmbeddedAws } from '../test/double/aws.ts';
import type { IamState } from '../test/double/iam.ts';
import { type Emulator, hasPython, startEmulator } from './emulator.ts';

const ROLE = 'orders-role';
const PLACE = 'eu-west-1:111122223333';
const SERVICE_TOKEN = `arn:aws:lambda:${PLACE}:function:rolefit`;
const BUNDLE = 'dist/role-policy/index.mjs';

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
let child: ReturnType<typeof spawn> | undefined;

function exampleProperties(): Properties {
  const tag = (name: string): ScalarTag => ({
    tag: name,
    resolve: (value) => RESOLVED[`${name} ${value}`] ?? `${name} ${value}`,
  });
  const template = parse(readFileSync('infra/example.yaml', 'utf8'), {
    customTags: ['!Ref', '!GetAtt', '!Sub', '!ImportValue'].map(tag),
  });
  return { ...template.Resources.OrdersRolePolicy.Properties, SettleSeconds: '0' };
}

/** The example after an edit: customers are told by SNS, and the warehouse is not waited for any more. */
function edited(properties: Properties): Properties {
  const text = JSON.stringify(properties)
    .replace('sqs:sendMessage.waitForTaskToken', 'sns:publish')
    .replace(/"QueueUrl":"[^"]*","MessageBody":\{[^}]*\}/, `"TopicArn":"arn:aws:sns:${PLACE}:sent","Message":"sent"`);
  return JSON.parse(text);
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
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'demo',
    AWS_SECRET_ACCESS_KEY: 'demo',
  };
  const run = spawn(process.execPath, ['scripts/lambda.ts', BUNDLE], { env, stdio: ['pipe', 'ignore', 'inherit'] });
  child = run;
  run.stdin.end(JSON.stringify(event));
  await new Promise((resolve) => run.on('close', resolve));
  const [answer] = aws.answers.get(path) ?? [];
  if (!answer) throw new Error('the hook did not answer');
  return answer;
}

/** A line for each action and resource that the role is allowed. */
function allowed(state: IamState): readonly string[] {
  return permissionsOf(state.roles.get(ROLE)?.inline.values() ?? []);
}

function permissionsOf(documents: Iterable<string>): readonly string[] {
  const lines: string[] = [];
  for (const document of documents) {
    for (const { Action, Resource } of JSON.parse(document).Statement) {
      for (const action of Action) for (const resource of Resource) lines.push(`${action} on ${resource}`);
    }
  }
  return lines.toSorted();
}

async function step(title: string, request: Request): Promise<Answer> {
  const before = allowed(aws.iam.stateOf(ROLE));
  console.log(`\n${title}`);
  const answer = await invoke(request);
  const { Status, Reason, Data } = answer;
  console.log(`  ${request.RequestType}: ${Status}${Reason === undefined ? '' : ` ${Reason}`}`);
  if (Status !== 'SUCCESS') throw new Error(`${title}: ${Reason}`);
  if (Data?.['Writes'] === 0) console.log('  nothing was written');
  const after = allowed(aws.iam.stateOf(ROLE));
  showDifference(before, after);
  return answer;
}

function showDifference(before: readonly string[], after: readonly string[]): void {
  for (const line of before) if (!after.includes(line)) console.log(`  - ${line}`);
  for (const line of after) if (!before.includes(line)) console.log(`  + ${line}`);
}

async function embedded(): Promise<void> {
  await aws.start();
  console.log(`embedded AWS on ${aws.endpoint}; the hook is ${BUNDLE}`);
  aws.iam.createRole(ROLE);
  const first = exampleProperties();
  const second = edited(first);
  console.log(
    `\nthe execution role ${ROLE} is made without policies: ${allowed(aws.iam.stateOf(ROLE)).length} permissions`,
  );
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
  await step('3. The definition is edited: SNS instead of SQS', {
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
  await step('5. The stack is deleted', { RequestType: 'Delete', ResourceProperties: first, PhysicalResourceId });
  const { roles, policies } = aws.iam.stateOf(ROLE);
  const role = roles.get(ROLE);
  const left = (role?.inline.size ?? 0) + (role?.attached.size ?? 0) + policies.size;
  console.log(`\nleft on the role: ${left} policies, tags: ${[...(role?.tags.keys() ?? [])].join(', ')}`);
  if (left > 0) throw new Error('something was left behind');
}

let emulator: Emulator | undefined;

/** rolefit's own template and the example, deployed by the SAM CLI. */
async function onMinistack(): Promise<void> {
  if (!hasPython())
    throw new Error('python3 with venv is missing; install Python 3.9 or newer, or run `npm run demo` without --aws');
  emulator = await startEmulator();
  const { sam, endpoint } = emulator;
  console.log(`ministack on ${endpoint}`);
  const iam = new IAMClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const folder = mkdtempSync(join(tmpdir(), 'rolefit-demo-'));
  const deploy = (file: string) =>
    sam(
      'deploy',
      '--template-file',
      file,
      '--stack-name',
      'demo',
      '--capabilities',
      'CAPABILITY_IAM',
      '--resolve-s3',
      '--no-confirm-changeset',
    );
  try {
    console.log("\n1. sam build, sam deploy: rolefit's own stack");
    sam('build');
    sam('deploy');
    console.log('\n2. sam deploy: the example stack (infra/example.yaml)');
    deploy('infra/example.yaml');
    const first = await livePermissions(iam);
    showDifference([], first);
    console.log('\n3. The definition is edited: SNS instead of SQS');
    const file = join(folder, 'edited.yaml');
    writeFileSync(file, editedTemplate(readFileSync('infra/example.yaml', 'utf8')));
    deploy(file);
    const second = await livePermissions(iam);
    showDifference(first, second);
    console.log('\n4. The stack is deleted');
    sam('delete', '--stack-name', 'demo', '--no-prompts');
    const left = await livePermissions(iam);
    showDifference(second, left);
    if (left.length > 0) throw new Error('something was left behind');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function editedTemplate(text: string): string {
  return text
    .replace('sqs:sendMessage.waitForTaskToken', 'sns:publish')
    .replace('QueueUrl: ${ToPackUrl}', `TopicArn: arn:aws:sns:${PLACE}:sent`)
    .replace(/MessageBody: .*/, 'Message: sent');
}

/** What the example's execution role is allowed on the emulator; nothing where it is gone. */
async function livePermissions(iam: IAMClient): Promise<readonly string[]> {
  const { Roles = [] } = await iam.send(new ListRolesCommand({}));
  const RoleName = Roles.map((role) => role.RoleName ?? '').find((name) => name.startsWith('demo-OrdersRole'));
  if (RoleName === undefined) return [];
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const documents: string[] = [];
  for (const PolicyName of PolicyNames) {
    const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    documents.push(decodeURIComponent(PolicyDocument));
  }
  return permissionsOf(documents);
}

async function stop(): Promise<void> {
  child?.kill();
  await aws.stop();
  await emulator?.stop();
}

function chosen(): 'embedded' | 'ministack' {
  const { values } = parseArgs({ options: { aws: { type: 'string', default: 'embedded' } } });
  if (values.aws === 'embedded' || values.aws === 'ministack') return values.aws;
  throw new Error(`--aws ${values.aws} is neither embedded nor ministack`);
}

process.on('SIGINT', () => {
  process.exitCode = 130;
  void stop();
});
try {
  await (chosen() === 'ministack' ? onMinistack() : embedded());
} catch (error) {
  // Interrupted: what was running has been stopped, and that is all there is to say.
  if (process.exitCode !== 130) {
    console.error(`demo: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
} finally {
  await stop();
}
