import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../src/asl/json.ts';
import { type ReadPolicies, readPolicies, readPolicy } from '../../src/policy/document.ts';
import { mergeableStatements } from '../../src/policy/merge.ts';

const ALLOW = { Effect: 'Allow', Action: 'sqs:*', Resource: '*' };
const READ = { Effect: 'Allow', Action: ['sqs:*'], Resource: ['*'] };

function statements({ policies }: ReadPolicies) {
  return policies.flatMap((policy) => policy.statements);
}

/** What is not read of a statement, by its reason. */
function reasons(document: Json, origin: 'template' | 'role' = 'role'): readonly string[] {
  return readPolicy(document, 'P', undefined, origin).notEvaluated.map(({ source, reason }) => `${source} ${reason}`);
}

describe('a policy document', () => {
  it('has single texts and a single statement for lists of one', () => {
    assert.deepEqual(statements(readPolicy(JSON.stringify({ Statement: ALLOW }), 'P')), [READ]);
  });

  it('may have an Id and Sids, and be of the older version', () => {
    const document = { Version: '2008-10-17', Id: 'x', Statement: [{ Sid: 's', ...ALLOW }] };
    assert.deepEqual(statements(readPolicy(document, 'P')), [{ Sid: 's', ...READ }]);
  });

  it('has texts for booleans and numbers in conditions', () => {
    const Condition = { Bool: { 'x:y': true }, NumericEquals: { 'x:z': [7, '8'] } };
    const [read] = statements(readPolicy({ Statement: { ...ALLOW, Condition } }, 'P'));
    assert.deepEqual(read?.Condition, { Bool: { 'x:y': ['true'] }, NumericEquals: { 'x:z': ['7', '8'] } });
  });

  it('of the older version or of none has no variables: they are plain text', () => {
    const Statement = { ...ALLOW, Resource: ['q/${aws:username}', '${*}', 'q/${Queue}'] };
    const resources = (document: Json) => statements(readPolicy(document, 'P'))[0]?.Resource;
    for (const version of [{}, { Version: '2008-10-17' }]) {
      assert.deepEqual(resources({ ...version, Statement }), ['q/${$}{aws:username}', '${$}{*}', 'q/${Queue}']);
    }
    assert.deepEqual(resources({ Version: '2012-10-17', Statement }), Statement.Resource);
  });

  it('of the older version has no placeholders either, where it is a role’s', () => {
    const Statement = { ...ALLOW, Resource: ['q/${aws:username}', '${*}', 'q/${Queue}', '${accounts.google.com:aud}'] };
    assert.deepEqual(statements(readPolicy({ Statement }, 'P', undefined, 'role'))[0]?.Resource, [
      'q/${$}{aws:username}',
      '${$}{*}',
      'q/${$}{Queue}',
      '${$}{accounts.google.com:aud}',
    ]);
  });

  it('has * for each field that an ARN lacks (reference_policies_grammar), unless a placeholder may hold it', () => {
    const complete = ['arn:aws:s3:::b', 'arn:aws:states:r:a:stateMachine:m', '*', 'arn:${AWS::Partition}:sqs:${Rest}'];
    const Resource = ['arn:aws:sqs', 'arn:aws:sqs:*:q', 'arn:*', ...complete];
    const read = ['arn:aws:sqs:*:*:*', 'arn:aws:sqs:*:q:*', 'arn:*:*:*:*:*', ...complete];
    assert.deepEqual(statements(readPolicy({ Statement: { ...ALLOW, Resource } }, 'P'))[0]?.Resource, read);
    const not = { Effect: 'Allow', Action: '*', NotResource: Resource };
    assert.deepEqual(statements(readPolicy({ Statement: not }, 'P'))[0]?.NotResource, read);
  });

  it('is read together with others', () => {
    const text = JSON.stringify({ Statement: ALLOW });
    assert.deepEqual(mergeableStatements(readPolicies([text, text])), [READ, READ]);
  });

  it('keeps its statements’ places where one cannot be read', () => {
    const { policies, notEvaluated } = readPolicy({ Statement: ['x', ALLOW] }, 'P');
    assert.deepEqual(policies[0]?.statements, [{ ...READ, index: 1 }]);
    assert.equal(notEvaluated[0]?.source, 'P.Statement.0');
  });
});

describe('what cannot be read', () => {
  const cases: readonly (readonly [what: string, document: Json, reason: string])[] = [
    ['no JSON', '{', 'P its document is no policy'],
    ['a list', '[]', 'P its document is no policy'],
    ['a statement alone', JSON.stringify(ALLOW), 'P has Effect, which is no element of a policy'],
    ['no Statement', { Version: '2012-10-17' }, 'P its document is no policy'],
    [
      'a key that stands twice',
      '{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}',
      'P its document is no policy',
    ],
    ['another element', { Statement: ALLOW, Comment: '' }, 'P has Comment, which is no element of a policy'],
    ['another version', { Version: '2020-01-01', Statement: ALLOW }, 'P its Version is "2020-01-01"'],
    ['a text for a statement', { Statement: ['x'] }, 'P.Statement.0 is no statement'],
    ['no Effect', { Statement: { Action: '*', Resource: '*' } }, 'P.Statement.0 its Effect is "missing"'],
    ['an Effect in other letters', { Statement: { ...ALLOW, Effect: 'allow' } }, 'P.Statement.0 its Effect is "allow"'],
    [
      'an element in other letters',
      { Statement: { ...ALLOW, condition: {} } },
      'P.Statement.0 has condition, which is no element of a statement',
    ],
    [
      'a Principal',
      { Statement: { ...ALLOW, Principal: '*' } },
      'P.Statement.0 has Principal, which is no element of a statement',
    ],
    [
      'no resources',
      { Statement: { Effect: 'Allow', Action: '*' } },
      'P.Statement.0 has neither Resource nor NotResource',
    ],
    [
      'Action beside NotAction',
      { Statement: { ...ALLOW, NotAction: 'iam:*' } },
      'P.Statement.0 has both Action and NotAction',
    ],
    ['an empty list', { Statement: { ...ALLOW, Resource: [] } }, 'P.Statement.0 its Resource is empty'],
    [
      'a number for an action',
      { Statement: { ...ALLOW, Action: [7] } },
      'P.Statement.0 its Action is no list of texts',
    ],
    [
      'an object for a condition’s value',
      { Statement: { ...ALLOW, Condition: { StringEquals: { k: {} } } } },
      'P.Statement.0 its Condition compares k with what is no text, number or boolean',
    ],
  ];
  for (const [what, document, reason] of cases) {
    it(`has a reason: ${what}`, () => {
      assert.deepEqual(reasons(document), [reason]);
      assert.deepEqual(statements(readPolicy(document, 'P', undefined, 'role')), []);
    });
  }

  it('may be a placeholder in a template, whose value only the deployment tells', () => {
    assert.deepEqual(reasons('${Document}', 'template'), ['P its document is ${Document}, known only at deployment']);
    assert.deepEqual(reasons({ Statement: ['${One}'] }, 'template'), [
      'P.Statement.0 is ${One}, known only at deployment',
    ]);
    const open = { Statement: { ...ALLOW, Action: '${Action}' } };
    assert.deepEqual(reasons(open, 'template'), ['P.Statement.0 its action ${Action} is known only at deployment']);
    assert.deepEqual(reasons(open, 'role'), ['P.Statement.0 its action ${Action} is none']);
  });

  it('may allow what its actions say, and a Deny only denies', () => {
    const Condition = 7;
    const { notEvaluated } = readPolicy(
      {
        Statement: [
          { ...ALLOW, Condition },
          { ...ALLOW, Effect: 'Deny', Condition },
          { ...ALLOW, Action: 7 },
        ],
      },
      'P',
    );
    assert.deepEqual(
      notEvaluated.map(({ mayAllow, mayDeny }) => [mayAllow, mayDeny]),
      [
        [['sqs:*'], undefined],
        ['nothing', true],
        [undefined, undefined],
      ],
    );
  });

  it('in a template may be statements alone, and JSON in a text', () => {
    for (const document of [ALLOW, [ALLOW], JSON.stringify({ Statement: [ALLOW] })]) {
      assert.deepEqual(statements(readPolicy(document, 'P')), [READ]);
    }
  });
});
