import { dirname, join } from 'node:path';
import { DefinitionError } from '../asl/error.ts';
import { isObject, type Json, type JsonObject } from '../asl/json.ts';
import type { DuplicateKey } from '../asl/limits.ts';
import type { LineOf } from '../asl/lines.ts';
import type { Format } from '../asl/parse.ts';
import { substitute } from '../asl/substitute.ts';
import { own } from '../own.ts';
import { assetFile, type ReadText } from './assets.ts';
import type { Resolver } from './intrinsics.ts';
import { propertiesOf, readSnippet, type Template } from './read.ts';
import { parseSubstituted, type Substituted } from './substitution.ts';

export type MachineDefinition =
  | {
      readonly kind: 'found';
      /** With DefinitionSubstitutions applied. */
      readonly json: JsonObject;
      /** The file of the definition; undefined if it is in the template. */
      readonly file: string | undefined;
      /** The line of what a JSON Pointer's tokens lead to, in that file or in the template. */
      readonly lineOf: LineOf;
      /** The names in its `${…}` before anything is substituted. */
      readonly names: readonly string[];
      readonly unsubstituted: readonly string[];
      /** Keys that stand twice in the definition's own text. */
      readonly duplicates: readonly DuplicateKey[];
    }
  | {
      readonly kind: 'unreadable';
      /** One line; it begins with the file if the problem is in a file. */
      readonly reason: string;
      readonly file: string | undefined;
      /** True where it stands elsewhere or is known only at deployment; false where AWS refuses what stands there. */
      readonly isElsewhere: boolean;
    };

export interface DefinitionContext extends Pick<Template, 'blockLineOf' | 'lineOf'> {
  readonly logicalId: string;
  /** The template's own path: definition files are named relative to it. */
  readonly file: string;
  readonly read: ReadText;
  readonly resolver: Resolver;
  readonly substitutions: Readonly<Record<string, string>>;
}

/**
 * The definition of a state machine resource, wherever the template has it.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html
 */
export function definitionOf(resource: JsonObject, context: DefinitionContext): MachineDefinition {
  const properties = propertiesOf(resource);
  const text = own(properties, 'DefinitionString');
  const object = own(properties, 'Definition');
  const uri = own(properties, 'DefinitionUri');
  const location = own(properties, 'DefinitionS3Location');
  try {
    if (text !== undefined) return fromString(text, context);
    if (object !== undefined) return fromObject(object, context);
    if (uri !== undefined) return fromUri(uri, resource, context);
    if (location !== undefined) return fromS3(location, resource, context);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return unreadable(`the definition ${error.message}`);
  }
  return unreadable('has no definition; give it Definition, DefinitionUri, DefinitionString or DefinitionS3Location');
}

function unreadable(reason: string, file?: string): MachineDefinition {
  return { kind: 'unreadable', reason, file, isElsewhere: false };
}

function notHere(reason: string): MachineDefinition {
  return { kind: 'unreadable', reason, file: undefined, isElsewhere: true };
}

function fromString(json: Json, context: DefinitionContext): MachineDefinition {
  const { resolver, substitutions } = context;
  const included = fromInclude(json, context);
  if (included) return included;
  const text = resolver.resolve(json);
  if (typeof text !== 'string') return notHere('DefinitionString is no text');
  // The whole definition may be a parameter or another stack's export.
  if (/^\s*\$\{[^{}]*\}\s*$/.test(text)) return notHere(`DefinitionString is ${text.trim()}, known only at deployment`);
  const { json: definition, ...parsed } = parseSubstituted(text, substitutions, 'auto');
  const placeholders = typeof json === 'string' ? {} : resolver.placeholders();
  const isOurs = (name: string) => name.startsWith('AWS::') || Object.hasOwn(placeholders, `\${${name}}`);
  const { unsubstituted: open } = parsed;
  const unsubstituted = typeof json === 'string' ? open : open.filter((name) => !isOurs(name));
  const lineOf = linesInText(parsed.lineOf, context);
  return { kind: 'found', ...parsed, json: definition, file: undefined, lineOf, unsubstituted };
}

/** Where a text that is the definition has a line: with the lines above it where it is a block, else where it starts. */
function linesInText(lineOf: LineOf, { blockLineOf, lineOf: inTemplate, logicalId }: DefinitionContext): LineOf {
  const path = ['Resources', logicalId, 'Properties', 'DefinitionString'];
  const first = blockLineOf(path) ?? blockLineOf([...path, 'Fn::Sub']) ?? blockLineOf([...path, 'Fn::Sub', '0']);
  if (first === undefined) return () => inTemplate(path);
  return (tokens) => {
    const line = lineOf(tokens);
    return line === undefined ? undefined : first + line - 1;
  };
}

function fromObject(json: Json, context: DefinitionContext): MachineDefinition {
  const { resolver, substitutions } = context;
  const included = fromInclude(json, context);
  if (included) return included;
  const definition = resolver.resolve(json);
  if (!isObject(definition)) return notHere('Definition is no object, or known only at deployment');
  // `${!Name}` of Fn::Sub is `${Name}` for DefinitionSubstitutions.
  const names = namesIn(json);
  const isKnown = (name: string) => Object.hasOwn(substitutions, name) || mentioned(json, name);
  const unsubstituted = names.filter((name) => !isKnown(name));
  const path = ['Resources', context.logicalId, 'Properties', 'Definition'];
  return {
    kind: 'found',
    json: substitute(definition, substitutions),
    file: undefined,
    lineOf: (tokens) => context.lineOf([...path, ...tokens]),
    names,
    unsubstituted,
    duplicates: [],
  };
}

function namesIn(json: Json): readonly string[] {
  return [...new Set([...JSON.stringify(json).matchAll(/\$\{!?([^${}]+)\}/g)].map(([, name = '']) => name))];
}

/** Whether an Fn::Sub somewhere in the definition resolves the name. */
function mentioned(json: Json, name: string): boolean {
  if (typeof json !== 'object' || json === null) return false;
  if (isObject(json) && own(json, 'Fn::Sub') !== undefined) return JSON.stringify(json).includes(`\${${name}}`);
  return Object.values(json).some((item) => mentioned(item, name));
}

/** `Fn::Transform` with AWS::Include: the file is a piece of the template, with its intrinsic functions. */
function fromInclude(json: Json, context: DefinitionContext): MachineDefinition | undefined {
  const transform = isObject(json) ? own(json, 'Fn::Transform') : undefined;
  if (!isObject(transform) || own(transform, 'Name') !== 'AWS::Include') return undefined;
  const parameters = own(transform, 'Parameters');
  const location = context.resolver.resolve((isObject(parameters) && own(parameters, 'Location')) || '');
  if (typeof location !== 'string') return notHere('AWS::Include has no Location');
  return fromFile([location], context, (text, file) => {
    const { resolver, substitutions } = context;
    const snippet = readSnippet(text, formatOf(file));
    const definition = resolver.resolve(snippet.json);
    if (!isObject(definition)) throw new DefinitionError({}, 'holds no object');
    const { lineOf, duplicates } = snippet;
    const names = namesIn(snippet.json);
    return { json: substitute(definition, substitutions), lineOf, names, unsubstituted: [], duplicates };
  });
}

function fromUri(json: Json, resource: JsonObject, context: DefinitionContext): MachineDefinition {
  const uri = context.resolver.resolve(json);
  if (isObject(uri)) return fromS3(uri, resource, context);
  if (typeof uri !== 'string') return notHere('DefinitionUri is no text');
  const [, Bucket, Key] = /^s3:\/\/([^/]+)\/([^?]+)/.exec(uri) ?? [];
  if (Bucket !== undefined && Key !== undefined) return fromS3({ Bucket, Key }, resource, context);
  return fromFile([uri], context);
}

/** The definition is in S3, but after synthesis or packaging the file is often still beside the template. */
function fromS3(json: Json, resource: JsonObject, context: DefinitionContext): MachineDefinition {
  const location = context.resolver.resolve(json);
  const key = isObject(location) ? own(location, 'Key') : undefined;
  const bucket = isObject(location) ? own(location, 'Bucket') : undefined;
  if (typeof key !== 'string') return notHere('DefinitionS3Location has no Key');
  const metadata = own(resource, 'Metadata');
  const asset = isObject(metadata) ? own(metadata, 'aws:asset:path') : undefined;
  const paths = [asset, `asset.${key}`, assetFile(key, context.file, context.read), key].filter(
    (path) => typeof path === 'string',
  );
  const definition = fromFile(paths, context);
  if (definition.kind === 'found' || definition.file !== undefined) return definition;
  return notHere(`the definition is s3://${String(bucket)}/${key}, which is not read; name a file beside the template`);
}

type Parse = (text: string, file: string) => Substituted;

/** Reads the first of these paths that exists, relative to the template. */
function fromFile(paths: readonly string[], context: DefinitionContext, parse?: Parse): MachineDefinition {
  for (const path of paths) {
    const file = join(dirname(context.file), path);
    const text = context.read(file);
    if (text === undefined) continue;
    try {
      const found = parse?.(text, file) ?? parseSubstituted(text, context.substitutions, formatOf(file));
      return { kind: 'found', ...found, file };
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      return unreadable(`${file}: ${error.message}`, file);
    }
  }
  return notHere(
    `the definition file ${paths.join(' or ')} is not there, beside the template, or outside of its repository`,
  );
}

function formatOf(file: string): Format {
  if (/\.json$/i.test(file)) return 'json';
  return /\.ya?ml$/i.test(file) ? 'yaml' : 'auto';
}
