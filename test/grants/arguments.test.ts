import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import type { ArgumentNames } from '../../src/grants/argumentNames.ts';
import { INTEGRATIONS } from '../../src/integrations/index.ts';
import { own } from '../../src/own.ts';
import { parsePattern } from '../../src/sdk/pattern.ts';
import type { ServiceData } from '../../src/sdk/service.ts';
import { APIS } from '../conformance/apis.ts';
import { integration, machine, OPTIONS, task } from '../support/cases.ts';

/** Arguments that an API does not have: https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html */

async function said(resource: string, args: Readonly<Record<string, unknown>>, language?: 'JSONata') {
  const states = { A: task(`arn:aws:states:::${resource}`, args, language ? { language } : {}) };
  const { findings } = await fit(machine(states), OPTIONS);
  return findings
    .filter(({ code }) => code === 'unknown-argument')
    .map(({ severity, message }) => `${severity} ${message}`);
}

describe('an argument that the API does not have', () => {
  for (const [name, resource, args, expected] of [
    [
      'is an error where it leaves the resource open',
      'aws-sdk:dynamodb:getItem',
      { TableNme: 'orders', Key: {} },
      'error aws-sdk:dynamodb:getItem has no argument TableNme: AWS refuses the definition. Did you mean TableName? Without it nothing names the resource.',
    ],
    [
      'is a warning where the resource is named all the same',
      'sqs:sendMessage',
      { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q', MesageBody: 'x' },
      'warning sqs:sendMessage has no argument MesageBody: AWS refuses the definition. Did you mean MessageBody?',
    ],
    [
      'may be in the singular',
      'aws-sdk:ec2:describeSnapshots',
      { Filter: [] },
      'warning aws-sdk:ec2:describeSnapshots has no argument Filter: AWS refuses the definition, unless it is newer than the API models here. Did you mean Filters?',
    ],
    [
      'may be a newer plural, even of what names the resource',
      'aws-sdk:lambda:getFunction',
      { FunctionNames: ['f'] },
      'warning aws-sdk:lambda:getFunction has no argument FunctionNames: AWS refuses the definition, unless it is newer than the API models here. Did you mean FunctionName? Without it nothing names the resource.',
    ],
    [
      'may be a newer argument whose name begins as the one that names the resource',
      'aws-sdk:dynamodb:getItem',
      { TableNameId: 'orders', Key: {} },
      'warning aws-sdk:dynamodb:getItem has no argument TableNameId: AWS refuses the definition, unless it is newer than the API models here. Did you mean TableName? Without it nothing names the resource.',
    ],
    [
      'may start with a small letter',
      'lambda:invoke',
      { functionName: 'f' },
      'error lambda:invoke has no argument functionName: AWS refuses the definition. Did you mean FunctionName? Without it nothing names the resource.',
    ],
    [
      'may be of another API',
      'elasticmapreduce:terminateCluster',
      { ClusterId: 'j-1', Steps: [] },
      'warning elasticmapreduce:terminateCluster has no argument Steps: AWS refuses the definition, unless it is newer than the API models here. It takes ClusterId.',
    ],
    [
      'may be given to an operation that takes none',
      'aws-sdk:ec2:getEbsEncryptionByDefault',
      { Regions: [] },
      'warning aws-sdk:ec2:getEbsEncryptionByDefault has no argument Regions: AWS refuses the definition, unless it is newer than the API models here. It takes DryRun.',
    ],
  ] as const) {
    it(name, async () => {
      const [only, ...others] = await said(resource, args);
      assert.deepEqual(others, []);
      assert.equal(only, expected);
    });
  }

  for (const [name, slip] of [
    ['left out', 'TableNme'],
    ['put in', 'TableNamme'],
    ['changed', 'TableNane'],
    ['swapped', 'TabelName'],
    ['in the wrong case', 'tableName'],
  ] as const) {
    it(`is an error for one letter ${name}`, async () => {
      const [only = ''] = await said('aws-sdk:dynamodb:getItem', { [slip]: 'orders', Key: {} });
      assert.match(only, /^error .*: AWS refuses the definition\. Did you mean TableName\? Without it/);
    });
  }

  // What the SDKs of 2026 renamed: Step Functions takes over an SDK's changes months later.
  for (const [resource, name] of [
    ['glue:putAsset', 'AssetTypeId'],
    ['glue:putAttachment', 'FormTypeId'],
    ['glue:putDataCatalogExportConfiguration', 'ExportSetting'],
    ['networkfirewall:createFirewall', 'NatGatewayMappings'],
    ['healthlake:updateProfileWithAgent', 'SourceFormat'],
    ['gamelift:createFleet', 'ContainerGroupsConfiguration'],
  ] as const) {
    it(`is none where only an older SDK has it: ${resource} ${name}`, async () => {
      assert.deepEqual(await said(`aws-sdk:${resource}`, { [name]: 'x' }), []);
    });
  }

  it('is found in JSONata, and with a path', async () => {
    assert.equal(
      (await said('sns:publish', { Topicarns: 'x', TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t' }, 'JSONata'))
        .length,
      1,
    );
    assert.equal(
      (await said('sns:publish', { 'Mesage.$': '$.m', TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t' })).length,
      1,
    );
  });

  it('is none in another spelling of an acronym, of a placeholder, or of all arguments at once', async () => {
    assert.deepEqual(await said('aws-sdk:rds:startDBInstance', { DBInstanceIdentifier: 'd' }), []);
    assert.deepEqual(await said('aws-sdk:rds:startDBInstance', { DbInstanceIdentifier: 'd', '${Name}': 'd' }), []);
    const states = {
      A: {
        Type: 'Task',
        QueryLanguage: 'JSONata',
        Resource: 'arn:aws:states:::sqs:sendMessage',
        Arguments: '{% $states.input %}',
        End: true,
      },
    };
    const { findings } = await fit(machine(states), OPTIONS);
    assert.deepEqual(
      findings.filter(({ code }) => code === 'unknown-argument'),
      [],
    );
  });
});

describe('the names of arguments', () => {
  it('are known of every API of an optimized integration', () => {
    for (const [service, table] of INTEGRATIONS.optimized) {
      for (const name of table.names()) {
        if (`${service}:${name}` !== 'states:activity') assert.ok(table.api(name)?.argumentNames, `${service}:${name}`);
      }
    }
  });

  it('are those of the pages’ examples', async () => {
    const states = Object.entries(APIS).map(([api, { args }], index) => [
      `S${index}`,
      task(integration(api, 'requestResponse'), args),
    ]);
    const { findings } = await fit(machine(Object.fromEntries(states)), OPTIONS);
    assert.deepEqual(
      findings.filter(({ code }) => code === 'unknown-argument'),
      [],
    );
  });

  it('are known of the operations of every SDK service, and have all that names its resources', async () => {
    const data = new URL('../../src/sdk/data/', import.meta.url);
    const unknown: string[] = [];
    const without: string[] = [];
    for (const file of readdirSync(data).filter((name) => name.endsWith('.json'))) {
      const service: { readonly default: ServiceData } = await import(new URL(file, data).href, {
        with: { type: 'json' },
      });
      const names: { readonly default: ArgumentNames } = await import(new URL(`arguments/${file}`, data).href, {
        with: { type: 'json' },
      });
      for (const [operation, needs] of Object.entries(service.default.operations)) {
        const text = new Map(Object.entries(names.default)).get(operation);
        if (text === undefined) without.push(`${file}: ${operation}`);
        if (text === undefined || !('allow' in needs)) continue;
        const known = new Set(text.toLowerCase().split(' '));
        for (const path of needs.allow.flatMap(({ on }) => on.flatMap(pathsIn))) {
          const [head = ''] = path.split(/[.[{]/);
          if (!known.has(head.toLowerCase())) unknown.push(`${file}: ${operation} ${path}`);
        }
      }
    }
    assert.deepEqual(unknown, []);
    // Streams, which Step Functions does not call.
    assert.ok(without.length < 20, without.join('\n'));
  });
});

/**
 * The clients of the AWS SDK for JavaScript as a second source, by the service's name in Step Functions. Where a newer client
 * has more, the editions in catalog/build/editions.ts are too old.
 */
const CLIENTS = {
  athena: () => import('@aws-sdk/client-athena'),
  dynamodb: () => import('@aws-sdk/client-dynamodb'),
  ecs: () => import('@aws-sdk/client-ecs'),
  eventbridge: () => import('@aws-sdk/client-eventbridge'),
  iam: () => import('@aws-sdk/client-iam'),
  kms: () => import('@aws-sdk/client-kms'),
  s3: () => import('@aws-sdk/client-s3'),
  sfn: () => import('@aws-sdk/client-sfn'),
  sns: () => import('@aws-sdk/client-sns'),
  sqs: () => import('@aws-sdk/client-sqs'),
  ssm: () => import('@aws-sdk/client-ssm'),
};

describe('the names of arguments, by another SDK', () => {
  for (const [service, client] of Object.entries(CLIENTS)) {
    it(`are all known of ${service}`, async () => {
      const url = new URL(`../../src/sdk/data/arguments/${service}.json`, import.meta.url).href;
      const ours: { readonly default: ArgumentNames } = await import(url, { with: { type: 'json' } });
      const theirs = Object.values(await client()).flatMap(operationIn);
      assert.ok(theirs.length > 15, `${theirs.length}`);
      const lacking = theirs.flatMap(({ name, inputs }) => {
        const known = own(ours.default, name)?.toLowerCase().split(' ') ?? [];
        return inputs.filter((input) => !known.includes(input.toLowerCase())).map((input) => `${name} ${input}`);
      });
      assert.deepEqual(lacking, []);
    });
  }
});

/** An operation's schema as the clients export it: `[9, namespace, name, traits, () => input, () => output]`. */
function operationIn(schema: unknown): readonly { readonly name: string; readonly inputs: readonly string[] }[] {
  const [kind, , name, , input]: readonly unknown[] = Array.isArray(schema) ? schema : [];
  if (kind !== 9 || typeof name !== 'string' || typeof input !== 'function') return [];
  const structure: unknown = input();
  const members: unknown = Array.isArray(structure) ? structure[4] : undefined;
  const inputs = Array.isArray(members) ? members.filter((member) => typeof member === 'string') : [];
  return [{ name: name.charAt(0).toLowerCase() + name.slice(1), inputs }];
}

function pathsIn(text: string): readonly string[] {
  const pattern = parsePattern(text);
  return pattern.kind === 'rule' ? [] : pattern.slots.flatMap(({ paths }) => paths);
}
