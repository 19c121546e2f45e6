import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ResourceType } from '../../catalog/build/arnFormat.ts';
import type { Authority } from '../../catalog/build/authority.ts';
import { bindType } from '../../catalog/build/bind.ts';
import { readDependents } from '../../catalog/build/dependentActions.ts';
import type { Member, Operation } from '../../catalog/build/models.ts';
import { staleRows } from '../../catalog/build/stale.ts';
import { serviceData } from '../../catalog/build/tables.ts';
import { printPattern } from '../../src/sdk/pattern.ts';

/** The script that writes the tables: what it takes for a resource's name, and that it tells of stale rows. */

function member(path: string, options: Partial<Member> = {}): Member {
  return { path, required: true, arn: /Arn/.test(path), oneOf: false, ...options };
}

function operation(name: string, ...members: readonly Member[]): Operation {
  const api = name.charAt(0).toLowerCase() + name.slice(1);
  return {
    name,
    api,
    members,
    takes: [],
    gives: [],
    streams: false,
    unsigned: false,
    http: { method: 'POST', path: '/' },
  };
}

function type(key: string, resource: string, required = true): ResourceType {
  return { key, arn: `arn:\${Partition}:acme:\${Region}:\${Account}:${resource}`, required };
}

function patterns(call: Operation, ...types: readonly ResourceType[]): readonly string[] {
  return types.flatMap((one) =>
    bindType(call, one, types, {}).map(({ pattern }) => printPattern(pattern).replace('arn:$p:acme:$r:$a:', '')),
  );
}

describe('an argument names a resource', () => {
  for (const [name, call, types, expected] of [
    [
      'by the name in the ARN',
      operation('GetJob', member('JobName')),
      [type('job', 'job/${JobName}')],
      ['job/{JobName}'],
    ],
    [
      'by an ARN of its type',
      operation('GetJob', member('JobArn')),
      [type('job', 'job/${JobName}/${Id}')],
      ['job/*/{@JobArn}'],
    ],
    [
      'by its own name, where the operation is about it',
      operation('GetJob', member('Name')),
      [type('job', 'job/${JobName}')],
      ['job/{Name}'],
    ],
    [
      'by one of two that a call gives',
      operation('GetJob', member('JobName', { required: false }), member('JobArn', { required: false })),
      [type('job', 'job/${JobName}')],
      ['job/{@JobName|JobArn?}'],
    ],
    ['in a list', operation('StopJobs', member('JobIds[]')), [type('job', 'job/${JobId}')], ['job/{JobIds[]}']],
    [
      'in a nested field',
      operation('StartRun', member('Config.Job.JobId')),
      [type('job', 'job/${JobId}')],
      ['job/{Config.Job.JobId}'],
    ],
    [
      'as source and as target',
      operation('CopyJob', member('SourceJobName'), member('TargetJobName')),
      [type('job', 'job/${JobName}')],
      ['job/{SourceJobName}', 'job/{TargetJobName}'],
    ],
    [
      'as source and as target, one of which has the plain name',
      operation('RestoreJob', member('JobName'), member('SourceJobName')),
      [type('job', 'job/${JobName}')],
      ['job/{JobName}', 'job/{SourceJobName}'],
    ],
    [
      'as target, where the plain name is another type’s',
      operation('MoveGlobalCluster', member('GlobalClusterIdentifier'), member('TargetClusterIdentifier')),
      [type('cluster', 'cluster/${ClusterName}'), type('global-cluster', 'global-cluster/${GlobalCluster}')],
      ['cluster/{TargetClusterIdentifier}', 'global-cluster/{GlobalClusterIdentifier}'],
    ],
    [
      'before its version',
      operation('GetRecipe', member('Name')),
      [type('recipe', 'recipe/${RecipeName}/${RecipeVersion}')],
      ['recipe/{Name}/*'],
    ],
    [
      'by its ID, beside a new name',
      operation('UpdateMainWindow', member('WindowId'), member('Name', { required: false })),
      [type('mainwindow', 'window/${ResourceId}')],
      ['window/{WindowId}'],
    ],
    [
      'as an ARN only, where it may be a name',
      operation('GetJob', member('JobIdentifier', { arnOnly: true })),
      [type('job', 'job/${JobId}')],
      ['job/{!JobIdentifier}'],
    ],
    [
      'of each of its types',
      operation('GetRun', member('JobId'), member('RunId')),
      [type('run', 'job/${JobId}/run/${RunId}')],
      ['job/{JobId}/run/{RunId}'],
    ],
    [
      'whatever its type, where it is a resource’s ARN',
      operation('TagResource', member('ResourceArn')),
      [type('job', 'job/${Id}', false), type('run', 'run/${Id}', false)],
      ['job/{@ResourceArn}', 'run/{@ResourceArn}'],
    ],
  ] as const) {
    it(name, () => assert.deepEqual(patterns(call, ...types), expected));
  }
});

describe('an argument does not name a resource', () => {
  for (const [name, call, types] of [
    ['by a name where the ARN has an ID', operation('GetJob', member('JobName')), [type('job', 'job/${JobId}')]],
    ['by the name of what is being made', operation('CreateJob', member('Name')), [type('job', 'job/${JobId}')]],
    [
      'by a value of an enumeration',
      operation('GetJob', member('JobName', { oneOf: true })),
      [type('job', 'job/${JobName}')],
    ],
    [
      'by a name that may be left out',
      operation('ListJobs', member('Name', { required: false })),
      [type('job', 'job/${ResourceId}')],
    ],
    [
      'by a new name where the ARN has an identifier',
      operation('CreateJob', member('JobName')),
      [type('job', 'job/${JobIdentifier}')],
    ],
    [
      'by what a new one refers to',
      operation('CreateJob', member('Settings.Other.JobId', { required: false })),
      [type('job', 'job/${JobId}')],
    ],
    ['by what a new one is made from', operation('CreateJob', member('SourceJobId')), [type('job', 'job/${JobId}')]],
    [
      'by what a new one is copied from',
      operation('CopyJob', member('SourceJobId'), member('Region')),
      [type('job', 'job/${JobId}')],
    ],
    [
      'by what a new one is a part of',
      operation('CreateJobBySplitting', member('SourceJobId')),
      [type('job', 'job/${JobId}')],
    ],
    ['by a tag', operation('GetKey', member('Tags[].Key')), [type('key', 'job/${Key}')]],
    ['by an object in S3', operation('GetJob', member('Input.S3Object.JobName')), [type('job', 'job/${JobName}')]],
    ['by a key of a map', operation('GetJob', member('Tags{}')), [type('job', 'job/${Tags}')]],
    ['by anything else', operation('GetJob', member('Description')), [type('job', 'job/${JobName}')]],
  ] as const) {
    it(name, () => assert.deepEqual(patterns(call, ...types), ['job/*']));
  }
});

describe('npm run refresh', () => {
  const none: Authority = { action: () => undefined, actions: [], page: () => '' };

  it('tells of every curated row whose operation or action is gone', () => {
    const stale = staleRows(new Map(), none, readDependents());
    for (const row of [
      'actions: s3:HeadObject is no operation',
      'actions: s3:GetObject (s3:HeadObject) is no action',
      'permissions: dynamodb:TransactWriteItems is no operation',
      'permissions: logs:PutIndexPolicy is no action',
      'dependents: textract:AnalyzeDocument is no action',
      'patterns: sqs:StartMessageMoveTask is no operation',
      'resources: tnb has no argument VnfPkgId',
      'roles: iam:AddRoleToInstanceProfile is no operation',
      'roles: storagegateway passes no role',
    ]) {
      assert.ok(stale.includes(row), row);
    }
  });

  it('tells of a row whose operation has an action of its own name by now', () => {
    const action = (name: string) => ({
      name,
      types: [],
      level: 'Write',
      roleKey: false,
      tagKeys: false,
      dependents: [],
    });
    const models = new Map([['sns', { operations: [operation('PublishBatch')] }]]);
    assert.ok(
      staleRows(models, { ...none, action }, {}).includes(
        'actions: sns:PublishBatch has an action of its own name by now',
      ),
    );
  });

  it('says where it had to take the action from the operation’s name', () => {
    const models = new Map([['connect', { operations: [operation('CreateMiracle', member('RoleArn'))] }]]);
    assert.deepEqual(serviceData('connect', models, none).operations, {
      createMiracle: {
        allow: [{ actions: ['connect:CreateMiracle'], on: [] }],
        pass: [{ fields: ['RoleArn'], to: 'connect.amazonaws.com' }],
        unconfirmed: true,
      },
    });
  });
});
