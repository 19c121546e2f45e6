import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templatesIn } from '../../src/template/assembly.ts';

const FILES: Readonly<Record<string, unknown>> = {
  'cdk.out/manifest.json': {
    artifacts: {
      Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
      'App.assets': { type: 'cdk:asset-manifest', properties: { file: 'App.assets.json' } },
      App: { type: 'aws:cloudformation:stack', properties: { templateFile: 'App.template.json', stackName: 'orders' } },
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
    artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile: 'S.template.json' } } },
  },
};
const read = (path: string) => (Object.hasOwn(FILES, path) ? JSON.stringify(FILES[path]) : undefined);

test('the templates of an app are those of its stacks, nested stacks and stages', () => {
  assert.deepEqual(templatesIn('cdk.out', read), [
    { file: 'cdk.out/App.template.json', stack: 'orders' },
    { file: 'cdk.out/AppNested.nested.template.json', stack: 'orders/Nested' },
    { file: 'cdk.out/assembly-Prod/S.template.json', stack: 'S' },
  ]);
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
