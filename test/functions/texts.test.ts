import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { messageOf } from '../../functions/drift-check/texts.ts';

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
