import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { findingJson, type GrantFinding, sortFindings } from '../../src/grants/findings.ts';
import type { Resource } from '../../src/grants/grant.ts';

const SEND = {
  StartAt: 'Send',
  States: {
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { 'QueueUrl.$': '$.queue', MessageBody: '-' },
      End: true,
    },
  },
};

function finding(state: string, message: string, about?: readonly Resource[]): GrantFinding {
  const common = { code: 'wildcard-resource', severity: 'info', state, message } as const;
  return about === undefined ? common : { ...common, about };
}

function resource(arn: string): Resource {
  return { arn, origin: { kind: 'wildcard', reason: 'AWS offers no narrower one' } };
}

describe('a finding about the origin of resources', () => {
  it('carries those resources as the grants have them', async () => {
    const { calls, findings } = await fit(SEND);
    const granted = calls.flatMap(({ grants }) => grants.flatMap(({ resources }) => resources));
    const [dynamic] = findings.filter(({ code }) => code === 'dynamic-resource');
    const [about] = dynamic?.about ?? [];
    assert.ok(about && granted.includes(about));
    assert.deepEqual(
      [about.origin.kind, about.origin.kind === 'unknown' && about.origin.field],
      ['unknown', 'QueueUrl'],
    );
  });

  it('carries each resource that its message names', async () => {
    const Definition = { 'TaskDefinition.$': '$.task', Cluster: 'c' };
    const Run = { ...SEND.States.Send, Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: Definition };
    const { findings } = await fit({ StartAt: 'Run', States: { Run } });
    const about = findings.filter((each) => each.about !== undefined);
    assert.ok(about.length > 0);
    for (const { message, about: resources = [] } of about) {
      for (const { arn } of resources) assert.ok(message.includes(arn), `${message} names ${arn}`);
    }
  });

  it('is printed and logged without them', async () => {
    const { findings } = await fit(SEND);
    for (const each of findings) {
      assert.deepEqual(Object.keys(findingJson(each)).toSorted(), ['code', 'message', 'severity', 'state']);
    }
  });
});

describe('sorted findings', () => {
  const [one, two, three] = [resource('one'), resource('two'), resource('three')];

  it('stand once with the same text, about the resources of each', () => {
    const sorted = sortFindings([
      finding('/States/B', 'b', [one, two]),
      finding('/States/A', 'a'),
      finding('/States/B', 'b', [two, three]),
    ]);
    assert.deepEqual(sorted, [finding('/States/A', 'a'), finding('/States/B', 'b', [one, two, three])]);
  });

  it('keep resources where only one of the same text has any', () => {
    const [a, b] = [finding('/States/A', 'a'), finding('/States/A', 'a', [one])];
    assert.deepEqual(sortFindings([a, b]), [b]);
    assert.deepEqual(sortFindings([b, a]), [b]);
  });
});
