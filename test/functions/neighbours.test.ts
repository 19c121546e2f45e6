import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { EmbeddedAws } from '../double/aws.ts';
import { allowedBy, contextOf, many, reading } from './hook.ts';
import {
  addRole,
  type Functions,
  HERE,
  listFleet,
  loadFunctions,
  look,
  lookAgain,
  machineArn,
  queued,
  recorded,
  roleArn,
  updated,
} from './recheck.ts';

/** A definition that can be read, and that needs what the role or IAM cannot take. */

const aws = new EmbeddedAws();
let functions: Functions;
before(async () => {
  await aws.start();
  functions = await loadFunctions(aws.endpoint);
});
after(() => aws.stop());

let role = '';
let neighbour = '';
let count = 0;
beforeEach(() => {
  role = `shared-${count++}`;
  neighbour = `${role}-neighbour`;
  aws.messages.length = 0;
  aws.fault = () => undefined;
});

function add(name: string, definition: string, more: object = {}): void {
  aws.states.machines.set(machineArn(name), { name, type: 'STANDARD', definition, roleArn: roleArn(role), ...more });
}

function check(event: object): Promise<unknown> {
  return functions.check(event, contextOf(250_000));
}

const allowed = () => [...allowedBy(aws.iam.stateOf(role), role)];
const tables = () => allowed().map((line) => line.replace(/.*table\//, ''));
const byHand = () => queued(recorded('DeleteRolePolicy', { roleName: role, policyName: 'rolefit' }));

/** Tables whose policy needs so many managed policies, about 20 for each. */
const LONG = (policies: number) => many('t'.repeat(200), policies * 20);

function task(resource: string, Parameters: object): string {
  return JSON.stringify({ StartAt: 'S', States: { S: { Type: 'Task', Resource: resource, Parameters, End: true } } });
}

const getObject = (Key: string) => task('arn:aws:states:::aws-sdk:s3:getObject', { Bucket: 'b', Key });
const invoke = (FunctionName: string) => task('arn:aws:states:::lambda:invoke', { FunctionName });

/** A role that was right for `a`, and has lost it. */
async function lost(definition: string): Promise<void> {
  addRole(aws, role);
  add(role, reading('a'));
  await check(updated(role));
  aws.messages.length = 0;
  add(neighbour, definition);
  listFleet(aws, { [role]: [machineArn(role), machineArn(neighbour)] });
  aws.iam.deleteInline(role, 'rolefit');
}

const IMPOSSIBLE: Readonly<Record<string, readonly [definition: string, why: RegExp]>> = {
  'a name that no policy has room for': [getObject('k'.repeat(11_000)), /not granted, since no policy has room for it/],
  'a name that fits into an inline policy only': [getObject('k'.repeat(7_000)), /since no policy has room for it/],
  'characters that IAM refuses': [getObject('\u8868'), /since IAM takes no such character in a policy/],
  'a control character': [getObject('a\u0000b'), /since IAM takes no such character in a policy/],
  'another partition': [invoke(`arn:aws-cn:lambda:${HERE}:function:f`), /since the account is in the partition aws/],
};

describe('one bad neighbour: a state machine of a shared role that needs what IAM does not take', () => {
  for (const [what, [definition, why]] of Object.entries(IMPOSSIBLE)) {
    it(`${what}: is refused and told, and what the others lost is put back`, async () => {
      await lost(definition);
      await check(byHand());
      assert.deepEqual(tables(), ['a']);
      const [message] = aws.messages;
      assert.match(message?.text ?? '', why);
      assert.match(message?.text ?? '', new RegExp(`^${role} lost dynamodb:GetItem`));
    });
  }

  it('characters of Latin-1, and a long name, are granted', async () => {
    await lost(getObject(`${'k'.repeat(1000)}é`));
    await check(byHand());
    assert.equal(allowed().length, 2);
  });
});

describe('one bad neighbour: a state machine of a shared role that needs more than fits into it', () => {
  it('is left out, and told; what the others lost is put back', async () => {
    await lost(reading(...LONG(12)));
    await check(byHand());
    assert.deepEqual(tables(), ['a']);
    const text = aws.messages[0]?.text ?? '';
    assert.match(text, new RegExp(`${neighbour} gets nothing more from role ${role}: what it needs does not fit`));
    assert.match(text, new RegExp(`^${role} lost dynamodb:GetItem.*It was put back`));
    assert.doesNotMatch(text, new RegExp(`${neighbour} lost`));
  });

  it('is not granted in part, and its own change fails, so that it is delivered again', async () => {
    await lost(reading(...LONG(12)));
    await assert.rejects(check(updated(neighbour)), /is not served: what it needs does not fit into the role/);
    assert.deepEqual(aws.iam.stateOf(role).roles.get(role)?.attached.size, 0);
    await check(byHand());
    assert.deepEqual(tables(), ['a']);
  });

  it('of several, only those that lack most are left out', async () => {
    await lost(reading(...LONG(7)));
    add(`${neighbour}-2`, reading(...LONG(6).map((name) => `${name}x`)));
    add(`${neighbour}-3`, reading('c'));
    const names = [role, neighbour, `${neighbour}-2`, `${neighbour}-3`];
    listFleet(aws, { [role]: names.map(machineArn) });
    await check(byHand());
    assert.ok(tables().includes('a') && tables().includes('c'));
    assert.equal(tables().filter((name) => name.endsWith('x')).length, 120);
    assert.equal(tables().length, 122);
  });

  it('keeps what it has, where it then needs more', async () => {
    await lost(reading('b'));
    await check(byHand());
    assert.deepEqual(tables(), ['a', 'b']);
    add(neighbour, reading('b', ...LONG(12)), { revisionId: 'r2' });
    for (let round = 0; round < 2; round++) {
      await look(aws, functions, role);
      await lookAgain(aws, functions, role);
      assert.deepEqual(tables(), ['a', 'b']);
    }
  });

  it('is served once others need less: what is too much goes in spite of it', async () => {
    addRole(aws, role);
    add(role, reading(...LONG(7)));
    await check(updated(role));
    add(neighbour, reading(...LONG(6).map((name) => `${name}x`)));
    await assert.rejects(check(updated(neighbour)), /is not served/);
    add(role, reading('a'), { revisionId: 'r2' });
    listFleet(aws, { [role]: [machineArn(role), machineArn(neighbour)] });
    for (let round = 0; round < 2; round++) {
      await look(aws, functions, role);
      await lookAgain(aws, functions, role);
    }
    assert.equal(tables().filter((name) => name.endsWith('x')).length, 120);
    assert.equal(tables().length, 121);
  });
});

describe('a role by its name in other letters, which IAM finds', () => {
  it('loses nothing by an item of the sweep: no state machine is known by that name', async () => {
    addRole(aws, role, { machine: role });
    add(role, reading('a'));
    add(neighbour, reading('b'));
    await check(updated(role));
    await check(updated(neighbour));
    listFleet(aws, { [role]: [machineArn(role), machineArn(neighbour)] });
    await look(aws, functions, role.toUpperCase());
    await lookAgain(aws, functions, role.toUpperCase());
    assert.deepEqual(tables(), ['a', 'b']);
  });

  it('is put right where a change by hand spells it so', async () => {
    await lost(reading('b'));
    const parameters = { roleName: role.toUpperCase(), policyName: 'rolefit' };
    await check(queued(recorded('DeleteRolePolicy', parameters)));
    assert.deepEqual(tables(), ['a', 'b']);
    assert.match(aws.messages[0]?.text ?? '', /lost dynamodb:GetItem.*It was put back/);
  });
});

describe('one of the roles of a state machine that cannot be put right', () => {
  it('does not keep the others from being served', async () => {
    const former = `${role}-former`;
    addRole(aws, role);
    addRole(aws, former);
    add(role, reading('new'), { revisionId: 'r2' });
    const revision = { definition: reading('old'), roleArn: roleArn(former), revisionId: 'r1', updateDate: 1 };
    const executionArn = `arn:aws:states:${HERE}:execution:${role}:1`;
    aws.states.executions.set(machineArn(role), [{ executionArn, startDate: 2, revision }]);
    for (const [bad, good] of [
      [role, former],
      [former, role],
    ] as const) {
      aws.fault = ({ action, role: of }) =>
        action === 'PutRolePolicy' && of === bad
          ? { kind: 'refuse', code: 'MalformedPolicyDocument', status: 400 }
          : undefined;
      await assert.rejects(check(updated(role)), /MalformedPolicyDocument|malformed|injected/);
      assert.equal(aws.iam.stateOf(good).roles.get(good)?.inline.size, 1);
      aws.iam.deleteInline(good, 'rolefit');
    }
  });
});
