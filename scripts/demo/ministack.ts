/** The demo on a real emulator: rolefit's own template and the example, deployed by the SAM CLI. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  DeleteRolePolicyCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
  ListRolesCommand,
} from '@aws-sdk/client-iam';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { type Emulator, hasPython, startEmulator } from '../emulator.ts';
import { GRAB, permissionsOf, recorded, showDifference } from './show.ts';

const PLACE = 'eu-west-1:111122223333';

let emulator: Emulator | undefined;

interface Clients {
  readonly iam: IAMClient;
  readonly sfn: SFNClient;
  readonly events: EventBridgeClient;
}

export async function onMinistack(): Promise<void> {
  if (!hasPython())
    throw new Error('python3 with venv is missing; install Python 3.9 or newer, or run `npm run demo` without --aws');
  emulator = await startEmulator();
  const { sam, endpoint, client } = emulator;
  console.log(`ministack on ${endpoint}`);
  const clients = { iam: new IAMClient(client), sfn: new SFNClient(client), events: new EventBridgeClient(client) };
  const folder = mkdtempSync(join(tmpdir(), 'rolefit-demo-'));
  const options = [
    '--stack-name',
    'demo',
    '--capabilities',
    'CAPABILITY_IAM',
    '--resolve-s3',
    '--no-confirm-changeset',
  ];
  const deploy = (file: string) => sam('deploy', '--template-file', file, ...options);
  try {
    console.log("\n1. sam build, sam deploy: rolefit's own stack");
    sam('build');
    sam('deploy', '--parameter-overrides', 'GraceSeconds=0', 'SweepSettleSeconds=1');
    console.log('\n2. sam deploy: the example stack (infra/example.yaml)');
    deploy('infra/example.yaml');
    const first = await permissions(clients);
    showDifference([], first);
    console.log('\n3. The definition is edited in the template: SNS instead of SQS');
    const file = join(folder, 'edited.yaml');
    writeFileSync(file, editedTemplate(readFileSync('infra/example.yaml', 'utf8')));
    deploy(file);
    showDifference(first, await permissions(clients));
    await recheck(clients);
    console.log('\n8. The stack is deleted');
    const before = await permissions(clients);
    sam('delete', '--stack-name', 'demo', '--no-prompts');
    const left = await permissions(clients);
    showDifference(before, left);
    if (left.length > 0) throw new Error('something was left behind');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function stopMinistack(): Promise<void> {
  await emulator?.stop();
}

async function recheck(clients: Clients): Promise<void> {
  const { iam, sfn } = clients;
  const { stateMachines = [] } = await sfn.send(new ListStateMachinesCommand({}));
  const arnOf = (end: string) => stateMachines.find(({ name }) => name?.endsWith(end))?.stateMachineArn ?? '';
  const stateMachineArn = arnOf('-orders');
  const { definition = '' } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const update = async (changed: string) => {
    await sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition: changed }));
    await put(clients, recorded('states', 'UpdateStateMachine', { stateMachineArn }));
  };
  await change(clients, '4. Someone edits the definition in the console: another topic', () =>
    update(definition.replace(':sent', ':delivered')),
  );
  await change(clients, '5. The sweep takes away what nothing needs any more', () =>
    swept(sfn, arnOf('rolefit-sweep')),
  );
  const RoleName = await roleName(iam);
  await change(clients, '6. Someone deletes the policy by hand; the re-check puts it back', async () => {
    await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'rolefit' }));
    await put(clients, recorded('iam', 'DeleteRolePolicy', { roleName: RoleName, policyName: 'rolefit' }));
  });
  await change(clients, '7. The definition suddenly wants to make someone an administrator', () => update(GRAB));
}

async function change(clients: Clients, title: string, run: () => Promise<void>): Promise<void> {
  console.log(`\n${title}`);
  const before = await permissions(clients);
  await run();
  // The queue and the function take a moment.
  await sleep(5_000);
  const after = await permissions(clients);
  showDifference(before, after);
  if (before.join() === after.join()) console.log('  the role is as it was');
}

async function put({ events }: Clients, event: object): Promise<void> {
  const { source, 'detail-type': type, detail } = JSON.parse(JSON.stringify(event));
  const entry = { Source: source, DetailType: type, Detail: JSON.stringify(detail) };
  await events.send(new PutEventsCommand({ Entries: [entry] }));
}

async function swept(sfn: SFNClient, stateMachineArn: string): Promise<void> {
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn }));
  for (;;) {
    const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (status === 'SUCCEEDED') return;
    if (status !== 'RUNNING') throw new Error(`the sweep ended as ${status}`);
    await sleep(500);
  }
}

function editedTemplate(text: string): string {
  return text
    .replace('sqs:sendMessage.waitForTaskToken', 'sns:publish')
    .replace('QueueUrl: ${ToPackUrl}', `TopicArn: arn:aws:sns:${PLACE}:sent`)
    .replace(/MessageBody: .*/, 'Message: sent');
}

async function roleName(iam: IAMClient): Promise<string | undefined> {
  const { Roles = [] } = await iam.send(new ListRolesCommand({}));
  return Roles.map((role) => role.RoleName ?? '').find((name) => name.startsWith('demo-OrdersRole'));
}

/** What the example's execution role is allowed; nothing where it is gone. */
async function permissions({ iam }: Clients): Promise<readonly string[]> {
  const RoleName = await roleName(iam);
  if (RoleName === undefined) return [];
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const documents: string[] = [];
  for (const PolicyName of PolicyNames) {
    const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    documents.push(decodeURIComponent(PolicyDocument));
  }
  return permissionsOf(documents);
}
