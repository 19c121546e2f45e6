import { join } from 'node:path';
import { DefinitionError } from '../asl/error.ts';
import { isObject, type Json, type JsonObject } from '../asl/json.ts';
import { own } from '../own.ts';
import { assetTemplate, type ReadText } from './assets.ts';
import { readSnippet } from './read.ts';

/** A template of a CDK app. */
export interface AssemblyTemplate {
  readonly file: string;
  /** The stack's name; for a nested stack the parent's, followed by its logical ID. */
  readonly stack: string;
}

/**
 * The templates of a synthesized CDK app (`cdk.out`), including its stages and nested stacks; undefined if the folder
 * isn't one.
 *
 * Source: https://docs.aws.amazon.com/cdk/v2/guide/deploy.html (cloud assemblies)
 */
export function templatesIn(folder: string, read: ReadText): readonly AssemblyTemplate[] | undefined {
  const manifest = objectIn(join(folder, 'manifest.json'), read);
  if (!manifest) return undefined;
  const artifacts = own(manifest, 'artifacts');
  return Object.entries(isObject(artifacts) ? artifacts : {}).flatMap(([id, artifact]) => {
    const properties = isObject(artifact) ? own(artifact, 'properties') : undefined;
    if (!isObject(artifact) || !isObject(properties)) return [];
    switch (own(artifact, 'type')) {
      case 'aws:cloudformation:stack': {
        const file = own(properties, 'templateFile');
        const stack = own(properties, 'stackName') ?? id;
        return typeof file === 'string' ? withNested(folder, file, String(stack), read, new Set()) : [];
      }
      case 'cdk:cloud-assembly': {
        const directory = own(properties, 'directoryName');
        return typeof directory === 'string' ? (templatesIn(join(folder, directory), read) ?? []) : [];
      }
      default:
        return [];
    }
  });
}

function withNested(
  folder: string,
  name: string,
  stack: string,
  read: ReadText,
  seen: Set<string>,
): readonly AssemblyTemplate[] {
  const file = join(folder, name);
  if (seen.has(file)) return [];
  seen.add(file);
  const resources = own(stackIn(file, read) ?? {}, 'Resources');
  const nested = Object.entries(isObject(resources) ? resources : {}).flatMap(([id, resource]) => {
    const asset = isObject(resource) ? assetTemplate(resource, file, read) : undefined;
    return asset === undefined ? [] : withNested(folder, asset, `${stack}/${id}`, read, seen);
  });
  return [{ file, stack }, ...nested];
}

/** Undefined for a stack that cannot be read: whoever reads all templates of the app says so. */
function stackIn(file: string, read: ReadText): JsonObject | undefined {
  try {
    return objectIn(file, read);
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}

/** Throws DefinitionError for invalid JSON. */
function objectIn(file: string, read: ReadText): JsonObject | undefined {
  const text = read(file);
  const json: Json | undefined = text === undefined ? undefined : readSnippet(text, 'json').json;
  return isObject(json) ? json : undefined;
}
