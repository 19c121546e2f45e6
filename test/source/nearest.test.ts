import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearest } from '../../src/nearest.ts';

const OPTIONS = ['region', 'account', 'partition', 'name', 'type', 'logging', 'tracing', 'kms-key', 'json'];

describe('the nearest name', () => {
  const meant: readonly (readonly [string, string])[] = [
    ['regoin', 'region'],
    ['regio', 'region'],
    ['Region', 'region'],
    ['kmskey', 'kms-key'],
    ['accounts', 'account'],
    ['parttiton', 'partition'],
    ['jsn', 'json'],
  ];
  for (const [written, name] of meant) {
    it(`of ${written} is ${name}`, () => assert.equal(nearest(written, OPTIONS), name));
  }

  for (const written of ['', 'x', 'nm', 'stage', 'role', 'output', 'a very long word that is like no other']) {
    it(`of ${JSON.stringify(written)} is none`, () => assert.equal(nearest(written, OPTIONS), undefined));
  }

  it('is the first of those that are as near', () => {
    assert.equal(nearest('boat', ['bat', 'coat', 'goat']), 'bat');
  });

  it('is found without comparing whole texts that are far apart in length', () => {
    assert.equal(nearest('a'.repeat(100_000), ['b', 'a'.repeat(20)]), undefined);
  });
});
