import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Authority } from '../../catalog/build/authority.ts';
import { loadAuthority } from '../../catalog/build/authority.ts';
import type { Candidate } from '../../catalog/build/candidates.ts';
import { guardedPage, runtimeTable } from '../../catalog/build/guardedPage.ts';
import { complaints, readTable } from '../../catalog/build/guardedTable.ts';
import { judge } from '../../catalog/build/judge.ts';
import type { Judgements } from '../../catalog/build/judged.ts';
import { phrases } from '../../catalog/build/phrases.ts';
import { signalsOf } from '../../catalog/build/signals.ts';
import { guardOf } from '../../src/policy/guarded.ts';

/** The table of guarded actions: what makes a candidate, how judgements count, and that table, page and runtime agree. */

const table = await readTable(await loadAuthority([]));

describe('the guarded actions', () => {
  it('that rolefit runs with are those of the judgements', () => {
    const data = JSON.parse(readFileSync(new URL('../../src/policy/data/guarded.json', import.meta.url), 'utf8'));
    assert.deepEqual(data, runtimeTable(table));
  });

  it('of the page are those of the judgements', () => {
    const page = readFileSync(new URL('../../docs/guarded-actions.md', import.meta.url), 'utf8');
    assert.equal(page, guardedPage(table));
  });

  it('are guarded as they are judged', () => {
    const resource = 'arn:aws:iam::111122223333:role/r';
    for (const [action, { at }] of table.verdicts) {
      assert.equal(guardOf(action, resource)?.at ?? 'free', at, action);
    }
  });

  it('are judged one and all: no candidate is left', () => {
    assert.ok(table.verdicts.size > 4000);
    assert.deepEqual([...table.missing.keys()], []);
  });

  it('each stand on a page of AWS, and no judgement is stale', () => {
    for (const [action, { page }] of table.verdicts) {
      assert.match(page, /^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/, action);
    }
    assert.deepEqual(table.stale, []);
  });

  it('leave what workflows live on', () => {
    for (const action of [
      'batch:SubmitJob',
      'ecs:RunTask',
      'glue:StartJobRun',
      'lambda:InvokeFunction',
      'states:StartExecution',
    ]) {
      assert.equal(table.verdicts.get(action)?.at, 'free', action);
    }
  });
});

describe('a candidate', () => {
  const traits = { prefix: 'acme', takes: [], gives: [], passes: false, hasRoles: true };
  for (const [name, more, expected] of [
    ['CreateThing', { takes: ['custom user data text'] }, ['code: custom user data text']],
    ['CreateThing', { takes: ['iam role arn', 'size'] }, ['role: iam role arn']],
    ['CreateThing', { takes: ['role'], passes: true }, ['role: role']],
    ['CreateThing', { takes: ['role'] }, []],
    ['PutFile', { hasRoles: false }, ['code']],
    ['PutThing', { takes: ['policy document'] }, ['policy: policy document']],
    ['GetThing', { gives: ['session token', 'next token'] }, ['hands out: session token']],
    ['CreatePresignedThingUrl', {}, ['hands out']],
    ['UpdateFunction', {}, ['runs']],
    ['UpdateFunction', { hasRoles: false }, []],
    ['PutResourcePolicy', {}, ['opens']],
    ['DeleteResourcePolicy', {}, ['opens']],
    ['DeleteGrant', {}, []],
    ['ModifyThing', { takes: ['publicly accessible'] }, ['opens: publicly accessible']],
    ['DeleteFlowLogs', {}, ['watch']],
    ['DisableThing', { prefix: 'security-ir' }, ['watch']],
    ['AdminSetUserPassword', { prefix: 'cognito-idp' }, ['hands out', 'directory']],
    ['DeleteThing', { prefix: 'cloudformation' }, ['stack']],
    ['ListThings', { gives: ['next token', 'secret arn', 'role arn'], takes: ['role arn', 'document'] }, []],
    ['TagResource', { takes: ['policy'] }, []],
    ['CreateThing', { takes: ['language code', 'scaling policy', 'client token', 'documentation'] }, []],
  ] as const) {
    it(`${name} ${JSON.stringify(more)}: ${expected.join('; ') || 'none'}`, () => {
      assert.deepEqual(signalsOf({ name, ...traits, ...more }), expected);
    });
  }

  it('is found word by word', () => {
    const code = phrases({ within: 'script, user data', whole: 'document' });
    assert.ok(['Script', 'bootstrapScripts', 'UserData', 'document'].every(code));
    assert.ok(!['description', 'subscriptArn', 'user database', 'documentName'].some(code));
  });
});

describe('a judgement', () => {
  const action = (name: string, level = 'Write') => ({
    name,
    level,
    types: [],
    roleKey: false,
    tagKeys: false,
    dependents: [],
  });
  const authority: Authority = {
    action: () => undefined,
    actions: [
      action('acme:StartJob'),
      action('acme:PutPolicy', 'Permissions management, Write'),
      action('acme:StopJob'),
      action('iam:PassRole'),
      action('iam:GetRole', 'Read'),
      action('iam:CreateUser'),
    ],
    page: (prefix) => `https://docs.aws.amazon.com/${prefix}.html`,
  };
  const candidate = (more: Partial<Candidate> = {}): Candidate => ({
    operations: ['acmeapi:StartJob'],
    signals: ['role: role arn', 'runs'],
    ...more,
  });
  const page = 'https://docs.aws.amazon.com/acme/latest/APIReference/';
  const judged = (judgements: Judgements, one = candidate()) =>
    judge({ acme: { StartJob: one } }, new Map([['acme', judgements]]), authority);

  it('is missing where a candidate has none, and the refresh names the signals and the operation', () => {
    const { verdicts, ...rest } = judged({ page });
    assert.equal(verdicts.get('acme:StartJob'), undefined);
    assert.deepEqual(complaints({ verdicts, ...rest }), [
      'acme:StartJob is not judged (role: role arn; runs), acmeapi:StartJob',
    ]);
  });

  it('stands on the page of the operation', () => {
    const { verdicts, missing } = judged({ page, recheck: { code: ['StartJob'] } });
    assert.equal(missing.size, 0);
    assert.deepEqual(verdicts.get('acme:StartJob'), {
      at: 'recheck',
      why: 'it changes or runs code with the rights of a role that is in place',
      page: `${page}API_StartJob.html`,
    });
  });

  it('is not needed where a rule decides', () => {
    const { verdicts } = judged({ page }, candidate({ passes: true }));
    assert.deepEqual(
      ['acme:StartJob', 'acme:PutPolicy', 'acme:StopJob', 'iam:GetRole', 'iam:CreateUser'].map(
        (name) => verdicts.get(name)?.at,
      ),
      ['free', 'always', undefined, 'recheck', 'always'],
    );
  });

  it('is needed for what passes a role and opens something, too', () => {
    const { missing } = judged({ page }, candidate({ passes: true, signals: ['role: role arn', 'opens'] }));
    assert.ok(missing.has('acme:StartJob'));
  });

  it('is stale where the action is gone, is no candidate, is decided by a rule or is judged twice', () => {
    const { stale } = judged({
      page,
      always: { access: ['PutPolicy', 'StartJob'] },
      free: { operates: ['StartJob', 'StopJob', 'Gone'] },
    });
    assert.deepEqual(stale, [
      'acme:PutPolicy has the access level Permissions management: a rule decides',
      'acme:StartJob is judged twice',
      'acme:StopJob is no candidate: nothing about it needs a judgement',
      'acme:Gone is no action',
    ]);
  });
});
