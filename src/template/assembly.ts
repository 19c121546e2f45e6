import { basename, dirname, join } from 'node:path';
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
  readonly environment: StackEnvironment;
}

/** Where a stack is to be deployed, as far as the app says it. */
export interface StackEnvironment {
  readonly account?: string;
  readonly region?: string;
}

interface StackArtifact {
  readonly id: string;
  readonly templateFile: string;
  readonly stackName: Json | undefined;
  readonly environment: StackEnvironment;
}

/**
 * The templates of a synthesized CDK app (`cdk.out`), including its stages and nested stacks; undefined if the folder
 * isn't one.
 *
 * Source: https://docs.aws.amazon.com/cdk/v2/guide/deploy.html (cloud assemblies)
 */
export function templatesIn(folder: string, read: ReadText): readonly AssemblyTemplate[] | undefined {
  const manifest = objectIn(join(folder, MANIFEST), read);
  if (!manifest) return undefined;
  return artifactsOf(manifest).flatMap((artifact): readonly AssemblyTemplate[] => {
    if (typeof artifact === 'string') return templatesIn(join(folder, artifact), read) ?? [];
    const { id, templateFile, stackName, environment } = artifact;
    return withNested(folder, templateFile, { stack: String(stackName ?? id), environment }, read, new Set());
  });
}

/** Where the stack of a template is to be deployed, if it stands in a synthesized CDK app. */
export function environmentBeside(file: string, read: ReadText): StackEnvironment {
  try {
    const manifest = objectIn(join(dirname(file), MANIFEST), read);
    const stacks = artifactsOf(manifest ?? {}).filter((artifact) => typeof artifact !== 'string');
    return stacks.find(({ templateFile }) => templateFile === basename(file))?.environment ?? {};
  } catch (error) {
    // Other tools have a manifest.json as well.
    if (error instanceof DefinitionError) return {};
    throw error;
  }
}

const MANIFEST = 'manifest.json';

/** An app's stacks, and the folders of its stages. */
function artifactsOf(manifest: JsonObject): readonly (StackArtifact | string)[] {
  const artifacts = own(manifest, 'artifacts');
  return Object.entries(isObject(artifacts) ? artifacts : {}).flatMap(
    ([id, artifact]): readonly (StackArtifact | string)[] => {
      const properties = isObject(artifact) ? own(artifact, 'properties') : undefined;
      if (!isObject(artifact) || !isObject(properties)) return [];
      switch (own(artifact, 'type')) {
        case 'aws:cloudformation:stack': {
          const templateFile = own(properties, 'templateFile');
          if (typeof templateFile !== 'string') return [];
          const environment = environmentOf(own(artifact, 'environment'));
          return [{ id, templateFile, stackName: own(properties, 'stackName'), environment }];
        }
        case 'cdk:cloud-assembly': {
          const directory = own(properties, 'directoryName');
          return typeof directory === 'string' ? [directory] : [];
        }
        default:
          return [];
      }
    },
  );
}

function withNested(
  folder: string,
  name: string,
  { stack, environment }: Omit<AssemblyTemplate, 'file'>,
  read: ReadText,
  seen: Set<string>,
): readonly AssemblyTemplate[] {
  const file = join(folder, name);
  if (seen.has(file)) return [];
  seen.add(file);
  const resources = own(stackIn(file, read) ?? {}, 'Resources');
  const nested = Object.entries(isObject(resources) ? resources : {}).flatMap(([id, resource]) => {
    const asset = isObject(resource) ? assetTemplate(resource, file, read) : undefined;
    return asset === undefined ? [] : withNested(folder, asset, { stack: `${stack}/${id}`, environment }, read, seen);
  });
  return [{ file, stack, environment }, ...nested];
}

/**
 * `aws://111122223333/eu-west-1`; `unknown-account` and `unknown-region` where the stack may be deployed anywhere.
 *
 * Source: https://docs.aws.amazon.com/cdk/v2/guide/environments.html and `EnvironmentUtils` of the CDK's cloud assemblies
 */
function environmentOf(json: Json | undefined): StackEnvironment {
  const [, account = '', region = ''] = /^aws:\/\/(\d{12}|unknown-account)\/([a-z0-9-]+)$/.exec(String(json)) ?? [];
  return {
    ...(/^\d/.test(account) ? { account } : {}),
    ...(region === '' || region === 'unknown-region' ? {} : { region }),
  };
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
