import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FACT_SOURCES, type FactSource, type ResourceFacts, type StatedFacts } from '../../src/facts/fact.ts';
import { factsOf } from '../../src/facts/facts.ts';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/one';
const OTHER_KEY = 'arn:aws:kms:eu-west-1:111122223333:key/two';

function stated(resource: string, facts: ResourceFacts, source: FactSource = 'file'): StatedFacts {
  return { resource, facts, source, place: source };
}

describe('a fact is found', () => {
  const found: readonly (readonly [what: string, saidOf: string, askedOf: string])[] = [
    ['by the same ARN', QUEUE, QUEUE],
    ['by a pattern', 'arn:aws:sqs:*:*:ord*', QUEUE],
    ['by a pattern for any account and Region', 'arn:*:sqs:*:*:orders', QUEUE],
    ['where a template has the Region and the account', QUEUE, 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders'],
    ['where a template says it', 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:orders', QUEUE],
    [
      'for a secret without the six characters that AWS adds',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-??????',
    ],
    [
      'for a secret whose name ends like such characters',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-prod01',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-prod01-??????',
    ],
    [
      'for a revision, of its family',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:7',
    ],
    [
      'for a family, whatever its revision',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:*',
    ],
    [
      'for a log group with the ending of its streams',
      'arn:aws:logs:eu-west-1:111122223333:log-group:/app',
      'arn:aws:logs:eu-west-1:111122223333:log-group:/app:*',
    ],
    [
      'for an alias of a state machine, of the state machine',
      'arn:aws:states:eu-west-1:111122223333:stateMachine:child',
      'arn:aws:states:eu-west-1:111122223333:stateMachine:child:live',
    ],
    [
      'for a connection without its ID',
      'arn:aws:events:eu-west-1:111122223333:connection/crm',
      'arn:aws:events:eu-west-1:111122223333:connection/crm/0f1e2d3c',
    ],
    [
      'for an instance profile by its name, whatever its path (IAM/latest/UserGuide/reference_identifiers.html)',
      'arn:aws:iam::111122223333:instance-profile/app/web/nodes',
      'arn:aws:iam::111122223333:instance-profile/nodes',
    ],
    [
      'for an instance profile with its path, by its name',
      'arn:aws:iam::111122223333:instance-profile/nodes',
      'arn:aws:iam::111122223333:instance-profile/app/nodes',
    ],
    ['by the placeholder that stands for the ARN', '${Task}', '${Task}'],
  ];
  for (const [what, saidOf, askedOf] of found) {
    it(what, () => {
      assert.equal(factsOf([stated(saidOf, { key: KEY })]).of(askedOf, 'key')?.value, KEY);
    });
  }
});

describe('a fact is not found', () => {
  const lost: readonly (readonly [what: string, saidOf: string, askedOf: string])[] = [
    ['for another name', QUEUE, `${QUEUE}-2`],
    ['for a queue of the same name in another Region', QUEUE, 'arn:aws:sqs:us-east-1:111122223333:orders'],
    ['for one in another account', QUEUE, 'arn:aws:sqs:eu-west-1:444455556666:orders'],
    ['for a topic of the same name', QUEUE, 'arn:aws:sns:eu-west-1:111122223333:orders'],
    ['for a pattern, of one of the resources that it may name', QUEUE, 'arn:aws:sqs:eu-west-1:111122223333:*'],
    [
      'for a family, of one of its revisions',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:7',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:8',
    ],
    [
      'for a secret, of one whose name goes on with a word of six letters',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod-orders',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod-??????',
    ],
    [
      'for a secret whose name ends in a word of six letters, of one without it',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod-orders-??????',
    ],
    [
      'for any instance profile, of those with a path',
      'arn:aws:iam::111122223333:instance-profile/app/*',
      'arn:aws:iam::111122223333:instance-profile/*',
    ],
    ['by another placeholder', '${Task}', '${Other}'],
  ];
  for (const [what, saidOf, askedOf] of lost) {
    it(what, () => {
      const facts = factsOf([stated(saidOf, { key: KEY })]);
      assert.equal(facts.of(askedOf, 'key'), undefined);
      assert.equal(facts.questions()[0]?.answer, undefined);
    });
  }
});

describe('facts of one name in several places', () => {
  const ANYWHERE = 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders';
  const elsewhere = QUEUE.replace('eu-west-1', 'us-east-1');
  const both = [stated(QUEUE, { key: KEY }), stated(elsewhere, { key: OTHER_KEY })];

  it('are those of the place, where it is known', () => {
    assert.equal(factsOf(both).of(QUEUE, 'key')?.value, KEY);
    assert.equal(factsOf(both).of(elsewhere, 'key')?.value, OTHER_KEY);
  });

  it('may all be meant, where a template leaves the place open', () => {
    for (const all of [both, both.toReversed()]) {
      const facts = factsOf(all);
      assert.equal(facts.of(ANYWHERE, 'key'), undefined);
      assert.deepEqual(
        facts.within(ANYWHERE, 'key').map(({ value }) => value),
        [KEY, OTHER_KEY],
      );
    }
  });

  it('are one, if they say the same', () => {
    const same = [stated(QUEUE, { key: 'none' }), stated(elsewhere, { key: 'none' })];
    assert.equal(factsOf(same).of(ANYWHERE, 'key')?.value, 'none');
  });

  it('give way to a nearer source', () => {
    const nearer = stated(ANYWHERE, { key: KEY }, 'template');
    assert.equal(factsOf([...both, nearer]).of(ANYWHERE, 'key')?.source, 'template');
  });

  it('come before what is said of any place', () => {
    for (const open of [ANYWHERE, 'arn:aws:sqs:*:*:orders', 'arn:*:sqs:*:111122223333:orders']) {
      const facts = factsOf([stated(open, { key: OTHER_KEY }), stated(QUEUE, { key: KEY })]);
      assert.equal(facts.of(QUEUE, 'key')?.value, KEY, open);
    }
  });
});

describe('facts of several sources', () => {
  it('are those of the source that is nearest to the deployment', () => {
    for (const [index, source] of FACT_SOURCES.entries()) {
      for (const farther of FACT_SOURCES.slice(index + 1)) {
        const both = [stated(QUEUE, { key: OTHER_KEY }, farther), stated(QUEUE, { key: KEY }, source)];
        assert.equal(factsOf(both).of(QUEUE, 'key')?.source, source, `${source} before ${farther}`);
      }
    }
  });

  it('are told apart by fact: one source may know the key and another the type', () => {
    const child = 'arn:aws:states:eu-west-1:111122223333:stateMachine:child';
    const facts = factsOf([stated(child, { type: 'EXPRESS' }, 'file'), stated(child, { key: KEY }, 'aws')]);
    assert.equal(facts.of(child, 'type')?.value, 'EXPRESS');
    assert.equal(facts.of(child, 'key')?.value, KEY);
    assert.deepEqual(
      facts.questions().map(({ contradicted }) => contradicted),
      [[], []],
    );
  });

  it('contradict each other only where their values differ', () => {
    const same = 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/one';
    const contradictedBy = (key: string) => {
      const facts = factsOf([stated(QUEUE, { key: KEY }, 'template'), stated(QUEUE, { key }, 'file')]);
      facts.of(QUEUE, 'key');
      return facts.questions().flatMap(({ contradicted }) => contradicted.map(({ value }) => value));
    };
    assert.deepEqual(contradictedBy(KEY), []);
    assert.deepEqual(contradictedBy(same), []);
    assert.deepEqual(contradictedBy(OTHER_KEY), [OTHER_KEY]);
    assert.deepEqual(contradictedBy('none'), ['none']);
  });

  it('do not contradict each other in one source: an exact name is an exception to a pattern', () => {
    const facts = factsOf([stated('arn:aws:sqs:*:*:*', { key: 'none' }), stated(QUEUE, { key: KEY })]);
    assert.equal(facts.of(QUEUE, 'key')?.value, KEY);
    assert.deepEqual(facts.questions()[0]?.contradicted, []);
  });

  it('of roles are the same in any order', () => {
    const task = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly';
    const facts = factsOf([stated(task, { roles: ['b', 'a'] }, 'aws'), stated(task, { roles: ['a', 'b'] }, 'file')]);
    facts.of(task, 'roles');
    assert.deepEqual(facts.questions()[0]?.contradicted, []);
  });
});

describe('a pattern', () => {
  it('has the facts of every resource that it may name, and is itself not known', () => {
    const facts = factsOf([stated(QUEUE, { key: KEY }), stated(`${QUEUE}-2`, { key: OTHER_KEY })]);
    const keys = facts.within('arn:aws:sqs:*:*:orders*', 'key').map(({ value }) => value);
    assert.deepEqual(keys, [KEY, OTHER_KEY]);
    assert.equal(facts.questions()[0]?.answer, undefined);
  });

  it('is known where a fact covers it', () => {
    const facts = factsOf([stated('arn:aws:sqs:*:*:*', { key: 'none' })]);
    assert.equal(facts.of('arn:aws:sqs:eu-west-1:*:orders*', 'key')?.value, 'none');
  });
});

describe('the answers', () => {
  const resource = fc.constantFrom(QUEUE, `${QUEUE}-2`, 'arn:aws:sqs:*:*:*', 'arn:aws:sqs:*:*:ord*', '${Queue}');
  const statement = fc.record({
    resource,
    facts: fc.record({ key: fc.constantFrom(KEY, OTHER_KEY, 'none') }),
    source: fc.constantFrom(...FACT_SOURCES),
    place: fc.constantFrom('a', 'b'),
  });

  it('do not depend on the order of the statements', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), resource, (all, asked) => {
        const answers = [all, all.toReversed()].map((order) => {
          const facts = factsOf(order);
          return JSON.stringify([facts.within(asked, 'key'), facts.questions()]);
        });
        assert.equal(answers[0], answers[1]);
      }),
    );
  });

  it('never lose a key by one more statement about another resource', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), (all) => {
        const keys = (some: readonly StatedFacts[]) => factsOf(some).within('arn:aws:sqs:*:*:*', 'key');
        const anotherFact = stated('arn:aws:sqs:eu-west-1:111122223333:another', { key: KEY });
        assert.equal(keys([...all, anotherFact]).length >= keys(all).length, true);
      }),
    );
  });
});
