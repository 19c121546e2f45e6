import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StatedFacts } from '../../src/facts/fact.ts';
import { factsOf } from '../../src/facts/facts.ts';
import { type KeyRequester, keyArgument } from '../../src/grants/keys.ts';
import type { Value } from '../../src/values/domain/value.ts';

const place = { partition: 'aws', region: 'eu-west-1', account: '111122223333' };
const KMS = 'arn:aws:kms:eu-west-1:111122223333';
const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';

const text = (json: string): Value => ({ kind: 'known', json });
const partly = (...parts: readonly string[]): Value => ({
  kind: 'unknown',
  expression: '$.key',
  parts: parts.map((part) => (part === '*' ? { kind: 'unknown', expression: '$.hole' } : part)),
});

interface Case {
  readonly name: string;
  readonly value: Value;
  readonly requester?: KeyRequester;
  readonly facts?: readonly StatedFacts[];
  readonly keys: readonly string[];
  readonly conditions?: unknown;
}

const alias = (key: string): readonly StatedFacts[] => [
  { resource: `${KMS}:alias/orders`, facts: { key }, source: 'file', place: 'facts.yaml' },
];

const CASES: readonly Case[] = [
  { name: 'no argument names no key', value: { kind: 'absent' }, keys: [] },
  { name: 'null names no key', value: { kind: 'known', json: null }, keys: [] },
  { name: 'an ID is a key of the caller’s Region and account', value: text(ID), keys: [`${KMS}:key/${ID}`] },
  {
    name: 'a multi-Region key’s ID is one as well',
    value: text('mrk-1234abcd12ab34cd56ef1234567890ab'),
    keys: [`${KMS}:key/mrk-1234abcd12ab34cd56ef1234567890ab`],
  },
  {
    name: 'an ARN is the key, in its own Region and account',
    value: text(`arn:aws:kms:us-east-1:444455556666:key/${ID}`),
    keys: [`arn:aws:kms:us-east-1:444455556666:key/${ID}`],
  },
  { name: 'a placeholder for an ARN stays', value: text('${KeyArn}'), keys: ['${KeyArn}'] },
  { name: 'another placeholder is an ID', value: text('${Key}'), keys: [`${KMS}:key/\${Key}`] },
  {
    name: 'an alias is every key that has it, for a service',
    value: text('alias/orders'),
    keys: [`${KMS}:key/*`],
    conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/orders'] } },
  },
  {
    name: 'an alias is known by its whole name, which may have another one’s at its end',
    value: text('alias/my-alias/orders'),
    facts: alias(`${KMS}:key/${ID}`),
    keys: [`${KMS}:key/*`],
    conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/my-alias/orders'] } },
  },
  {
    name: 'an alias is every key that the request names by it, for a caller of AWS KMS',
    value: text('alias/orders'),
    requester: 'caller',
    keys: [`${KMS}:key/*`],
    conditions: { StringEquals: { 'kms:RequestAlias': ['alias/orders'] } },
  },
  {
    name: 'an alias’s ARN names the account and Region of its key',
    value: text('arn:aws:kms:us-east-1:444455556666:alias/team/orders'),
    keys: ['arn:aws:kms:us-east-1:444455556666:key/*'],
    conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/team/orders'] } },
  },
  {
    name: 'an alias of which a fact says the key is that key',
    value: text('alias/orders'),
    facts: alias(`${KMS}:key/${ID}`),
    keys: [`${KMS}:key/${ID}`],
  },
  {
    name: 'that holds for the alias’s ARN too',
    value: text(`${KMS}:alias/orders`),
    requester: 'caller',
    facts: alias(`${KMS}:key/${ID}`),
    keys: [`${KMS}:key/${ID}`],
  },
  {
    name: 'a fact that an alias points to an alias says nothing',
    value: text('alias/orders'),
    facts: alias(`${KMS}:alias/other`),
    keys: [`${KMS}:key/*`],
    conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/orders'] } },
  },
  { name: 'a service asks for nothing on an AWS managed key', value: text('alias/aws/s3'), keys: [] },
  {
    name: 'a caller of AWS KMS may',
    value: text('alias/aws/s3'),
    requester: 'caller',
    keys: [`${KMS}:key/*`],
    conditions: { StringEquals: { 'kms:RequestAlias': ['alias/aws/s3'] } },
  },
  {
    name: 'a partly known alias is a pattern',
    value: partly('alias/tenant-', '*'),
    keys: [`${KMS}:key/*`],
    conditions: { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': ['alias/tenant-*'] } },
  },
  { name: 'a partly known ARN keeps what is known', value: partly(`${KMS}:key/`, '*'), keys: [`${KMS}:key/*`] },
  {
    name: 'a hole in place of key/ or alias/ can be any key',
    value: partly(`${KMS}:`, '*'),
    keys: ['arn:aws:kms:eu-west-1:*:key/*'],
  },
  {
    name: 'what only a run knows can be any key, of another account too',
    value: { kind: 'unknown', expression: '$.key' },
    keys: ['arn:aws:kms:eu-west-1:*:key/*'],
  },
  {
    name: 'characters that IAM reads as a pattern match themselves only',
    value: text('alias/a*'),
    keys: [`${KMS}:key/*`],
    conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/a${*}'] } },
  },
];

describe('a key in an argument (kms/latest/developerguide/concepts.html, alias-authorization.html)', () => {
  for (const { name, value, requester, facts = [], keys, conditions } of CASES) {
    it(name, () => {
      const found = keyArgument(value, 'KmsKeyId', { facts: factsOf(facts), place }, requester);
      assert.deepEqual(
        found.resources.map(({ arn }) => arn),
        keys,
      );
      assert.deepEqual(found.conditions, conditions);
    });
  }
});
