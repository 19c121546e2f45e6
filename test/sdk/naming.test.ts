import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { NAMING } from '../../catalog/build/naming.ts';
import { own } from '../../src/own.ts';
import type { ServiceData } from '../../src/sdk/service.ts';

describe('a row that says how an argument names a resource', () => {
  for (const {
    row,
    example: [operation, pattern],
  } of NAMING) {
    it(`has an example in the data: ${row}`, () => {
      const [service = '', api = ''] = operation.split(':');
      const data: ServiceData = JSON.parse(readFileSync(join('src/sdk/data', `${service}.json`), 'utf8'));
      const needs = own(data.operations, api);
      assert.ok(needs !== undefined && 'allow' in needs);
      const patterns = needs.allow.flatMap(({ on }) => on);
      assert.ok(
        patterns.some((text) => text.endsWith(pattern)),
        patterns.join(', '),
      );
    });
  }
});
