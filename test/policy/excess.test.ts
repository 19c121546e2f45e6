import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Conditions, Grant } from '../../src/grants/grant.ts';
import { excessOf } from '../../src/policy/excess.ts';
import type { TextComparison } from '../../src/policy/match.ts';
import { policySet } from '../../src/policy/policySet.ts';
import type { WrittenStatement } from '../../src/policy/statement.ts';

const TEXTS: TextComparison = { normalize: (text) => text, widen: (text) => text.replaceAll('${Param}', '*') };

type Need = readonly [action: string, resource: string, conditions?: Conditions];

function needOf([action, arn, conditions]: Need): Grant {
  return {
    purpose: 'call' as const,
    actions: [action],
    resources: [{ arn, origin: { kind: 'fixed' as const } }],
    ...(conditions === undefined ? {} : { conditions }),
  };
}

function excess(statements: readonly WrittenStatement[], needs: readonly Need[]): readonly string[] {
  const written = policySet({ policies: [{ source: 'R', line: 1, statements }], notEvaluated: [] }, TEXTS);
  return excessOf(written, needs.map(needOf)).map(({ kind, actions, resources, needed }) => {
    const of = needed.map(({ action, resource }) => `${action} ${resource}`);
    return [`${kind} ${actions.join()} on ${resources.join()}`, ...of].join(' | ');
  });
}

const allow = (Action: readonly string[], Resource: readonly string[], Condition?: Conditions): WrittenStatement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});
const PASSED: Conditions = { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } };

const TABLE: readonly (readonly [string, WrittenStatement, readonly Need[], readonly string[]])[] = [
  ['what is needed exactly is none', allow(['a:B'], ['r']), [['a:B', 'r']], []],
  ['an action in another case is none', allow(['A:b'], ['r']), [['a:B', 'r']], []],
  ['what a needed pattern covers is none', allow(['a:B'], ['r/1', 'r/2']), [['a:B', 'r/*']], []],
  ['an action that nothing needs', allow(['a:B', 'a:C', 'a:D'], ['r']), [['a:B', 'r']], ['unused a:C,a:D on r']],
  ['a resource that nothing needs', allow(['a:B'], ['r', 's', 't']), [['a:B', 'r']], ['unused a:B on s,t']],
  [
    'a wider resource',
    allow(['a:B'], ['*']),
    [
      ['a:B', 'r'],
      ['a:B', 's'],
    ],
    ['wide a:B on * | a:B r | a:B s'],
  ],
  ['a wider action', allow(['a:*'], ['r']), [['a:B', 'r']], ['wide a:* on r | a:B r']],
  [
    'without the needed condition',
    allow(['iam:PassRole'], ['r']),
    [['iam:PassRole', 'r', PASSED]],
    ['wide iam:PassRole on r | iam:PassRole r'],
  ],
  ['with the needed condition', allow(['iam:PassRole'], ['r'], PASSED), [['iam:PassRole', 'r', PASSED]], []],
  [
    'under a condition that nothing needs',
    allow(['iam:PassRole'], ['r'], { StringEquals: { 'iam:PassedToService': ['x'] } }),
    [['iam:PassRole', 'r', PASSED]],
    ['unused iam:PassRole on r'],
  ],
  [
    'everything but',
    { Effect: 'Allow', NotAction: ['iam:*'], Resource: ['*'] },
    [['a:B', 'r']],
    ['wide * on * | a:B r'],
  ],
  ['a Deny is none', { ...allow(['a:*'], ['*']), Effect: 'Deny' }, [], []],
  ['a part of what only a run tells is none', allow(['a:B'], ['r/*']), [['a:B', '*/1']], []],
  ['a parameter that may be what is needed is none', allow(['a:B'], ['${Param}']), [['a:B', 'r']], []],
  ['a parameter for what nothing needs', allow(['a:C'], ['${Param}']), [['a:B', 'r']], ['unused a:C on ${Param}']],
];

describe('excess', () => {
  for (const [name, statement, needs, expected] of TABLE) {
    it(name, () => assert.deepEqual(excess([statement], needs), expected));
  }
});
