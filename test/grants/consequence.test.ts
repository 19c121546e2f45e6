import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { consequence, stateName } from '../../src/grants/consequence.ts';
import type { Purpose } from '../../src/grants/grant.ts';

describe('consequences', () => {
  const page = readFileSync('docs/glossary.md', 'utf8');
  const purposes: readonly Purpose[] = [
    'call',
    'poll',
    'events',
    'cancel',
    'passRole',
    'serviceLinkedRole',
    'data',
    'childWorkflow',
    'redrive',
    'logs',
    'tracing',
    'encryption',
    'assumeRole',
  ];
  for (const purpose of purposes) {
    it(`of a missing ${purpose} are told, and stand in the table of purposes`, () => {
      assert.ok(consequence(purpose, 'Pay').length > 10);
      assert.match(page, new RegExp(`\\| [^|]*\`${purpose}\``));
    });
  }

  it('name the state as it is written', () => {
    assert.equal(stateName('/States/Each~1one/ItemProcessor/States/Pay~0now'), 'Pay~now');
    assert.match(consequence('poll', ''), /the state machine hanging/);
  });
});
