import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { logEntry, messageOf } from '../../functions/drift-check/texts.ts';
import { emptyReport, type RoleReport } from '../../src/recheck/report.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('€'.repeat(100_000), `a${'😀'.repeat(5_000)}`),
);

describe('a message', () => {
  it('is one that SNS takes, with a line for each thing, whatever names are in it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 30 }), text, (lines, role) => {
        const { Subject, Message } = messageOf(role.slice(0, 64), lines);
        assert.ok(Buffer.byteLength(Message) <= 262_144);
        assert.match(Subject, /^[ -~]{1,100}$/);
        const told = Message.split('\n');
        const rest = /^… and (\d+) more/.exec(told.at(-3) ?? '');
        assert.equal(told.length - 2 - (rest ? 1 : 0) + Number(rest?.[1] ?? 0), lines.length);
        assert.ok(Message.isWellFormed());
      }),
      { numRuns: 500 },
    );
  });
});

describe('the log of a check', () => {
  const EVE = {
    call: 'UpdateStateMachine',
    actor: 'arn:aws:iam::111122223333:user/eve',
    address: undefined,
    through: undefined,
    byHand: false,
  };

  it('has the names that queries and alarms of others rely on, in one order', () => {
    const machineArn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:m';
    const unreadFact = { resource: 'arn:aws:sqs:eu-west-1:111122223333:q', name: 'key', why: 'access denied' } as const;
    const excess = { policy: 'other', actions: ['s3:*'], resources: ['*'] };
    const policy = {
      policyName: 'rolefit',
      driftMode: 'remediate',
      missing: [],
      uncertain: [],
      excess: [excess],
      lostExtras: [],
    } as const;
    const report: RoleReport = {
      ...emptyReport('orders', 'unused'),
      outcome: 'checked',
      machines: ['m'],
      policies: [{ ...policy, removalBlockers: ['it was deployed a short time ago'], writes: 1 }],
      otherExcess: [excess],
      gaps: ['m has more than 100 running executions of older definitions'],
      unreadable: [{ machineArn, why: 'no key' }],
      unserved: [{ machineArn, why: 'no room' }],
      unreadFacts: [unreadFact],
      wildcards: 2,
      unlistedUses: [{ roleName: 'before', machineArn }],
      possibleUsers: [machineArn],
      revisions: 'digest',
    };
    const entry = {
      role: 'orders',
      stateMachines: ['m'],
      actor: EVE,
      outcome: 'checked',
      policies: [{ ...policy, waits: ['it was deployed a short time ago'], writes: 1 }],
      refused: [],
      foreign: [excess],
      doubts: ['m has more than 100 running executions of older definitions'],
      unread: [{ machineArn, why: 'no key' }],
      unserved: [{ machineArn, why: 'no room' }],
      unreadFacts: [unreadFact],
      lookedUp: [],
      wildcards: 2,
      unlisted: [{ roleName: 'before', machineArn }],
      unclear: [machineArn],
      again: 'digest',
    };
    assert.equal(JSON.stringify(logEntry(report, EVE)), JSON.stringify(entry));
  });

  it('has no actor and no further look where there is none', () => {
    const entry = logEntry(emptyReport('orders', 'absent'), undefined);
    assert.ok(!('actor' in entry) && !('again' in entry));
  });
});
