import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { NestedStack, Stack, Stage, Token } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { IConstruct } from 'constructs';
import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { own } from '../own.ts';
import type { StackEnvironment } from '../template/assembly.ts';
import type { ReadText } from '../template/assets.ts';
import { type Neighbour, neighbourOf } from '../template/facts/neighbours.ts';
import type { ParameterValues } from '../template/intrinsics.ts';
import { machinesIn, type TemplateMachines } from '../template/machines.ts';
import { readStackTemplate, type Template } from '../template/read.ts';

/** The stacks of an app as the templates that the CDK is about to write, each made when it is first asked for. */
export interface Snapshot {
  readonly machinesOf: (stack: Stack) => TemplateMachines;
  readonly templateOf: (stack: Stack) => Template;
  /** The text of a file that the app uploads under this key. */
  readonly assetText: (key: string) => string | undefined;
}

export function environmentOf({ region, account }: Stack): StackEnvironment {
  return {
    ...(Token.isUnresolved(region) ? {} : { region }),
    ...(Token.isUnresolved(account) ? {} : { account }),
  };
}

/** The constructs below an app or stage, without those of stages in it, which are apps of their own. */
function* constructsOf(root: IConstruct): Generator<IConstruct> {
  yield root;
  for (const child of root.node.children) if (!Stage.isStage(child)) yield* constructsOf(child);
}

/** `final` is what will be written; `early` is good enough to know whether there is anything to write. */
export type SnapshotKind = 'early' | 'final';

export function snapshotOf(root: IConstruct, kind: SnapshotKind): Snapshot {
  const constructs = [...constructsOf(root)];
  const stacks = constructs.filter((each) => Stack.isStack(each));
  const templateOf = memoized((stack: Stack) =>
    readStackTemplate(
      JSON.stringify(kind === 'early' ? withImports(templateJson(stack)) : templateJson(stack)),
      'json',
    ),
  );
  const byFile = new Map(stacks.map((stack) => [fileOf(stack), stack]));
  const assets = new Map(constructs.flatMap(assetsIn));
  const assetText = (key: string) => textOf(assets.get(key));
  const read: ReadText = (path) => {
    const stack = byFile.get(path);
    if (stack !== undefined) return JSON.stringify(templateOf(stack).json);
    return assetText(basename(path).replace(/^asset\./, '')) ?? textOf(path);
  };
  const neighbours = memoized(
    (stack: Stack): Neighbour =>
      neighbourOf(templateOf(stack), {
        file: fileOf(stack),
        read,
        values: valuesOf(stack),
        ...(Token.isUnresolved(stack.stackName) ? {} : { stack: stack.stackName }),
      }),
  );
  const machinesOf = memoized((stack: Stack) => {
    const template = templateOf(stack);
    const others = dependsOnOthers(stack, template) ? stacks.filter((each) => each !== stack) : [];
    return machinesIn(template, {
      file: fileOf(stack),
      read,
      values: valuesOf(stack),
      neighbours: others.map(neighbours),
    });
  });
  return { machinesOf, templateOf, assetText };
}

function textOf(file: string | undefined): string | undefined {
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function dependsOnOthers(stack: Stack, { json }: Template): boolean {
  return stack.nested || /"Fn::(?:ImportValue|GetStackOutput)"/.test(JSON.stringify(json));
}

function valuesOf(stack: Stack): ParameterValues {
  const { region, account } = environmentOf(stack);
  return {
    pseudo: {
      ...(region === undefined ? {} : { 'AWS::Region': region }),
      ...(account === undefined ? {} : { 'AWS::AccountId': account }),
    },
  };
}

function fileOf(stack: Stack): string {
  return join(Stage.of(stack)?.outdir ?? '', stack.templateFile);
}

/** What a file is uploaded as, and the file. */
function assetsIn(construct: IConstruct): readonly (readonly [string, string])[] {
  if (!(construct instanceof Asset) || Token.isUnresolved(construct.s3ObjectKey)) return [];
  const outdir = Stage.of(construct)?.outdir ?? '';
  return [[construct.s3ObjectKey, resolve(outdir, construct.assetPath)]];
}

/** The template as it will be written; with the files of nested stacks, which are not written yet. */
function templateJson(stack: Stack): JsonObject {
  const json: unknown = stack.resolve(unresolved(stack));
  const template: JsonObject = JSON.parse(JSON.stringify(json));
  const resources = template['Resources'];
  if (!isObject(resources)) return template;
  const files = new Map(stack.node.findAll().flatMap((each) => nestedIn(each, stack)));
  const named = Object.entries(resources).map(([id, resource]) => {
    const file = files.get(id);
    return [id, file === undefined || !isObject(resource) ? resource : withFile(resource, file)] as const;
  });
  return { ...template, Resources: Object.fromEntries(named) };
}

/**
 * The template with imports for what it refers to and does not have: before the CDK makes imports of references between
 * stacks, they look like those within a stack.
 */
function withImports(template: JsonObject): JsonObject {
  const known = new Set(['Resources', 'Parameters'].flatMap((name) => Object.keys(own(template, name) ?? {})));
  const isOther = (id: Json | undefined): id is string =>
    typeof id === 'string' && !known.has(id) && !id.startsWith('AWS::');
  const imported = (json: Json): Json => {
    if (isArray(json)) return json.map(imported);
    if (!isObject(json)) return json;
    const { Ref: ref, 'Fn::GetAtt': attribute } = json;
    if (isOther(ref)) return { 'Fn::ImportValue': ref };
    if (isArray(attribute) && isOther(attribute[0])) return { 'Fn::ImportValue': attribute.join('') };
    return Object.fromEntries(Object.entries(json).map(([name, item]) => [name, imported(item)]));
  };
  return Object.fromEntries(Object.entries(template).map(([name, item]) => [name, imported(item)]));
}

/** What the CDK itself calls to write a template, and declares to nobody else. */
function unresolved(stack: object): unknown {
  if (!hasTemplate(stack)) throw new Error('rolefit/cdk: this version of aws-cdk-lib is not supported');
  return stack._toCloudFormation();
}

interface WithTemplate {
  readonly _toCloudFormation: () => unknown;
}

function hasTemplate(stack: object): stack is WithTemplate {
  return '_toCloudFormation' in stack && typeof stack._toCloudFormation === 'function';
}

function nestedIn(construct: IConstruct, parent: Stack): readonly (readonly [string, string])[] {
  if (!(construct instanceof NestedStack) || construct.nestedStackParent !== parent) return [];
  const resource = construct.nestedStackResource;
  return resource === undefined ? [] : [[String(parent.resolve(resource.logicalId)), construct.templateFile]];
}

function withFile(resource: JsonObject, file: string): JsonObject {
  const metadata = resource['Metadata'];
  return { ...resource, Metadata: { ...(isObject(metadata) ? metadata : {}), 'aws:asset:path': file } };
}

function memoized<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
