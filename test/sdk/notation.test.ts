import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  arnOnly,
  arnPattern,
  isGiven,
  name,
  nameOrArn,
  optional,
  optionalResource,
  roleArgument,
  roleRule,
  rule,
  SERVICE_GRANT,
  startsWith,
  via,
  viaAnyRegion,
  withDefault,
} from '../../catalog/curated/write.ts';
import { parseCondition, printCondition } from '../../src/sdk/condition.ts';
import { parsePattern, printPattern, type ResourcePattern, type Slot } from '../../src/sdk/pattern.ts';
import { parseRestriction, printRestriction } from '../../src/sdk/restriction.ts';
import { parseRoleField, printRoleField } from '../../src/sdk/roles.ts';
import type { OperationData, ServiceData } from '../../src/sdk/service.ts';

/** The notations of src/sdk/data: each has one parser and one printer, which agree, and rows in TypeScript need neither. */

const DATA = 'src/sdk/data';

const operations: readonly OperationData[] = readdirSync(DATA)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file): readonly OperationData[] => {
    const service: ServiceData = JSON.parse(readFileSync(join(DATA, file), 'utf8'));
    return Object.values(service.operations);
  });

const rows = operations.flatMap((operation) => ('allow' in operation ? operation.allow : []));

/** The texts, each once, that do not come back as they were. */
function changed(texts: readonly string[], again: (text: string) => string): readonly string[] {
  assert.ok(texts.length > 0);
  return [...new Set(texts)].filter((text) => again(text) !== text);
}

describe('the notation of the data', () => {
  it('of resources is printed as it was read', () => {
    assert.deepEqual(
      changed(
        rows.flatMap(({ on }) => on),
        (text) => printPattern(parsePattern(text)),
      ),
      [],
    );
  });

  it('of conditions is printed as it was read', () => {
    const notes = operations.flatMap((operation) => ('allow' in operation ? (operation.mayNeed ?? []) : []));
    const conditions = [
      ...rows.flatMap(({ when = [], unless = [] }) => [...when, ...unless]),
      ...notes.flatMap((note) => (typeof note === 'string' ? [] : [...(note.when ?? []), ...(note.unless ?? [])])),
    ];
    assert.deepEqual(
      changed(conditions, (text) => printCondition(parseCondition(text))),
      [],
    );
  });

  it('of restrictions is printed as it was read', () => {
    assert.deepEqual(
      changed(
        rows.flatMap(({ only = [] }) => only),
        (text) => printRestriction(parseRestriction(text)),
      ),
      [],
    );
  });

  it('of roles is printed as it was read', () => {
    const fields = operations.flatMap((operation) => ('allow' in operation ? (operation.pass ?? []) : []));
    assert.deepEqual(
      changed(
        fields.flatMap((row) => row.fields),
        (text) => printRoleField(parseRoleField(text)),
      ),
      [],
    );
  });

  it('names no rule that does not exist', () => {
    assert.throws(() => parsePattern('=nothing'), /=nothing names no rule/);
    assert.throws(() => parsePattern('=constructor'), /=constructor names no rule/);
    assert.throws(() => parseRoleField('=nothing'), /=nothing names no rule/);
    assert.throws(() => parseRestriction('via='), /via= is no restriction/);
    assert.throws(() => parseRestriction('serviceGrants'), /no restriction/);
  });
});

describe('a pattern', () => {
  const slot = (changes: Partial<Slot>): Slot => ({
    paths: ['Name'],
    holds: 'name',
    optional: false,
    absent: undefined,
    ...changes,
  });
  const job = (one: Slot, maybe = false): ResourcePattern => ({
    kind: 'arn',
    optional: maybe,
    literals: ['arn:$p:acme:$r:$a:job/', '/*'],
    slots: [one],
  });
  for (const [text, expected] of [
    ['=queue', { kind: 'rule', rule: 'queue' }],
    ['arn:$p:acme:$r:$a:job/{Name}/*', job(slot({}))],
    ['?arn:$p:acme:$r:$a:job/{Name?}/*', job(slot({ optional: true }), true)],
    ['arn:$p:acme:$r:$a:job/{@Name|Arn}/*', job(slot({ paths: ['Name', 'Arn'], holds: 'nameOrArn' }))],
    ['arn:$p:acme:$r:$a:job/{!Jobs[].Id}/*', job(slot({ paths: ['Jobs[].Id'], holds: 'arn' }))],
    ['arn:$p:acme:$r:$a:job/{Jobs{}}/*', job(slot({ paths: ['Jobs{}'] }))],
    ['arn:$p:acme:$r:$a:job/{Name?=default}/*', job(slot({ optional: true, absent: 'default' }))],
  ] as const) {
    it(`is read from ${text}`, () => assert.deepEqual(parsePattern(text), expected));
  }
});

describe('a curated row', () => {
  for (const [written, text] of [
    [rule('queue'), '=queue'],
    [arnPattern`arn:$p:acme:$r:$a:job/${name('Name')}/*`, 'arn:$p:acme:$r:$a:job/{Name}/*'],
    [arnPattern`arn:$p:acme:$r:$a:${'job'}/${nameOrArn('Name', 'Arn')}`, 'arn:$p:acme:$r:$a:job/{@Name|Arn}'],
    [optionalResource(arnPattern`arn:$p:acme:$r:$a:job/${optional(arnOnly('Id'))}`), '?arn:$p:acme:$r:$a:job/{!Id?}'],
    [arnPattern`${name('Type')}/${optional(name('Name'), 'default')}`, '{Type}/{Name?=default}'],
    [arnPattern`arn:$p:acme:$r:$a:${withDefault(name('Name'), 'default')}`, 'arn:$p:acme:$r:$a:{Name=default}'],
  ] as const) {
    it(`writes ${text}`, () => {
      assert.equal(printPattern(written), text);
      assert.deepEqual(parsePattern(text), written);
    });
  }

  it('writes conditions', () => {
    assert.equal(printCondition(isGiven('Jobs[].Name')), 'Jobs[].Name');
    assert.equal(printCondition(startsWith('Jobs[].Name', '/a')), 'Jobs[].Name=/a');
  });

  it('writes restrictions', () => {
    assert.equal(printRestriction(via('rds')), 'via=rds');
    assert.equal(printRestriction(viaAnyRegion('dynamodb')), 'via=dynamodb.*');
    assert.equal(printRestriction(SERVICE_GRANT), 'serviceGrant');
  });

  it('writes roles', () => {
    assert.equal(printRoleField(roleArgument('Roles{:}')), 'Roles{:}');
    assert.equal(printRoleField(roleRule('patch')), '=patch');
  });
});
