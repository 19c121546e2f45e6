import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EmbeddedAws, type Fault } from '../double/aws.ts';
import { allowedBy, many, reading } from './hook.ts';
import {
  addRole,
  context,
  type Functions,
  HERE,
  LISTED,
  listFleet,
  loadFunctions,
  look,
  machineArn,
  roleArn,
  updated,
} from './recheck.ts';

/**
 * Every AWS call that the re-check makes × faults that the SDK does not try again: whatever goes wrong, the queue or the sweep tries again, that converges,
 * and the role never lacks what it had and still needs.
 */

const aws = new EmbeddedAws();
let functions: Functions;
let survived = 0;
before(async () => {
  await aws.start();
  functions = await loadFunctions(aws.endpoint);
});
after(async () => {
  await aws.stop();
  console.log(`faults: the re-check survived ${survived} of them`);
});

const FAULTS: Readonly<Record<string, Fault>> = {
  AccessDenied: { kind: 'refuse', code: 'AccessDenied', status: 403 },
  crashBefore: { kind: 'refuse', code: 'Crashed', status: 400 },
  crashAfter: { kind: 'lostAnswer', code: 'Crashed', status: 400 },
};

/** The faults of each role, which its state machine shares the name of: many are checked at the same time. */
const faults = new Map<string, () => Fault | undefined>();
aws.fault = ({ text }) => faults.get(/\bw\d+-\w+-\d+\b/.exec(text)?.[0] ?? '')?.();

interface Scenario {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly event: (name: string) => object;
}

/** The second look of a sweep, to which the first has led. */
const LOOK_AGAIN = (name: string) => ({ role: name, listed: LISTED, second: true });

const SCENARIOS: readonly Scenario[] = [
  { title: 'a changed definition', from: reading('a', 'b'), to: reading('b', 'c'), event: updated },
  { title: 'a definition that has grown', from: reading('b'), to: reading('b', ...many('t')), event: updated },
  { title: 'the sweep’s second look', from: reading('a', 'b'), to: reading('b'), event: LOOK_AGAIN },
];

function setDefinition(name: string, definition: string, revisionId?: string): void {
  const record = { name, definition, roleArn: roleArn(name), ...(revisionId === undefined ? {} : { revisionId }) };
  aws.states.machines.set(machineArn(name), record);
}

const fleet: Record<string, readonly string[]> = {};

/** A role that was right, and a state machine that has changed since. */
async function prepare({ from, to, event }: Scenario, name: string): Promise<object> {
  addRole(aws, name);
  setDefinition(name, from);
  fleet[name] = [machineArn(name)];
  listFleet(aws, fleet);
  await functions.check(updated(name), context());
  setDefinition(name, to, 'r2');
  if (event === updated) return event(name);
  await look(aws, functions, name);
  return event(name);
}

async function callsOf(scenario: Scenario, name: string): Promise<number> {
  const event = await prepare(scenario, name);
  const before = aws.calls.length;
  await functions.check(event, context());
  return aws.calls.slice(before).filter(({ text }) => text.includes(name)).length;
}

async function survive(scenario: Scenario, name: string, index: number, fault: string): Promise<void> {
  const event = await prepare(scenario, name);
  const before = allowedBy(aws.iam.stateOf(name), name);
  const since = aws.iam.historyOf(name).length;
  let seen = 0;
  let dead = false;
  faults.set(name, () => {
    if (dead) return FAULTS['crashBefore'];
    if (seen++ !== index) return undefined;
    dead = fault.startsWith('crash');
    return FAULTS[fault];
  });
  const failed = await functions.check(event, context()).then(
    () => false,
    () => true,
  );
  faults.delete(name);
  if (failed) await functions.check(event, context());
  const needed = new Set(tables(scenario.to));
  const after = allowedBy(aws.iam.stateOf(name), name);
  for (const pair of needed) assert.ok(after.has(pair), `${pair} is missing`);
  if (scenario.event === LOOK_AGAIN) assert.deepEqual([...after].toSorted(), [...needed].toSorted());
  const kept = [...before].filter((pair) => needed.has(pair));
  for (const past of aws.iam.historyOf(name).slice(since)) {
    const now = allowedBy(past, name);
    for (const pair of kept) assert.ok(now.has(pair), `${pair} was missing`);
  }
  survived++;
}

function tables(definition: string): readonly string[] {
  return [...definition.matchAll(/"TableName":"([^"]+)"/g)].map(
    ([, name = '']) => `dynamodb:GetItem arn:aws:dynamodb:${HERE}:table/${name}`,
  );
}

for (const [number, scenario] of SCENARIOS.entries()) {
  describe(`${scenario.title}: every call × every fault`, () => {
    for (const fault of Object.keys(FAULTS)) {
      it(fault, async () => {
        const calls = await callsOf(scenario, `w${number}-${fault}-99999`);
        assert.ok(calls > 5);
        const runs = Array.from({ length: calls }, (_, index) =>
          survive(scenario, `w${number}-${fault}-${index}`, index, fault),
        );
        await Promise.all(runs);
      });
    }
  });
}
