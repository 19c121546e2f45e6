import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { ageLines } from '../../scripts/template/age.ts';
import { MANAGED_POLICIES, MANAGED_POLICIES_AS_OF } from '../../src/template/data/managedPolicies.ts';

/** How old the documents of managed policies are: npm run refresh:template. */
describe('the age of the managed policies', () => {
  it('is that of the newest edit in their source', () => {
    const policies = {
      A: { version: 'v1', edited: '2019-01-18' },
      B: { version: 'v5', edited: '2023-04-07' },
    };
    assert.deepEqual(ageLines(policies, '2026-09-30', new Date('2026-10-02T12:00:00Z')), [
      '2 managed policies, as AWS had them on 2026-09-30: 2 days ago.',
      'The last edit among them is B v5 of 2023-04-07, the oldest document is A v1 of 2019-01-18.',
      'What AWS has edited since is unknown here; https://docs.aws.amazon.com/aws-managed-policy/latest/reference/<name>.html has the version and date of each.',
    ]);
  });

  it('is said without any', () => {
    assert.deepEqual(ageLines({}, '2026-09-30', new Date('2026-10-02')), ['No managed policy is known.']);
  });

  it('is printed by npm run refresh:template without files', () => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/template/refresh.ts'], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.ok(stdout.startsWith(`${Object.keys(MANAGED_POLICIES).length} managed policies`), stdout);
    assert.ok(Object.values(MANAGED_POLICIES).every(({ edited }) => edited <= MANAGED_POLICIES_AS_OF));
  });

  it('is not confused with a refresh that lacks a file', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/template/refresh.ts', 'a.json'], {
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /Give three files/);
  });
});
