import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ResourceFacts, StatedFacts } from '../../src/facts/fact.ts';
import { fitStates, OPTIONS, task } from '../support/cases.ts';
import { pairs } from '../support/iam.ts';

/** What a query needs by what it says of itself, and by what is known of its workgroup. */

const HERE = 'eu-west-1:111122223333';
const KEY = `arn:aws:kms:${HERE}:key/results`;
const OTHER = `arn:aws:kms:${HERE}:key/other`;
const ANY = 'arn:aws:s3:::*';

function workgroup(facts: ResourceFacts, name = 'primary'): StatedFacts {
  return { resource: `arn:aws:athena:${HERE}:workgroup/${name}`, facts, source: 'file', place: 'facts.yaml' };
}

type Args = Readonly<Record<string, unknown>>;

function fitted(args: Args, facts: readonly StatedFacts[] = []) {
  return fitStates({ A: task('arn:aws:states:::athena:startQueryExecution', args) }, { ...OPTIONS, facts });
}

function resourcesOf(action: string, args: Args, facts?: readonly StatedFacts[]): readonly string[] {
  return pairs(fitted(args, facts).policy)
    .filter((pair) => pair.action === action)
    .map(({ resource }) => resource)
    .toSorted();
}

const SELECT = { QueryString: 'SELECT * FROM orders', QueryExecutionContext: { Database: 'sales' } };
const OUTPUT = { ResultConfiguration: { OutputLocation: 's3://results/athena' } };

describe('the results of a query (athena/latest/ug/workgroups-settings-override.html)', () => {
  const place = (bucket: string) => [`arn:aws:s3:::${bucket}/*`];
  for (const [name, args, facts, writes] of [
    [
      'go where it says, if its workgroup has no place of its own',
      { ...SELECT, ...OUTPUT },
      [workgroup({ output: 'none' })],
      place('results/athena'),
    ],
    ['go where it says, if nothing is known of its workgroup', { ...SELECT, ...OUTPUT }, [], place('results/athena')],
    [
      'go to either place, if nobody knows whether the workgroup overrides what it says',
      { ...SELECT, ...OUTPUT },
      [workgroup({ output: 's3://team/out/' })],
      [...place('results/athena'), ...place('team/out')],
    ],
    [
      'go where it says, if that is known to count',
      { ...SELECT, ...OUTPUT },
      [workgroup({ enforced: false })],
      place('results/athena'),
    ],
    [
      'go where its workgroup says, if it does not',
      SELECT,
      [workgroup({ output: 's3://team/out/' })],
      place('team/out'),
    ],
    [
      'go where its workgroup says, if that is enforced',
      { ...SELECT, ...OUTPUT },
      [workgroup({ output: 's3://team/', enforced: true })],
      place('team'),
    ],
    [
      'go where it says, if the workgroup enforces nothing',
      { ...SELECT, ...OUTPUT },
      [workgroup({ output: 's3://team/', enforced: false })],
      place('results/athena'),
    ],
    ['may go anywhere, if nothing says it', SELECT, [], [ANY]],
    [
      'may go anywhere, if an enforced place is not known',
      { ...SELECT, ...OUTPUT },
      [workgroup({ enforced: true })],
      [ANY],
    ],
    ['go nowhere, if Athena manages them', SELECT, [workgroup({ output: 'none' })], []],
    [
      'may go anywhere, if a run decides it',
      { ...SELECT, ResultConfiguration: { 'OutputLocation.$': '$.out' } },
      [],
      [ANY],
    ],
    [
      'stay in a bucket whose prefix a run decides',
      { ...SELECT, ResultConfiguration: { 'OutputLocation.$': "States.Format('s3://results/a/{}/', $.day)" } },
      [workgroup({ enforced: false })],
      place('results/a/*'),
    ],
    [
      'may lie at the top of a bucket, if the whole prefix is open and may be empty',
      { ...SELECT, ResultConfiguration: { 'OutputLocation.$': "States.Format('s3://results/{}/', $.day)" } },
      [workgroup({ enforced: false })],
      place('results'),
    ],
    ['are not all that a statement writes', { QueryString: 'INSERT INTO t SELECT 1', ...OUTPUT }, [], [ANY]],
    ['are not all that an unknown statement writes', { 'QueryString.$': '$.sql', ...OUTPUT }, [], [ANY]],
  ] as const) {
    it(name, () => assert.deepEqual(resourcesOf('s3:PutObject', args, facts), writes));
  }

  it('need their bucket to exist, except Athena’s own (repost.aws/knowledge-center/athena-output-bucket-error)', () => {
    const free = [workgroup({ enforced: false })];
    assert.deepEqual(resourcesOf('s3:CreateBucket', { ...SELECT, ...OUTPUT }, free), []);
    const own = { ResultConfiguration: { OutputLocation: 's3://aws-athena-query-results-1-eu-west-1/' } };
    assert.deepEqual(resourcesOf('s3:CreateBucket', { ...SELECT, ...own }, free), [
      'arn:aws:s3:::aws-athena-query-results-1-eu-west-1',
    ]);
  });

  it('need the bucket itself, where a hole in its name may have a slash', () => {
    const args = { ...SELECT, ResultConfiguration: { 'OutputLocation.$': "States.Format('s3://team-{}-out', $.x)" } };
    const free = [workgroup({ enforced: false })];
    assert.deepEqual(resourcesOf('s3:ListBucketMultipartUploads', args, free), ['arn:aws:s3:::team-*']);
    assert.deepEqual(resourcesOf('s3:PutObject', args, free), place('team-*-out'));
  });

  it('say what would tell where they go', () => {
    const message = (args: Args) => fitted(args).findings.find(({ code }) => code === 'data-location')?.message ?? '';
    assert.match(
      message({ ...SELECT, ...OUTPUT }),
      /Its workgroup may override .* state its output and that it is enforced/,
    );
    assert.match(message(SELECT), /state the output of its workgroup/);
  });
});

describe('the data of a query', () => {
  it('may lie in any bucket, with a warning that says why', () => {
    assert.deepEqual(resourcesOf('s3:GetObject', { ...SELECT, ...OUTPUT }), [ANY]);
    const warning = fitted({ ...SELECT, ...OUTPUT }).findings.find(({ code }) => code === 'data-location');
    assert.equal(warning?.severity, 'warning');
    assert.match(warning?.message ?? '', /only the data catalog says/);
  });

  it('is described by its own databases and the default one (fine-grained-access-to-glue-resources.html)', () => {
    const glue = (name: string) => `arn:aws:glue:${HERE}:${name}`;
    assert.deepEqual(
      resourcesOf('glue:GetTable', SELECT),
      [
        'catalog',
        ...['default', 'sales'].flatMap((name) => [
          `database/${name}`,
          `table/${name}/*`,
          `userDefinedFunction/${name}/*`,
        ]),
      ]
        .map(glue)
        .toSorted(),
    );
    assert.deepEqual(resourcesOf('glue:DeleteTable', SELECT), []);
    assert.ok(resourcesOf('glue:GetTable', { QueryString: 'SELECT * FROM a.b' }).includes(glue('database/a')));
  });

  it('is described by any database, if the text or the context leaves it open', () => {
    for (const args of [
      { QueryString: 'SHOW TABLES' },
      { QueryString: 'DROP TABLE t' },
      { ...SELECT, QueryExecutionContext: { 'Database.$': '$.db' } },
      { ...SELECT, QueryExecutionContext: { Database: 'sales', Catalog: 'hive' } },
      { ...SELECT, QueryString: 'SELECT * FROM hive.a.b' },
      { QueryString: 'SELECT * FROM tables', QueryExecutionContext: { Database: 'Information_Schema' } },
    ]) {
      assert.ok(resourcesOf('glue:GetTable', args).includes(`arn:aws:glue:${HERE}:table/*`), JSON.stringify(args));
    }
    assert.ok(resourcesOf('glue:DeleteTable', { QueryString: 'DROP TABLE t' }).length > 0);
  });
});

describe('the keys of a query’s results (athena/latest/ug/encryption.html)', () => {
  const encrypted = (KmsKey: string, EncryptionOption = 'SSE_KMS') => ({
    ...SELECT,
    ResultConfiguration: { OutputLocation: 's3://results/', EncryptionConfiguration: { EncryptionOption, KmsKey } },
  });
  for (const [name, args, facts, keys] of [
    ['are its own', encrypted(KEY), [], [KEY]],
    ['are its own with client-side encryption', encrypted(KEY, 'CSE_KMS'), [], [KEY]],
    ['are none with S3’s own encryption', { ...SELECT, ...OUTPUT }, [], []],
    ['are its workgroup’s', { ...SELECT, ...OUTPUT }, [workgroup({ key: OTHER })], [OTHER]],
    ['are the enforced ones', encrypted(KEY), [workgroup({ key: OTHER, enforced: true })], [OTHER]],
    [
      'are not those of a workgroup that enforces nothing',
      encrypted(KEY),
      [workgroup({ key: OTHER, enforced: false })],
      [KEY],
    ],
    ['are either, if nobody knows', encrypted(KEY), [workgroup({ key: OTHER })], [OTHER, KEY].toSorted()],
    ['are none, if the workgroup has none', { ...SELECT, ...OUTPUT }, [workgroup({ key: 'none' })], []],
  ] as const) {
    it(name, () => {
      assert.deepEqual(resourcesOf('kms:GenerateDataKey', args, facts), keys);
      assert.deepEqual(resourcesOf('kms:Decrypt', args, facts), keys);
    });
  }
});
