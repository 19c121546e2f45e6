import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentsOf } from '../../src/role/plan.ts';
import { managedName, ownerOf } from '../../src/role/rolefitPolicy.ts';

describe('the documents of a policy', () => {
  it('are those that are attached and could be read: one that was deleted in the meantime denies nothing', () => {
    const policyId = { roleName: 'r', policyName: 'rolefit', owner: ownerOf('stack', 'Policy') };
    const policy = (text: string, document: string) => {
      const name = managedName(policyId, text);
      return { arn: `arn:aws:iam::111122223333:policy/rolefit/r/${name}`, name, version: 'v1', document };
    };
    const [read, deleted, detached] = [policy('a', '{"a":1}'), policy('b', ''), policy('c', '{"c":1}')];
    const state = {
      role: undefined,
      inline: new Map([
        ['rolefit', '{"inline":1}'],
        ['other', '{}'],
      ]),
      attached: new Set([read.arn, deleted.arn]),
      managed: [read, deleted, detached],
    };
    assert.deepEqual(documentsOf(state, policyId), ['{"inline":1}', '{"a":1}']);
  });
});
