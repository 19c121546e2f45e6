import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PAGE, serverlessCheck } from './page.ts';

describe('the roles of serverless-step-functions', () => {
  it('differ from what is needed only where a person has judged so', async () => {
    const { page, faults } = await serverlessCheck();
    assert.deepEqual(faults, []);
    assert.equal(readFileSync(PAGE, 'utf8'), page, `${PAGE} is out of date: npm run serverless:check -- --write`);
  });
});
