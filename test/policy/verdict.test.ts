import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Conditions, Origin, Purpose } from '../../src/grants/grant.ts';
import type { TextComparison } from '../../src/policy/match.ts';
import { policySet } from '../../src/policy/policySet.ts';
import { shortfalls } from '../../src/policy/shortfalls.ts';
import type { NotEvaluated, WrittenStatement } from '../../src/policy/statement.ts';
import { verdictOf } from '../../src/policy/verdict.ts';
import { isAllowed } from '../support/iam.ts';

const TEXTS: TextComparison = {
  normalize: (text) => text,
  widen: (text, other) => text.replaceAll(/\$\{Param\w*\}/g, (whole) => (other.includes(whole) ? whole : '*')),
};
const LITERAL: Origin = { kind: 'literal', field: 'QueueUrl' };
const UNKNOWN: Origin = { kind: 'unknown', field: 'QueueUrl', expression: '$.queue' };
const QUEUE = 'arn:aws:sqs:::orders';
const SEND = 'sqs:SendMessage';

function setOf(statements: readonly WrittenStatement[], notEvaluated: readonly NotEvaluated[] = []) {
  return policySet({ policies: [{ source: 'R', line: 1, statements }], notEvaluated }, TEXTS);
}

const allow = (Action: string, Resource: string, Condition?: Conditions): WrittenStatement => ({
  Effect: 'Allow',
  Action: [Action],
  Resource: [Resource],
  ...(Condition === undefined ? {} : { Condition }),
});
const deny = (Action: string, Resource: string, Condition?: Conditions): WrittenStatement => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
});
const SECURE: Conditions = { Bool: { 'aws:SecureTransport': ['true'] } };

interface Case {
  readonly written: readonly WrittenStatement[];
  readonly resource?: string;
  readonly origin?: Origin;
  readonly conditions?: Conditions;
  readonly purpose?: Purpose;
  readonly notEvaluated?: readonly NotEvaluated[];
}

const TABLE: readonly (readonly [string, string, Case])[] = [
  [
    'a wildcard that cannot be narrowed',
    'inPart',
    { written: [allow(SEND, QUEUE)], resource: 'arn:aws:sqs:::*', origin: { kind: 'wildcard', reason: 'r' } },
  ],
  [
    'the * that IAM wants',
    'missing',
    { written: [allow(SEND, QUEUE)], resource: '*', origin: { kind: 'wildcard', reason: 'r' } },
  ],
  [
    'a part of all data',
    'inPart',
    { written: [allow(SEND, QUEUE)], resource: 'arn:aws:sqs:::*', origin: { kind: 'fixed' }, purpose: 'data' },
  ],
  [
    'none of all data',
    'data',
    { written: [], resource: 'arn:aws:sqs:::*', origin: { kind: 'fixed' }, purpose: 'data' },
  ],
  [
    'data that IAM has no resources for',
    'data',
    { written: [], resource: '*', origin: { kind: 'wildcard', reason: 'r' }, purpose: 'data' },
  ],
  ['named data', 'missing', { written: [], purpose: 'data' }],
  ['the very same', 'allowed', { written: [allow(SEND, QUEUE)] }],
  ['another case of the action', 'allowed', { written: [allow('SQS:sendmessage', QUEUE)] }],
  ['patterns', 'allowed', { written: [allow('sqs:Send*', 'arn:aws:sqs:*')] }],
  ['another case of the resource', 'missing', { written: [allow(SEND, 'arn:aws:sqs:::Orders')] }],
  ['nothing', 'missing', { written: [] }],
  ['NotAction without it', 'allowed', { written: [{ Effect: 'Allow', NotAction: ['iam:*'], Resource: ['*'] }] }],
  ['NotAction with it', 'missing', { written: [{ Effect: 'Allow', NotAction: ['sqs:*'], Resource: ['*'] }] }],
  [
    'NotResource without it',
    'allowed',
    { written: [{ Effect: 'Allow', Action: [SEND], NotResource: ['arn:aws:sqs:::x'] }] },
  ],
  ['NotResource with it', 'missing', { written: [{ Effect: 'Allow', Action: [SEND], NotResource: ['arn:*'] }] }],
  [
    'NotResource with a part of it',
    'inPart',
    { written: [{ Effect: 'Allow', Action: [SEND], NotResource: [`${QUEUE}x`] }], resource: `${QUEUE}*` },
  ],
  ['a Deny', 'denied', { written: [allow('*', '*'), deny('sqs:*', '*')] }],
  [
    'a Deny of all but others',
    'denied',
    { written: [allow('*', '*'), { Effect: 'Deny', NotAction: ['s3:*'], Resource: ['*'] }] },
  ],
  ['a Deny under a condition', 'perhapsDenied', { written: [allow('*', '*'), deny(SEND, '*', SECURE)] }],
  [
    'a Deny of a part',
    'perhapsDenied',
    { written: [allow('*', '*'), deny(SEND, `${QUEUE}-1`)], resource: `${QUEUE}-*` },
  ],
  [
    'a Deny with a variable',
    'perhapsDenied',
    { written: [allow('*', '*'), deny(SEND, 'arn:aws:sqs:::${aws:username}')] },
  ],
  ['a Deny of another', 'allowed', { written: [allow('*', '*'), deny(SEND, 'arn:aws:sqs:::x')] }],
  [
    'a Deny of another resource of the template',
    'allowed',
    { written: [allow('*', '*'), deny(SEND, 'q/${B}')], resource: 'q/${A}' },
  ],
  [
    'a Deny with a parameter, of a resource of the template',
    'perhapsDenied',
    { written: [allow('*', '*'), deny(SEND, '${ParamArn}')], resource: 'arn:aws:sqs:::${A}' },
  ],
  [
    'a Deny of all but a parameter’s',
    'perhapsDenied',
    {
      written: [allow('*', '*'), { Effect: 'Deny', Action: [SEND], NotResource: ['${ParamArn}'] }],
      resource: 'arn:aws:sqs:::${A}',
    },
  ],
  ['an Allow with a variable', 'unknown', { written: [allow(SEND, 'arn:aws:sqs:::${aws:PrincipalTag/queue}')] }],
  ['a condition that nobody knows', 'conditional', { written: [allow(SEND, QUEUE, SECURE)] }],
  ['the needed condition', 'allowed', { written: [allow(SEND, QUEUE, SECURE)], conditions: SECURE }],
  [
    'a Deny whose condition fails',
    'allowed',
    {
      written: [allow('*', '*'), deny(SEND, '*', { StringEquals: { k: ['b'] } })],
      conditions: { StringEquals: { k: ['a'] } },
    },
  ],
  [
    'a part of what only a run tells',
    'inPart',
    { written: [allow(SEND, QUEUE)], resource: 'arn:aws:sqs:::*', origin: UNKNOWN },
  ],
  [
    'a part of what a name leaves open, such as the latest revision',
    'inPart',
    { written: [allow(SEND, QUEUE)], resource: 'arn:aws:sqs:::*' },
  ],
  [
    'a part of what is always needed as a whole',
    'missing',
    { written: [allow(SEND, QUEUE)], resource: 'arn:aws:sqs:::*', origin: { kind: 'fixed' } },
  ],
  [
    'none of what only a run tells',
    'missing',
    { written: [allow(SEND, 'arn:aws:s3:::x')], resource: 'arn:aws:sqs:::*', origin: UNKNOWN },
  ],
  ['a parameter without a value', 'unknown', { written: [allow(SEND, '${ParamArn}')] }],
  [
    'a need with such a parameter',
    'unknown',
    { written: [allow(SEND, QUEUE)], resource: 'arn:aws:sqs:::${ParamName}' },
  ],
  [
    'the same parameter',
    'allowed',
    { written: [allow(SEND, 'arn:aws:sqs:::${ParamName}')], resource: 'arn:aws:sqs:::${ParamName}' },
  ],
  [
    'another resource of the template',
    'missing',
    { written: [allow(SEND, 'arn:aws:sqs:::${B}')], resource: 'arn:aws:sqs:::${A}' },
  ],
  [
    'a parameter that is another part of the ARN',
    'missing',
    { written: [allow(SEND, 'arn:aws:sqs:eu-west-1:1:x:*')], resource: 'arn:aws:sqs:${ParamRegion}:1:${A}' },
  ],
  [
    'what is given at deployment',
    'allowed',
    { written: [], notEvaluated: [{ source: 'P', reason: 'r', mayAllow: 'needed' }] },
  ],
  [
    'what is given at deployment and denied',
    'denied',
    { written: [deny('*', '*')], notEvaluated: [{ source: 'P', reason: 'r', mayAllow: 'needed' }] },
  ],
  ['a ? for a placeholder', 'missing', { written: [allow(SEND, 'q/????')], resource: 'q/${A}' }],
  ['a * for a placeholder', 'allowed', { written: [allow(SEND, 'q/*')], resource: 'q/${A}' }],
  ['a policy that is not known', 'unknown', { written: [], notEvaluated: [{ source: 'P', reason: 'is elsewhere' }] }],
  [
    'a boundary that is not known',
    'missing',
    { written: [], notEvaluated: [{ source: 'B', reason: 'limits', mayAllow: 'nothing' }] },
  ],
  [
    'a statement about it that is not known',
    'unknown',
    { written: [], notEvaluated: [{ source: 'P', reason: 'r', mayAllow: ['sqs:*'] }] },
  ],
  [
    'a statement about others that is not known',
    'missing',
    { written: [], notEvaluated: [{ source: 'P', reason: 'r', mayAllow: ['s3:*'] }] },
  ],
];

describe('what is needed, by written policies', () => {
  for (const [
    name,
    kind,
    { written, resource = QUEUE, origin = LITERAL, conditions, notEvaluated = [], purpose = 'call' },
  ] of TABLE) {
    it(`${name}: ${kind}`, () => {
      const ask = { purpose, action: SEND, resource: { arn: resource, origin }, conditions };
      assert.equal(verdictOf(setOf(written, notEvaluated), ask).kind, kind);
    });
  }

  it('is allowed exactly where IAM allows it, for texts without patterns', () => {
    const pattern = fc.constantFrom('*', 'a:*', 'a:B', 'a:b', 'c:D', 'a:B?');
    const name = fc.constantFrom('*', 'r', 'r/*', 'r/1', 's', '?');
    const statement = fc.record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      Action: fc.array(pattern, { minLength: 1, maxLength: 2 }),
      Resource: fc.array(name, { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 4 }),
        fc.constantFrom('a:B', 'c:D', 'a:Bx'),
        fc.constantFrom('r', 'r/1', 's', 't'),
        (Statement, action, arn) => {
          const written = Statement.map(
            ({ Effect, ...rest }): WrittenStatement => ({ Effect: Effect === 'Deny' ? 'Deny' : 'Allow', ...rest }),
          );
          const ask = { purpose: 'call' as const, action, resource: { arn, origin: LITERAL }, conditions: undefined };
          const { kind } = verdictOf(setOf(written), ask);
          assert.equal(kind === 'allowed', isAllowed({ Statement }, { action, resource: arn }));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('stands together for actions and resources of a state that have the same verdict', () => {
    const resources = ['a', 'b'].map((arn) => ({ arn, origin: LITERAL }));
    const need = { state: '/States/A', grant: { purpose: 'call' as const, actions: ['x:One', 'x:Two'], resources } };
    const judged = shortfalls([need], setOf([allow('y:*', '*')]));
    assert.deepEqual(
      judged.map(({ actions, resources: of, verdict }) => [actions, of.map(({ arn }) => arn), verdict.kind]),
      [[['x:One', 'x:Two'], ['a', 'b'], 'missing']],
    );
  });
});

describe('a dollar sign', () => {
  const version = 'arn:aws:lambda:eu-west-1:111122223333:function:f:$LATEST';
  const spelled = version.replace('$', () => '${$}');
  const verdict = (...statements: readonly WrittenStatement[]) => {
    const resource = { arn: version, origin: LITERAL };
    const request = { purpose: 'call', action: 'lambda:InvokeFunction', resource, conditions: undefined } as const;
    return verdictOf(setOf(statements), request).kind;
  };

  it('is the same where a statement writes it ${$}, in Deny, Allow and NotResource', () => {
    const all = allow('*', '*');
    assert.equal(verdict(all, deny('lambda:*', spelled)), 'denied');
    assert.equal(verdict(allow('lambda:*', spelled)), 'allowed');
    assert.equal(verdict({ Effect: 'Allow', Action: ['*'], NotResource: [spelled] }), 'missing');
  });
});
