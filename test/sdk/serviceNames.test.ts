import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { SERVICES } from '../../src/sdk/data/services.ts';
import { sdkServiceLike } from '../../src/sdk/serviceNames.ts';

/** The message about a call that no table has. */
async function messageOf(resource: string): Promise<string> {
  const task = { Type: 'Task', Resource: `arn:aws:states:::${resource}`, End: true };
  const { findings } = await fit({ StartAt: 'A', States: { A: task } });
  return findings.find(({ code }) => code === 'unknown-integration')?.message ?? '';
}

describe('a task whose service or API nobody knows', () => {
  const suggested: readonly (readonly [string, string])[] = [
    ['aws-sdk:s3:listObjectV2', 'aws-sdk:s3:listObjectsV2'],
    ['aws-sdk:ec2:descrbeInstances', 'aws-sdk:ec2:describeInstances'],
    ['aws-sdk:states:startExecution', 'aws-sdk:sfn'],
    ['aws-sdk:stepfunctions:startExecution', 'aws-sdk:sfn'],
    ['aws-sdk:logs:createLogGroup', 'aws-sdk:cloudwatchlogs'],
    ['aws-sdk:events:putEvents', 'aws-sdk:eventbridge'],
    ['aws-sdk:cognito-idp:listUsers', 'aws-sdk:cognitoidentityprovider'],
    ['aws-sdk:application-autoscaling:registerScalableTarget', 'aws-sdk:applicationautoscaling'],
    ['aws-sdk:S3:getObject', 'aws-sdk:s3'],
    ['aws-sdk:dynamdb:getItem', 'aws-sdk:dynamodb'],
    ['sqs:sendMesage', 'sqs:sendMessage'],
    ['lambda:invok', 'lambda:invoke'],
    ['dynamdb:getItem', 'dynamodb:getItem'],
    ['stepfunctions:startExecution', 'states:startExecution'],
    ['sfn:startExecution.sync:2', 'states:startExecution'],
    ['emr:addStep.sync', 'elasticmapreduce:addStep'],
    ['eventbridge:putEvents', 'events:putEvents'],
    ['emrcontainers:startJobRun', 'emr-containers:startJobRun'],
    ['aws-sdk:tagging:getResources', 'aws-sdk:resourcegroupstaggingapi'],
    ['glue:startJobRuns.sync', 'glue:startJobRun'],
  ];
  for (const [written, meant] of suggested) {
    it(`is told that ${written} may be ${meant}`, async () => {
      assert.match(await messageOf(written), new RegExp(`; did you mean ${meant}\\?`));
    });
  }

  it('is told how the API is written where only its case is wrong', async () => {
    assert.match(await messageOf('aws-sdk:s3:ListObjectsV2'), /is written aws-sdk:s3:listObjectsV2\./);
  });

  for (const written of [
    'aws-sdk:quantumteleporter:beam',
    'aws-sdk:s3:teleportEverything',
    'sqs:teleport',
    'acme:dispatch',
  ]) {
    it(`is not told that ${written} may be another`, async () => {
      assert.doesNotMatch(await messageOf(written), /did you mean/);
    });
  }

  for (const [written, sdk] of [
    ['states:listExecutions', 'Others are called as aws-sdk:sfn:…'],
    ['events:putRule', 'Others are called as aws-sdk:eventbridge:…'],
    ['elasticmapreduce:listClusters', 'Others are called as aws-sdk:emr:…'],
    ['emr:listClusters', 'are called as arn:aws:states:::aws-sdk:emr:listClusters'],
    ['stepfunctions:listExecutions', 'are called as arn:aws:states:::aws-sdk:sfn:listExecutions'],
  ] as const) {
    it(`is told the SDK's name of the service where ${written} is no optimized integration`, async () => {
      assert.ok((await messageOf(written)).includes(`${sdk}.`), await messageOf(written));
    });
  }

  it('is told of no SDK where the service is in none', async () => {
    assert.doesNotMatch(await messageOf('http:endpoint'), /aws-sdk/);
  });

  it('is told what happens without it', async () => {
    assert.match(await messageOf('aws-sdk:s3:listObjectV2'), /The policy has nothing for it\.$/);
  });
});

/** The prefix of most of a service's actions. */
function prefixOf(service: string): string {
  const text = readFileSync(`src/sdk/data/${service}.json`, 'utf8');
  const prefixes = [...text.matchAll(/"actions": ?\["([a-z0-9-]+):/g)].map(([, prefix = '']) => prefix);
  const [most = ''] = [...Map.groupBy(prefixes, (prefix) => prefix)].toSorted(([, a], [, b]) => b.length - a.length);
  return most[0] ?? '';
}

describe("the prefix of a service's actions", () => {
  const services = [...new Set(Object.values(SERVICES).map(({ file }) => file))];
  const known = services.flatMap((service) => {
    const prefix = prefixOf(service);
    return prefix === '' || Object.hasOwn(SERVICES, prefix) ? [] : [[prefix, service] as const];
  });
  const byPrefix = Map.groupBy(known, ([prefix]) => prefix);

  it('is not the name of every service in the SDK', () => assert.ok(byPrefix.size > 20));

  for (const [prefix, all] of byPrefix) {
    const names = all.map(([, service]) => service);
    it(`${prefix} stands for ${names.join(' or ')}`, () => {
      const like = sdkServiceLike(prefix);
      assert.ok(like !== undefined && names.includes(like), `${prefix} is taken for ${like}`);
    });
  }
});
