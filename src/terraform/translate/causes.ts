import { DefinitionError } from '../../asl/error.ts';
import { isObject } from '../../asl/json.ts';
import { parseJson } from '../../asl/jsonText.ts';
import { own } from '../../own.ts';
import type { Evaluated, FilePlace } from '../resource.ts';
import { followed, markedText } from './documents.ts';
import { argumentAt, listItems, type TranslationScope } from './scope.ts';

/** Why a value isn't known, as the end of a sentence: `cannot be evaluated: variable "x" has no value (main.tf:5)`. */
export function whyOpen(value: Evaluated): string {
  if (value.kind === 'reference') return `is ${[value.address, ...value.path].join('.')}, known only after apply`;
  return value.kind === 'unknown' ? `cannot be evaluated: ${value.why} (${at(value.place)})` : 'cannot be evaluated';
}

function at({ file, line }: FilePlace): string {
  return `${file}:${line}`;
}

/** What keeps a policy's document unknown; undefined for one that is known, at least in part. */
export function openDocument(
  document: Evaluated | undefined,
  scope: TranslationScope,
  depth = 0,
): Evaluated | undefined {
  if (document === undefined || depth > MAX_DEPTH) return undefined;
  const value = followed(document, scope);
  if (value.kind === 'unknown') return value;
  if (value.kind !== 'reference') return openStatement(value, scope);
  const resource = scope.resource(value.address);
  if (resource === undefined || scope.policyDocument(resource) !== undefined) return undefined;
  for (const name of PARTS) {
    const part = argumentAt(resource, name);
    if (part?.kind === 'unknown' || (part?.kind === 'reference' && name === 'statement')) return part;
    if (name === 'statement') continue;
    for (const each of listItems(part) ?? []) {
      const found = openDocument(each, scope, depth + 1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** What stands where a text has the document, or its statements. */
function openStatement(value: Evaluated, scope: TranslationScope): Evaluated | undefined {
  const marked = markedText(value, scope);
  const whole = marked.markedBy(marked.text);
  if (whole !== undefined) return whole;
  try {
    const json = parseJson(marked.text);
    return isObject(json) ? marked.markedBy(own(json, 'Statement')) : undefined;
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}

/** Documents in documents, deeper than anyone writes them. */
const MAX_DEPTH = 20;

const PARTS = ['statement', 'source_json', 'source_policy_documents', 'override_json', 'override_policy_documents'];
