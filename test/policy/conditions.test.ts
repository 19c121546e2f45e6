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
  ['an empty condition, of which AWS says two things,', {}, ECS, undefined],
  ['an operator without keys', { StringEquals: {} }, ECS, undefined],
  ['a negation, needed so', { StringNotEquals: { k: ['x', 'y'] } }, { StringNotEquals: { k: ['x'] } }, undefined],
  ['a variable', { StringLike: { [PASSED]: ['${aws:PrincipalTag/service}'] } }, ECS, undefined],
  [
    'a variable, for a text that looks like it',
    { StringLike: { [PASSED]: ['${aws:username}*'] } },
    needs('${$}{aws:username}x'),
    undefined,
  ],
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
  ['ForAllValues, which an absent key meets, too', { 'ForAllValues:StringEquals': { k: ['a'] } }, undefined, undefined],
  ['ForAllValues of fewer values than needed', { 'ForAllValues:StringEquals': { k: ['a'] } }, needs('a'), undefined],
  ['IfExists of a key that the need does not tell', { StringEqualsIfExists: { k: ['a'] } }, ECS, undefined],
  ['a negation of a key that the need does not tell', { StringNotEquals: { k: ['a'] } }, ECS, undefined],
  ['that a key is not there that the need does not tell', { Null: { k: ['true'] } }, ECS, undefined],
  [
    'a negation with IfExists that does not hold',
    { StringNotEqualsIfExists: { [PASSED]: ['x', 'ecs-tasks.amazonaws.com'] } },
    ECS,
    false,
  ],
  ['a negation of one of two needed values', { StringNotEquals: { [PASSED]: ['a'] } }, needs('a', 'b'), undefined],
  ['a comparison of another kind on a known key', { ArnLike: { [PASSED]: ['*'] } }, ECS, undefined],
  [
    'a number, a date or a boolean on a known key',
    { NumericEquals: { [PASSED]: ['1'] }, Bool: { [PASSED]: ['true'] } },
    ECS,
    undefined,
  ],
  ['the very same of it', { ArnLike: { k: ['a', 'b'] } }, { ArnLike: { k: ['a'] } }, true],
];

describe('a written condition, for what is needed', () => {
  for (const [name, written, needed, truth] of TABLE) {
    const word = truth === undefined ? 'may hold' : truth ? 'holds' : 'does not hold';
    it(`${name} ${word}`, () => assert.equal(conditionTruth(written, needed), truth));
  }
});
