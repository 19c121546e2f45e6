import { DefinitionError } from '../asl/error.ts';
import { isObject, type JsonObject } from '../asl/json.ts';
import { own } from '../own.ts';
import { propertiesOf, readSnippet } from './read.ts';

/** The files that the CDK uploads. */

/** The text of a file; undefined if it doesn't exist. */
export type ReadText = (path: string) => string | undefined;

/**
 * The file that the CDK uploads under this key, from `Stack.assets.json` beside `Stack.template.json`.
 *
 * Source: https://docs.aws.amazon.com/cdk/v2/guide/assets.html
 */
export function assetFile(key: string, template: string, read: ReadText): string | undefined {
  const text = template.endsWith('.template.json')
    ? read(template.replace(/\.template\.json$/, '.assets.json'))
    : undefined;
  const manifest = text === undefined ? {} : readSnippet(text, 'json').json;
  const files = isObject(manifest) ? own(manifest, 'files') : undefined;
  for (const asset of Object.values(isObject(files) ? files : {})) {
    const source = isObject(asset) ? own(asset, 'source') : undefined;
    const path = isObject(source) ? own(source, 'path') : undefined;
    if (typeof path === 'string' && JSON.stringify(asset).includes(JSON.stringify(key))) return path;
  }
  return undefined;
}

/** The file of a nested stack's template: in the metadata that the CDK's command line adds, or by what it uploads. */
export function assetTemplate(resource: JsonObject, template: string, read: ReadText): string | undefined {
  if (own(resource, 'Type') !== 'AWS::CloudFormation::Stack') return undefined;
  const metadata = own(resource, 'Metadata');
  const path = isObject(metadata) ? own(metadata, 'aws:asset:path') : undefined;
  if (typeof path === 'string') return path;
  const key = /\/([0-9a-f]{64}\.json)"/.exec(JSON.stringify(own(propertiesOf(resource), 'TemplateURL') ?? ''))?.[1];
  try {
    return key === undefined ? undefined : assetFile(key, template, read);
  } catch (error) {
    // Then the stack is one whose template isn't here.
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}
