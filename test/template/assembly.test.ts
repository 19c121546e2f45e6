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

test('a folder without a manifest is no app', () => {
  assert.equal(templatesIn('other', read), undefined);
});

test('a manifest that is no JSON is one line of error', () => {
  assert.throws(() => templatesIn('x', () => '{'), /^DefinitionError: .*is not JSON/);
});
