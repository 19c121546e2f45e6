import { DefinitionError } from '../../asl/error.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { parseJson } from '../../asl/jsonText.ts';
import type { Evaluated } from '../resource.ts';
import { argumentAt, type TranslationScope } from './scope.ts';
import { joined, templateJson } from './values.ts';

/**
 * Texts that are JSON and have parts known only after apply: `{"QueueUrl": "${aws_sqs_queue.q.url}"}`. The parts are
 * taken out, the rest is read as JSON, and the parts stand in it as `Ref`, `Fn::GetAtt` and `Fn::Join`.
 */

/** A JSON text with marks in place of what is known only after apply. */
export interface MarkedText {
  readonly text: string;
  /** The value with its marks replaced. */
  readonly restored: (json: Json) => Json;
  /** What a mark alone stands for; undefined for any other value. */
  readonly markedBy: (json: Json | undefined) => Evaluated | undefined;
}

/** The policy in a text, with intrinsic functions; undefined for a text that is no JSON, or that nothing tells. */
export function documentJson(value: Evaluated, scope: TranslationScope): Json | undefined {
  const target = followed(value, scope);
  if (target.kind === 'reference' || target.kind === 'unknown') return templateJson(target, scope);
  const { text, restored } = markedText(target, scope);
  try {
    return restored(parseJson(text));
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}

/** The argument of another resource that a reference leads to: a plan or a state has the text of a document. */
export function followed(value: Evaluated, scope: TranslationScope, depth = 0): Evaluated {
  if (value.kind !== 'reference' || depth > 10) return value;
  const resource = scope.resource(value.address);
  const argument = resource && argumentAt(resource, value.path.join('.'));
  return argument === undefined || argument.kind === 'unknown' ? value : followed(argument, scope, depth + 1);
}

/** Characters that no text has: the private use area of Unicode. */
const MARK = /\uE000(\d+)\uE001/;
const ONE_MARK = /^\s*"?\uE000(\d+)\uE001"?\s*$/;
const STRINGS_AND_MARKS = /"(?:[^"\\]|\\.)*"|\uE000\d+\uE001/gs;

/** The text of a value with marks. */
export function markedText(value: Evaluated, scope: TranslationScope): MarkedText {
  const parts: Json[] = [];
  const values: Evaluated[] = [];
  const mark = (part: Evaluated) => {
    const json = templateJson(part, scope) ?? '';
    if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean') return String(json);
    parts.push(json);
    values.push(part);
    return `\uE000${parts.length - 1}\uE001`;
  };
  const pieces = value.kind === 'text' ? value.parts : [value];
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piecesOf(piece).map(mark).join(''))).join('');
  return {
    // Outside of strings, a mark becomes one.
    text: text.replaceAll(STRINGS_AND_MARKS, (token) => (token.startsWith('"') ? token : `"${token}"`)),
    restored: (json) => restore(json, parts),
    markedBy: (json) => {
      const [, index] = typeof json === 'string' ? (ONE_MARK.exec(json) ?? []) : [];
      return index === undefined ? undefined : values[Number(index)];
    },
  };
}

/** A text in a text. */
function piecesOf(value: Evaluated): readonly Evaluated[] {
  if (value.kind !== 'text') return [value];
  return value.parts.flatMap((part) => (typeof part === 'string' ? [{ kind: 'known', value: part }] : piecesOf(part)));
}

function restore(json: Json, parts: readonly Json[]): Json {
  if (typeof json === 'string') return restoredText(json, parts);
  if (isArray(json)) return json.map((item) => restore(item, parts));
  if (!isObject(json)) return json;
  const entries = Object.entries(json).map(([key, item]): readonly [string, Json] => [
    keyText(key, parts),
    restore(item, parts),
  ]);
  const restored: JsonObject = Object.fromEntries(entries);
  return restored;
}

function restoredText(text: string, parts: readonly Json[]): Json {
  const pieces = text.split(MARK);
  return joined(pieces.map((piece, index) => (index % 2 === 0 ? piece : parts[Number(piece)])));
}

/** A key is a text: what is known only after apply is named in it. */
function keyText(key: string, parts: readonly Json[]): string {
  return key
    .split(MARK)
    .map((piece, index) => (index % 2 === 0 ? piece : `\${${namesIn(parts[Number(piece)]).join('-')}}`))
    .join('');
}

function namesIn(json: Json | undefined): readonly string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(namesIn) : [];
}
