import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Call, EmbeddedAws, type Fault } from '../double/aws.ts';
import { allowedBy, answersTo, contextOf, eventOf, loadHook, many, type Request, reading } from './hook.ts';

/**
 * Every AWS call that the hook makes × every fault: whatever goes wrong, the stack gets exactly one answer, trying again
 * converges, and the role never lacks a permission that both the old and the new definition need.
 */

const aws = new EmbeddedAws();
let handler: Awaited<ReturnType<typeof loadHook>>;
let survived = 0;
before(async () => {
  await aws.start();
  handler = await loadHook(aws.endpoint);
});
after(async () => {
  await aws.stop();
  console.log(`faults: the hook survived ${survived} of them`);
});

interface Scenario {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'create inline', to: reading('a', 'b') },
  { name: 'create managed', to: reading(...many('t')) },
  { name: 'update inline', from: reading('a', 'b'), to: reading('b', 'c') },
  { name: 'inline to managed', from: reading('a', 'b'), to: reading('b', ...many('t')) },
  { name: 'managed to managed', from: reading(...many('t')), to: reading('a', ...many('t').slice(3)) },
  { name: 'managed to inline', from: reading(...many('t')), to: reading(many('t')[0] ?? '') },
  { name: 'delete inline', from: reading('a') },
  { name: 'delete managed', from: reading(...many('t')) },
];

/** `crash*`: the function dies; nothing that it asks for afterwards is answered well, and Lambda tries again. */
const FAULTS = ['throttle', 'timeout', '5xx', 'AccessDenied', 'crashBefore', 'crashAfter'] as const;
type Name = (typeof FAULTS)[number];

const ONCE: Readonly<Record<Name, Fault>> = {
  throttle: { kind: 'refuse', code: 'Throttling', status: 400 },
  timeout: { kind: 'silence' },
  '5xx': { kind: 'refuse', code: 'ServiceFailure', status: 500 },
  AccessDenied: { kind: 'refuse', code: 'AccessDenied', status: 403 },
  crashBefore: { kind: 'refuse', code: 'Crashed', status: 400 },
  crashAfter: { kind: 'lostAnswer', code: 'Crashed', status: 400 },
};

/** The faults of each role: all scenarios run at the same time against one AWS. */
const faults = new Map<string, (call: Call) => Fault | undefined>();
aws.fault = (call) => (call.service === 'answer' ? undefined : faults.get(call.role)?.(call));

function requestOf({ from, to }: Scenario, role: string): Request {
  const properties = (definition: string) => ({ RoleName: role, DefinitionString: definition, SettleSeconds: '0' });
  const physicalId = `${role}/rolefit`;
  // They are all deployed at the same time.
  const stack = `arn:aws:cloudformation:eu-west-1:111122223333:stack/${role}/1`;
  if (to === undefined) return { type: 'Delete', stack, physicalId, properties: properties(from ?? '') };
  if (from === undefined) return { type: 'Create', stack, properties: properties(to) };
  return { type: 'Update', stack, physicalId, properties: properties(to), oldProperties: properties(from) };
}

async function prepare(scenario: Scenario, role: string): Promise<void> {
  aws.iam.createRole(role);
  if (scenario.from === undefined) return;
  await handler(eventOf(aws, requestOf({ name: '', to: scenario.from }, role)), contextOf());
}

/** Which calls the scenario makes, without faults. */
async function callsOf(scenario: Scenario, role: string): Promise<readonly string[]> {
  await prepare(scenario, role);
  const calls: string[] = [];
  faults.set(role, ({ action }) => {
    calls.push(action);
    return undefined;
  });
  await handler(eventOf(aws, requestOf(scenario, role)), contextOf());
  return calls;
}

async function survive(scenario: Scenario, role: string, index: number, fault: Name): Promise<void> {
  await prepare(scenario, role);
  const before = allowedBy(aws.iam.stateOf(role), role);
  const since = aws.iam.historyOf(role).length;
  let seen = 0;
  let dead = false;
  faults.set(role, () => {
    if (dead) return ONCE.crashBefore;
    if (seen++ !== index) return undefined;
    dead = fault.startsWith('crash');
    return ONCE[fault];
  });
  const first = eventOf(aws, requestOf(scenario, role));
  await handler(first, contextOf());
  faults.delete(role);
  const answers = answersTo(aws, first);
  assert.equal(answers.length, 1, `exactly one answer: ${JSON.stringify(answers)}`);
  const [answer] = answers;
  assert.ok(answer);
  const recovers = fault === 'throttle' || fault === 'timeout' || fault === '5xx';
  if (recovers) assert.equal(answer.Status, 'SUCCESS', answer.Reason);
  if (answer.Status === 'FAILED') {
    const again = eventOf(aws, requestOf(scenario, role));
    await handler(again, contextOf());
    assert.equal(answersTo(aws, again)[0]?.Status, 'SUCCESS', answersTo(aws, again)[0]?.Reason);
  }
  const state = aws.iam.stateOf(role);
  const after = allowedBy(state, role);
  const clean = `${role}-clean`;
  await prepare({ name: '', ...(scenario.to === undefined ? {} : { from: scenario.to }) }, clean);
  assert.deepEqual([...after].toSorted(), [...allowedBy(aws.iam.stateOf(clean), clean)].toSorted());
  const both = [...before].filter((pair) => after.has(pair));
  for (const past of aws.iam.historyOf(role).slice(since)) {
    const now = allowedBy(past, role);
    for (const pair of both) assert.ok(now.has(pair), `${pair} was missing`);
  }
  const left = [...state.policies].filter(
    ([arn]) => arn.includes(`/${role}/`) && !state.roles.get(role)?.attached.has(arn),
  );
  assert.deepEqual(left, [], 'no policy is left unattached');
  survived++;
}

for (const [number, scenario] of SCENARIOS.entries()) {
  // Two at a time: with all of them one process is so busy that an answer is taken for lost, and sent twice.
  describe(`${scenario.name}: every call × every fault`, { concurrency: 2 }, () => {
    for (const fault of FAULTS) {
      it(fault, async () => {
        const role = `f${number}-${fault}`;
        const calls = await callsOf(scenario, `${role}-dry`);
        assert.ok(calls.length > 3);
        const runs = calls.map((_, index) => survive(scenario, `${role}-${index}`, index, fault));
        await Promise.all(runs);
      });
    }
  });
}

describe('calls that are not about the role: every call × every fault', () => {
  const StateMachineArn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:elsewhere';
  const sources = [
    ['DescribeStacks', { DefinitionString: reading('a') }],
    ['DescribeStackEvents', { DefinitionString: reading('a') }],
    ['GetTemplate', { DefinitionString: reading('a') }],
    ['GetObject', { DefinitionS3Location: { Bucket: 'code', Key: 'flow.json' } }],
    ['DescribeStateMachine', { StateMachineArn }],
  ] as const;
  for (const [action, source] of sources) {
    for (const fault of FAULTS) {
      it(`${action}: ${fault}`, async () => {
        aws.objects.set('code/flow.json', reading('a'));
        aws.states.machines.set(StateMachineArn, { name: 'elsewhere', type: 'STANDARD', definition: reading('a') });
        const role = `elsewhere-${action}-${fault}`;
        aws.iam.createRole(role);
        let seen = 0;
        faults.set('', (call) => (call.action === action && seen++ === 0 ? ONCE[fault] : undefined));
        const request: Request = { type: 'Create', properties: { RoleName: role, SettleSeconds: '0', ...source } };
        const first = eventOf(aws, request);
        await handler(first, contextOf());
        faults.delete('');
        assert.ok(seen > 0, 'the fault came');
        const [answer, ...others] = answersTo(aws, first);
        assert.ok(answer && others.length === 0, 'exactly one answer');
        const recovers = fault === 'throttle' || fault === 'timeout' || fault === '5xx';
        assert.equal(answer.Status, recovers ? 'SUCCESS' : 'FAILED', answer.Reason);
        if (!recovers) await handler(eventOf(aws, request), contextOf());
        assert.equal(allowedBy(aws.iam.stateOf(role), role).size, 1);
        survived++;
      });
    }
  }
});
