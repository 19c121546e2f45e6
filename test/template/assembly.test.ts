import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentBeside, templatesIn } from '../../src/template/assembly.ts';

const FILES: Readonly<Record<string, unknown>> = {
  'cdk.out/manifest.json': {
    artifacts: {
      Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
      'App.assets': { type: 'cdk:asset-manifest', properties: { file: 'App.assets.json' } },
      App: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://111122223333/eu-west-1',
        properties: { templateFile: 'App.template.json', stackName: 'orders' },
      },
      'assembly-Prod': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } },
    },
  },
  'cdk.out/App.template.json': {
    Resources: {
      Nested: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'AppNested.nested.template.json' } },
      Layer: { Type: 'AWS::Lambda::LayerVersion', Metadata: { 'aws:asset:path': 'asset.1' } },
    },
  },
  'cdk.out/AppNested.nested.template.json': {
    Resources: {
      Itself: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'AppNested.nested.template.json' } },
    },
  },
  'cdk.out/assembly-Prod/manifest.json': {
    artifacts: {
      S: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile: 'S.template.json' },
      },
    },
  },
};
const HERE = { account: '111122223333', region: 'eu-west-1' };
const read = (path: string) => (Object.hasOwn(FILES, path) ? JSON.stringify(FILES[path]) : undefined);

test('the templates of an app are those of its stacks, nested stacks and stages', () => {
  assert.deepEqual(templatesIn('cdk.out', read), [
    { file: 'cdk.out/App.template.json', stack: 'orders', environment: HERE },
    { file: 'cdk.out/AppNested.nested.template.json', stack: 'orders/Nested', environment: HERE },
    { file: 'cdk.out/assembly-Prod/S.template.json', stack: 'S', environment: {} },
  ]);
});

test("a stack's account and Region are those that the app gives it, also where its template is read alone", () => {
  assert.deepEqual(environmentBeside('cdk.out/App.template.json', read), HERE);
  assert.deepEqual(environmentBeside('cdk.out/assembly-Prod/S.template.json', read), {});
  assert.deepEqual(environmentBeside('other/App.template.json', read), {});
});

test('a manifest of another tool, beside a template, says nothing', () => {
  for (const manifest of ['{', '[]', '{"artifacts":[]}', '{"name":"Shop","icons":[]}']) {
    assert.deepEqual(
      environmentBeside('app/template.json', () => manifest),
      {},
    );
  }
});

test('an environment in which only one of both is known gives that one', () => {
  const stack = (environment: unknown) => ({
    artifacts: { S: { type: 'aws:cloudformation:stack', environment, properties: { templateFile: 's.json' } } },
  });
  const found = (environment: unknown) => environmentBeside('s.json', () => JSON.stringify(stack(environment)));
  assert.deepEqual(found('aws://unknown-account/eu-west-1'), { region: 'eu-west-1' });
  assert.deepEqual(found('aws://111122223333/unknown-region'), { account: '111122223333' });
  assert.deepEqual(found('aws://${Token}/eu-west-1'), {});
  assert.deepEqual(found(7), {});
});

test('a nested stack without metadata is found by what the app uploads', () => {
  const hash = '0'.repeat(64);
  const url = { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::Region' }, `/assets/${hash}.json`]] };
  const stack = { type: 'aws:cloudformation:stack', properties: { templateFile: 'App.template.json' } };
  const destinations = { d: { bucketName: 'b', objectKey: `${hash}.json` } };
  const nested = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url } };
  const files = (assets: string): Readonly<Record<string, string>> => ({
    'out/manifest.json': JSON.stringify({ artifacts: { App: stack } }),
    'out/App.template.json': JSON.stringify({ Resources: { Nested: nested } }),
    'out/App.assets.json': assets,
    'out/Nested.nested.template.json': JSON.stringify({ Resources: {} }),
  });
  const found = (assets: string) => templatesIn('out', (path) => files(assets)[path])?.map(({ file }) => file);
  const source = { path: 'Nested.nested.template.json' };
  assert.deepEqual(found(JSON.stringify({ files: { [hash]: { source, destinations } } })), [
    'out/App.template.json',
    'out/Nested.nested.template.json',
  ]);
  assert.deepEqual(found('{'), ['out/App.template.json']);
});

test('a folder without a manifest is no app', () => {
  assert.equal(templatesIn('other', read), undefined);
});

test('a manifest that is no JSON is one line of error', () => {
  assert.throws(() => templatesIn('x', () => '{'), /^DefinitionError: .*is not JSON/);
});
