import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Conditions } from '../../src/grants/grant.ts';
import { conditionTruth } from '../../src/policy/conditions.ts';

const PASSED = 'iam:PassedToService';
const needs = (...values: readonly string[]): Conditions => ({ StringEquals: { [PASSED]: values } });
const ECS = needs('ecs-tasks.amazonaws.com');

/** Name, written, needed, whether it holds. */
const TABLE: readonly (readonly [string, Conditions, Conditions | undefined, boolean | undefined])[] = [
  ['the same condition', ECS, ECS, true],
  ['a list with the value in it', needs('a', 'ecs-tasks.amazonaws.com'), ECS, true],
  ['a list without it', needs('lambda.amazonaws.com'), ECS, false],
  ['one of two needed values', needs('a'), needs('a', 'b'), undefined],
  ['a pattern', { StringLike: { [PASSED]: ['ecs*'] } }, ECS, true],
  ['a pattern that does not match', { StringLike: { [PASSED]: ['lambda*'] } }, ECS, false],
  [
    'a pattern against a needed pattern',
    { StringLike: { [PASSED]: ['e*'] } },
    { StringLike: { [PASSED]: ['ecs*'] } },
    true,
  ],
  ['equality against a needed pattern', ECS, { StringLike: { [PASSED]: ['ecs*'] } }, undefined],
  ['a star that is a star', { StringEquals: { [PASSED]: ['*'] } }, ECS, false],
  ['a key in another case', { StringEquals: { 'IAM:passedtoservice': ['ecs-tasks.amazonaws.com'] } }, ECS, true],
  ['IfExists', { StringEqualsIfExists: { [PASSED]: ['ecs-tasks.amazonaws.com'] } }, ECS, true],
  ['IfExists of another value', { StringEqualsIfExists: { [PASSED]: ['x'] } }, ECS, false],
  ['a negation that holds', { StringNotEquals: { [PASSED]: ['x'] } }, ECS, true],
  ['a negation that does not', { StringNotEquals: { [PASSED]: ['ecs-tasks.amazonaws.com'] } }, ECS, false],
  [
    'a negation of less than what is needed',
    { StringNotEquals: { k: ['x'] } },
    { StringNotEquals: { k: ['x', 'y'] } },
    true,
  ],
  ['the very same negation', { StringNotLike: { k: ['x*'] } }, { StringNotLike: { k: ['x*'] } }, true],
  ['that the key is there', { Null: { [PASSED]: ['false'] } }, ECS, true],
  ['that the key is not there', { Null: { [PASSED]: ['true'] } }, ECS, false],
  ['that the key may or may not be there', { Null: { [PASSED]: ['true', 'false'] } }, ECS, undefined],
  ['another case, which is ignored', { StringEqualsIgnoreCase: { [PASSED]: ['ECS-Tasks.amazonaws.com'] } }, ECS, true],
  ['another text, its case ignored', { StringNotEqualsIgnoreCase: { [PASSED]: ['X'] } }, ECS, true],
  ['a star that is written as one', needs('a${*}'), needs('a${*}'), true],
  ['a pattern around a star that is written as one', { StringLike: { [PASSED]: ['a*'] } }, needs('a${*}'), true],
  ['an escaped star, for one that equality takes as it is', needs('a*'), needs('a${*}'), true],
  ['no values', { StringEquals: { [PASSED]: [] } }, ECS, undefined],
  ['no conditions at all', {}, undefined, true],
  ['a negation, needed so', { StringNotEquals: { k: ['x', 'y'] } }, { StringNotEquals: { k: ['x'] } }, undefined],
  ['a variable', { StringLike: { [PASSED]: ['${aws:PrincipalTag/service}'] } }, ECS, undefined],
  ['equality with a variable', { StringEquals: { [PASSED]: ['${aws:PrincipalTag/service}'] } }, ECS, undefined],
  ['a value with a placeholder in it', needs('https://a.example'), needs('https://${Host}'), undefined],
  [
    'a pattern around what a placeholder stands for',
    { StringLike: { [PASSED]: ['https://*'] } },
    needs('https://${Host}'),
    true,
  ],
  ['a key that the need does not tell', { StringEquals: { 'aws:PrincipalOrgID': ['o-1'] } }, ECS, undefined],
  ['no needed condition', ECS, undefined, undefined],
  ['one that holds and one that nobody knows', { ...ECS, Bool: { 'aws:SecureTransport': ['true'] } }, ECS, undefined],
  [
    'one that fails and one that nobody knows',
    { ...needs('x'), Bool: { 'aws:SecureTransport': ['true'] } },
    ECS,
    false,
  ],
  ['an operator that is not understood', { 'ForAnyValue:StringLike': { [PASSED]: ['*'] } }, ECS, undefined],
  ['the very same of it', { ArnLike: { k: ['a', 'b'] } }, { ArnLike: { k: ['a'] } }, true],
];

describe('a written condition, for what is needed', () => {
  for (const [name, written, needed, truth] of TABLE) {
    const word = truth === undefined ? 'may hold' : truth ? 'holds' : 'does not hold';
    it(`${name} ${word}`, () => assert.equal(conditionTruth(written, needed), truth));
  }
});
