import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isObject, type Json } from '../../src/asl/json.ts';
import { propertiesOf, readTemplate } from '../../src/template/read.ts';
import { arnOf, resolve } from '../support/intrinsics.ts';
import { evaluated, jsonOf } from '../support/terraformModule.ts';
import { plain, shapeOf } from './terraformShapes.ts';

/** infra/terraform/modules/forward-iam-events does what infra/forward-iam-events.yaml does. */

const template = readTemplate(readFileSync('infra/forward-iam-events.yaml', 'utf8'), 'yaml');
const stack = { template, parameters: { TargetRegion: 'eu-central-1' } };

function attribute(address: string, name: string): Json {
  if (address === 'aws_iam_role.forwarder') return name === 'arn' ? arnOf('Forwarder', template) : 'forwarder';
  throw new Error(`the test knows no ${address}.${name}`);
}

const resources = (await evaluated('infra/terraform/modules/forward-iam-events', { target_region: 'eu-central-1' }))
  .filter(({ mode }) => mode === 'managed')
  .map(({ address, type, arguments: all }) => ({
    address,
    type,
    arguments: Object.fromEntries([...all].map(([name, value]) => [name, jsonOf(value, attribute)])),
  }));

/** Where the template is deployed a resource of the module says itself. */
const here = resources.map((one) => {
  const { region = null, ...all } = one.arguments;
  return { region, resource: { ...one, arguments: all } };
});

describe('the events that another region has of IAM', () => {
  for (const [id, address] of [
    ['RoleChanges', 'aws_cloudwatch_event_rule.role_changes'],
    ['Forwarder', 'aws_iam_role.forwarder'],
  ] as const) {
    it(`${id} is the same`, () => {
      const twin = here.find(({ resource }) => resource.address === address)?.resource;
      const properties = resolve(propertiesOf(template.resources[id] ?? {}), stack);
      assert.ok(twin && isObject(properties));
      const all = here.map(({ resource }) => resource);
      assert.deepEqual(plain(shapeOf(twin, all)), plain(properties));
    });
  }

  it('come from us-east-1, and nothing else is made', () => {
    assert.deepEqual(Object.keys(template.resources).toSorted(), ['Forwarder', 'RoleChanges']);
    assert.deepEqual(here.map(({ resource, region }) => `${resource.address} ${region}`).toSorted(), [
      'aws_cloudwatch_event_rule.role_changes us-east-1',
      'aws_cloudwatch_event_target.role_changes us-east-1',
      'aws_iam_role.forwarder null',
      'aws_iam_role_policy.forwarder null',
    ]);
  });
});
