import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ANY_RUN, type Assignment, eachAssignment } from '../../src/values/domain/assignment.ts';
import { known, listOf, objectOf } from '../../src/values/domain/construct.ts';
import { join } from '../../src/values/domain/join.ts';
import { ABSENT, type Possible } from '../../src/values/domain/possible.ts';
import { viewOf } from '../../src/values/domain/view.ts';

const A_OR_B = join([known('a'), known('b')]);
const C_OR_D = join([known('c'), known('d')]);

function jsonUnder(assignment: Assignment, value: Possible): unknown {
  const chosen = assignment.choose(value);
  return chosen.kind === 'known' ? chosen.json : chosen.kind;
}

describe('a function is run under each assignment', () => {
  it('once where it meets no alternatives', () => {
    assert.deepEqual(
      eachAssignment((assignment) => jsonUnder(assignment, known(1)), 10),
      [1],
    );
  });

  it('once for each combination of the alternatives that it meets, and what it asks twice stays the same', () => {
    const met = eachAssignment(
      (assignment) => [A_OR_B, C_OR_D, A_OR_B].map((value) => jsonUnder(assignment, value)).join(''),
      10,
    );
    assert.deepEqual(met, ['aca', 'ada', 'bcb', 'bdb']);
  });

  it('with a choice that is met only behind another', () => {
    const met = eachAssignment((assignment) => {
      const first = jsonUnder(assignment, A_OR_B);
      return first === 'a' ? 'a' : `b${jsonUnder(assignment, C_OR_D)}`;
    }, 10);
    assert.deepEqual(met, ['a', 'bc', 'bd']);
  });

  it('with a list of unknown length, with an item and without', () => {
    const list = listOf(known(1));
    assert.ok(list.kind === 'list');
    assert.deepEqual(
      eachAssignment((assignment) => assignment.hasItems(list), 10),
      [true, false],
    );
  });

  it('and none that it rules out counts, unless it rules out all', () => {
    const without = (excluded: readonly unknown[]) =>
      eachAssignment((assignment) => {
        const json = jsonUnder(assignment, A_OR_B);
        if (excluded.includes(json)) assignment.ruleOut();
        return json;
      }, 10);
    assert.deepEqual(without(['a']), ['b']);
    assert.deepEqual(without(['a', 'b']), ['unknown']);
  });

  it('or once, with what all alternatives have in common, where there are too many', () => {
    assert.deepEqual(
      eachAssignment((assignment) => jsonUnder(assignment, A_OR_B), 1),
      ['unknown'],
    );
  });
});

describe('what a table sees of a value', () => {
  const see = (value: Possible) => eachAssignment((assignment) => viewOf(value, '$.x', '/States/A', assignment), 10);

  it('is known with the expression that gives it and the state that set it', () => {
    assert.deepEqual(see(known('a', '/States/B')), [
      { kind: 'known', json: 'a', setBy: '/States/B', expression: '$.x' },
    ]);
    assert.deepEqual(see(known('a')), [{ kind: 'known', json: 'a', setBy: '/States/A', expression: '$.x' }]);
  });

  it('is the one absent value where there is none', () => {
    const [value] = see(ABSENT);
    assert.equal(value, ABSENT);
  });

  it('has the fields that the assignment chooses', () => {
    const object = objectOf(new Map([['f', join([known(1), ABSENT])]]));
    const fields = eachAssignment((assignment) => {
      const view = viewOf(object, '$.x', '/States/A', assignment);
      return view.kind === 'object' ? [view.names(), view.field('f').kind] : view.kind;
    }, 10);
    assert.deepEqual(fields, [
      [['f'], 'known'],
      [[], 'absent'],
    ]);
  });
});

describe('what is made for one assignment', () => {
  it('is made once, and anew for the next', () => {
    const key = {};
    let made = 0;
    const met = eachAssignment((assignment) => {
      const make = () => known(++made);
      const [first, second] = [assignment.remember(key, make), assignment.remember(key, make)];
      assert.equal(first, second);
      return [jsonUnder(assignment, A_OR_B), jsonUnder(assignment, first)];
    }, 10);
    assert.deepEqual(met, [
      ['a', 1],
      ['b', 2],
    ]);
  });
});

describe('what a value can be in any run', () => {
  const seen = (value: Possible) => viewOf(value, '$.x', '/States/A', ANY_RUN);
  const items = (value: Possible) => {
    const view = seen(value);
    return view.kind === 'array'
      ? view.items.map((item) => (item.kind === 'known' ? item.json : item.kind))
      : view.kind;
  };

  it('is there if it may be', () => {
    assert.equal(seen(join([ABSENT, known('a')])).kind, 'known');
    assert.equal(seen(ABSENT), ABSENT);
  });

  it('is a list with elements if it may have some', () => {
    assert.deepEqual(items(listOf(known('a'))), ['a']);
    assert.deepEqual(items(join([known([]), known(['a'])])), ['a']);
    assert.deepEqual(items(join([ABSENT, known('a'), listOf(known('a'))])), ['a']);
    assert.deepEqual(items(known([])), []);
  });

  it('may have a field that one of its alternatives has', () => {
    const either = join([known({ a: 1 }), objectOf(new Map([['b', known(2)]]))]);
    const view = seen(either);
    assert.ok(view.kind === 'object');
    assert.deepEqual(
      [view.field('a').kind, view.field('b').kind, view.field('c').kind],
      ['unknown', 'unknown', 'absent'],
    );
  });
});
