import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FitOptions } from '../../src/analysis/fit.ts';
import { fitStates, OPTIONS } from '../support/cases.ts';
import { isAllowed, pairs, type TestStatement, widerThan } from '../support/iam.ts';

/** What stands for a state machine rather than a task: distributed maps, settings, roles that tasks assume. */

const HERE = 'eu-west-1:111122223333';
const OWN = `arn:aws:states:${HERE}:stateMachine:orders`;
const KEY = `arn:aws:kms:${HERE}:key/1234`;
const PASS = { A: { Type: 'Pass', End: true } };

function map(fields: Readonly<Record<string, unknown>> = {}, config: Readonly<Record<string, unknown>> = {}) {
  const processor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD', ...config },
    StartAt: 'P',
    States: { P: { Type: 'Pass', End: true } },
  };
  return { Each: { Type: 'Map', Label: 'each', ItemProcessor: processor, End: true, ...fields } };
}

function reader(api: string, args: object, config: object = {}) {
  return map({ ItemReader: { Resource: `arn:aws:states:::s3:${api}`, ReaderConfig: config, Parameters: args } });
}

/** The pairs of one fitted policy that have to do with S3 or KMS, as text. */
function storage(states: Readonly<Record<string, unknown>>, options: FitOptions = OPTIONS): readonly string[] {
  return pairs(fitStates(states, options).policy)
    .filter(({ action }) => /^(s3|kms):/.test(action))
    .map(({ action, resource }) => `${action} ${resource}`)
    .toSorted();
}

describe('a distributed Map (iam-policies-eg-dist-map, redrive-map-run)', () => {
  it('starts itself, describes and stops its executions and its children, redrives Standard children', () => {
    const { policy } = fitStates(map());
    const child = `arn:aws:states:${HERE}:execution:orders/each:1`;
    for (const [action, resource] of [
      ['states:StartExecution', OWN],
      ['states:DescribeExecution', `arn:aws:states:${HERE}:execution:orders:1`],
      ['states:DescribeExecution', child],
      ['states:StopExecution', child],
      ['states:RedriveExecution', child],
    ] as const) {
      assert.ok(isAllowed(policy, { action, resource }), `${action} on ${resource}`);
    }
    assert.ok(!isAllowed(policy, { action: 'states:StartExecution', resource: `${OWN}-other` }));
    assert.ok(!isAllowed(policy, { action: 'states:StartExecution', resource: child }));
    const template: TestStatement[] = [
      { Action: 'states:StartExecution', Resource: OWN },
      {
        Action: ['states:DescribeExecution', 'states:StopExecution'],
        Resource: [`arn:aws:states:${HERE}:execution:orders:*`, `arn:aws:states:${HERE}:execution:orders/each:*`],
      },
      { Action: 'states:RedriveExecution', Resource: `arn:aws:states:${HERE}:execution:orders/each:*` },
    ];
    assert.deepEqual(widerThan(policy, { Statement: template }), []);
  });

  it('redrives Express children as a precaution, and describes their own ARN form', () => {
    const { policy, calls } = fitStates(map({}, { ExecutionType: 'EXPRESS' }));
    const redrives = calls.flatMap(({ grants }) => grants.filter(({ purpose }) => purpose === 'redrive'));
    assert.deepEqual(
      redrives.map(({ doubt }) => doubt?.certainty),
      ['precaution'],
    );
    const started = `arn:aws:states:${HERE}:express:orders/each:1:2`;
    assert.ok(!isAllowed(policy, { action: 'states:RedriveExecution', resource: started }));
    assert.ok(
      isAllowed(policy, {
        action: 'states:DescribeExecution',
        resource: `arn:aws:states:${HERE}:express:orders/each:1:2`,
      }),
    );
  });

  it('allows any label where Step Functions generates one', () => {
    const { policy } = fitStates(map({ Label: undefined }));
    assert.ok(
      isAllowed(policy, {
        action: 'states:RedriveExecution',
        resource: `arn:aws:states:${HERE}:execution:orders/made-up:1`,
      }),
    );
    assert.ok(
      !isAllowed(policy, {
        action: 'states:RedriveExecution',
        resource: `arn:aws:states:${HERE}:execution:other/made-up:1`,
      }),
    );
  });

  it('asks for --name where the machine has none, and covers any name until then', () => {
    const { name: _, ...unnamed } = OPTIONS;
    const { policy, findings } = fitStates(map(), unnamed);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['name-needed'],
    );
    assert.ok(isAllowed(policy, { action: 'states:StartExecution', resource: OWN }));
  });

  it('is refused in an Express workflow, at the top and within Express children', () => {
    const codes = (options: FitOptions) => fitStates(map(), options).findings.map(({ code }) => code);
    assert.deepEqual(codes({ ...OPTIONS, type: 'EXPRESS' }), ['unsupported-in-express']);
    assert.deepEqual(codes({ ...OPTIONS, type: 'STANDARD' }), []);
    const wait = {
      Type: 'Task',
      Resource: 'arn:aws:states:::glue:startJobRun.sync',
      Parameters: { JobName: 'j' },
      End: true,
    };
    const { Each } = map({}, { ExecutionType: 'EXPRESS' });
    const processor = { ...Each.ItemProcessor, StartAt: 'W', States: { W: wait } };
    const { findings } = fitStates({ Each: { ...Each, ItemProcessor: processor } });
    assert.deepEqual(
      findings.map(({ code, state }) => [code, state]),
      [['unsupported-in-express', '/States/Each/ItemProcessor/States/W']],
    );
  });
});

describe('ItemReader (input-output-itemreader)', () => {
  it('reads one CSV, JSON, JSONL or Parquet file', () => {
    for (const InputType of ['CSV', 'JSON', 'JSONL', 'PARQUET']) {
      const states = reader('getObject', { Bucket: 'data', Key: 'csvDataset/ratings.csv' }, { InputType });
      assert.deepEqual(storage(states), ['s3:GetObject arn:aws:s3:::data/csvDataset/ratings.csv']);
    }
  });

  it('reads a version with an action of its own (S3 API reference, GetObject)', () => {
    const states = reader('getObject', { Bucket: 'data', Key: 'k', VersionId: 'v' }, { InputType: 'JSON' });
    assert.deepEqual(storage(states), ['s3:GetObject arn:aws:s3:::data/k', 's3:GetObjectVersion arn:aws:s3:::data/k']);
  });

  it('reads an S3 inventory: its manifest and the data folder beside the dated one', () => {
    for (const config of [{ InputType: 'MANIFEST' }, { ManifestType: 'S3_INVENTORY' }]) {
      const states = reader(
        'getObject',
        { Bucket: 'dest', Key: 'inv/src/daily/2024-01-01T00-00Z/manifest.json' },
        config,
      );
      assert.deepEqual(storage(states), [
        's3:GetObject arn:aws:s3:::dest/inv/src/daily/2024-01-01T00-00Z/manifest.json',
        's3:GetObject arn:aws:s3:::dest/inv/src/daily/data/*',
      ]);
    }
  });

  it('reads an Athena manifest, whose objects can lie anywhere, and warns', () => {
    const states = reader(
      'getObject',
      { Bucket: 'results', Key: 'q-manifest.csv' },
      { ManifestType: 'ATHENA_DATA', InputType: 'CSV' },
    );
    assert.deepEqual(storage(states), ['s3:GetObject arn:aws:s3:::*/*']);
    assert.ok(
      fitStates(states).findings.some(({ code, severity }) => code === 'data-location' && severity === 'warning'),
    );
  });

  it('lists objects under a prefix, and reads them only where they are loaded', () => {
    const args = { Bucket: 'data', Prefix: 'in/' };
    assert.deepEqual(storage(reader('listObjectsV2', args)), ['s3:ListBucket arn:aws:s3:::data']);
    assert.deepEqual(storage(reader('listObjectsV2', args, { Transformation: 'LOAD_AND_FLATTEN', InputType: 'CSV' })), [
      's3:GetObject arn:aws:s3:::data/in/*',
      's3:ListBucket arn:aws:s3:::data',
    ]);
    const { policy } = fitStates(reader('listObjectsV2', args));
    const request = { action: 's3:ListBucket', resource: 'arn:aws:s3:::data' };
    assert.ok(isAllowed(policy, { ...request, context: { 's3:prefix': 'in/' } }));
    assert.ok(!isAllowed(policy, { ...request, context: { 's3:prefix': 'out/' } }));
  });

  it('lists a whole bucket without a condition: the request then has no s3:prefix', () => {
    const { policy } = fitStates(reader('listObjectsV2', { Bucket: 'data' }));
    assert.ok(isAllowed(policy, { action: 's3:ListBucket', resource: 'arn:aws:s3:::data' }));
  });

  it('widens what a run decides: bucket, key, prefix, in JSONPath and JSONata', () => {
    assert.deepEqual(storage(reader('getObject', { 'Bucket.$': '$.b', Key: 'k' }, { InputType: 'CSV' })), [
      's3:GetObject arn:aws:s3:::*/k',
    ]);
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:listObjectsV2',
      Arguments: { Bucket: 'data', Prefix: '{% $p %}' },
      ReaderConfig: { Transformation: 'LOAD_AND_FLATTEN', InputType: 'CSV' },
    };
    assert.deepEqual(storage(map({ QueryLanguage: 'JSONata', ItemReader })), [
      's3:GetObject arn:aws:s3:::data/*',
      's3:ListBucket arn:aws:s3:::data',
    ]);
  });

  it('refuses to stay silent on an API that it does not know', () => {
    const { findings } = fitStates(reader('headObject', { Bucket: 'b', Key: 'k' }));
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['unknown-integration', 'error']],
    );
  });
});

describe('ResultWriter (input-output-resultwriter)', () => {
  const writer = (args: object) =>
    map({ ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: args } });
  const ACTIONS = ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'];

  it('writes below its prefix, with four actions', () => {
    for (const Prefix of ['csvJobs', 'csvJobs/']) {
      assert.deepEqual(
        storage(writer({ Bucket: 'data', Prefix })),
        ACTIONS.map((action) => `${action} arn:aws:s3:::data/csvJobs/*`),
      );
    }
    assert.deepEqual(
      storage(writer({ Bucket: 'data' })),
      ACTIONS.map((action) => `${action} arn:aws:s3:::data/*`),
    );
  });

  it('writes nothing to S3 with a WriterConfig alone', () => {
    assert.deepEqual(
      storage(map({ ResultWriter: { WriterConfig: { OutputType: 'JSON', Transformation: 'FLATTEN' } } })),
      [],
    );
  });

  it("needs the bucket's KMS key where it is known, and says so where it is not", () => {
    const states = writer({ Bucket: 'data', Prefix: 'p' });
    const keyed = storage(states, { ...OPTIONS, bucketKeys: { data: KEY } }).filter((pair) => pair.startsWith('kms'));
    assert.deepEqual(keyed, [`kms:Decrypt ${KEY}`, `kms:Encrypt ${KEY}`, `kms:GenerateDataKey ${KEY}`]);
    assert.ok(
      fitStates(states).findings.some(
        ({ code, message }) => code === 'unknown-encryption' && message.includes('arn:aws:s3:::data'),
      ),
    );
    assert.ok(
      !fitStates(states, { ...OPTIONS, bucketKeys: { data: KEY } }).findings.some(
        ({ code }) => code === 'unknown-encryption',
      ),
    );
  });
});

describe('settings of the state machine', () => {
  it('denies everything where nothing is called (activities-iam)', () => {
    const activity = { A: { Type: 'Task', Resource: `arn:aws:states:${HERE}:activity:work`, End: true } };
    for (const states of [PASS, activity]) {
      assert.deepEqual(fitStates(states).policy.Statement, [{ Effect: 'Deny', Action: ['*'], Resource: ['*'] }]);
    }
  });

  it('logs with ten actions on * (cw-logs)', () => {
    const { policy } = fitStates(PASS, { ...OPTIONS, logging: true });
    assert.deepEqual(policy.Statement, [
      {
        Effect: 'Allow',
        Action: [
          'CreateLogDelivery',
          'CreateLogStream',
          'DeleteLogDelivery',
          'DescribeLogGroups',
          'DescribeResourcePolicies',
          'GetLogDelivery',
          'ListLogDeliveries',
          'PutLogEvents',
          'PutResourcePolicy',
          'UpdateLogDelivery',
        ].map((name) => `logs:${name}`),
        Resource: ['*'],
      },
    ]);
  });

  it('traces with four actions on * (concepts-xray-tracing)', () => {
    const { policy } = fitStates(PASS, { ...OPTIONS, tracing: true });
    const actions = ['GetSamplingRules', 'GetSamplingTargets', 'PutTelemetryRecords', 'PutTraceSegments'];
    assert.deepEqual(policy.Statement, [
      { Effect: 'Allow', Action: actions.map((name) => `xray:${name}`), Resource: ['*'] },
    ]);
  });

  it('encrypts for its own executions only, never by kms:ViaService (encryption-at-rest)', () => {
    const { policy } = fitStates(PASS, { ...OPTIONS, kmsKeyArn: KEY });
    const Condition = { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': [OWN] } };
    assert.deepEqual(policy.Statement, [
      { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: [KEY], Condition },
    ]);
  });

  it('encrypts for any name by pattern where the name is not known', () => {
    const { name: _, ...unnamed } = OPTIONS;
    const { policy } = fitStates(PASS, { ...unnamed, kmsKeyArn: KEY });
    const context = { 'kms:EncryptionContext:aws:states:stateMachineArn': OWN };
    assert.ok(isAllowed(policy, { action: 'kms:Decrypt', resource: KEY, context }));
  });

  it('encrypts log deliveries as well where both are on (encryption-at-rest)', () => {
    const { policy } = fitStates(PASS, { ...OPTIONS, kmsKeyArn: KEY, logging: true });
    const Condition = { StringEquals: { 'kms:EncryptionContext:SourceArn': [`arn:aws:logs:${HERE}:*`] } };
    assert.ok(policy.Statement.some((statement) => JSON.stringify(statement.Condition) === JSON.stringify(Condition)));
  });
});

describe('Credentials (concepts-access-cross-acct-resources)', () => {
  const TARGET = 'arn:aws:iam::444455556666:role/target';
  const nested = {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Parameters: { StateMachineArn: 'arn:aws:states:eu-west-1:444455556666:stateMachine:child' },
    End: true,
  };

  it('lets the role assume the other one, and reports what that one needs: no events across accounts', () => {
    const { policy, assumedRoles } = fitStates({ A: { ...nested, Credentials: { RoleArn: TARGET } } });
    assert.deepEqual(policy.Statement, [{ Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: [TARGET] }]);
    assert.deepEqual(assumedRoles, [
      {
        role: TARGET,
        states: ['/States/A'],
        policy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['states:DescribeExecution', 'states:StopExecution'],
              Resource: ['arn:aws:states:eu-west-1:444455556666:execution:child:*'],
            },
            {
              Effect: 'Allow',
              Action: ['states:StartExecution'],
              Resource: ['arn:aws:states:eu-west-1:444455556666:stateMachine:child'],
            },
          ],
        },
      },
    ]);
  });

  it('keeps the events of a role of the same account: .sync uses them there (connect-to-resource)', () => {
    const own = 'arn:aws:iam::111122223333:role/target';
    const { assumedRoles } = fitStates({ A: { ...nested, Credentials: { RoleArn: own } } });
    assert.ok(pairs(assumedRoles[0]?.policy ?? { Statement: [] }).some(({ action }) => action === 'events:PutRule'));
  });

  it('may assume the role of that name in any account where the account is all that a run tells', () => {
    const credentials = { 'RoleArn.$': "States.Format('arn:aws:iam::{}:role/x', $.account)" };
    const { policy, findings } = fitStates({ A: { ...nested, Credentials: credentials } });
    assert.deepEqual(policy.Statement, [
      { Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: ['arn:aws:iam::*:role/x'] },
    ]);
    assert.ok(findings.some(({ code }) => code === 'partly-dynamic-resource'));
  });

  for (const [form, credentials] of Object.entries({
    'a path': { 'RoleArn.$': '$.role' },
    JSONata: { RoleArn: '{% $states.input.role %}' },
    'JSONata as a whole': '{% $states.input %}',
  })) {
    it(`may assume any role where ${form} gives it, with a warning`, () => {
      const { policy, findings } = fitStates({ A: { ...nested, Credentials: credentials } });
      assert.deepEqual(policy.Statement, [
        { Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: ['arn:aws:iam::*:role/*'] },
      ]);
      assert.ok(findings.some(({ code, severity }) => code === 'dynamic-resource' && severity === 'warning'));
    });
  }
});
