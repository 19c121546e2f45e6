import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from 'yaml';
import { numeralText, parseNumeral } from '../values/number.ts';
import {
  bool,
  isMapping,
  isSequence,
  NOTHING,
  number,
  object,
  openIn,
  orderedItems,
  refused,
  string,
  tuple,
  unknown,
  type Value,
} from '../values/value.ts';
import type { Call } from './define.ts';
import { jsonString } from './json.ts';

/** Plain scalars that YAML's versions read in different ways. */
const DOUBTFUL =
  /^(?:y|n|yes|no|on|off|~|null|<<|[-+]?(?:0[0-9xob].*|\.inf|\.\d.*|\d[\d_]*_[\d_.]*|[\d:]+:\d+(?:\.\d+)?)|\.nan|\d{4}-\d\d?-\d\d?.*|[-+]?\d+\.|[-+]?\d[\d.]*[eE].*|\+.*)$/i;

/** Source: https://developer.hashicorp.com/terraform/language/functions/yamldecode */
export function decodedYaml(source: string, call: Call): Value {
  const document = parseDocument(source, { version: '1.2', uniqueKeys: false, keepSourceTokens: true });
  if (document.errors.length > 0) return unknown(call, 'the YAML cannot be read');
  return document.contents ? fromNode(document.contents, call, 0) : NOTHING;
}

function fromNode(node: Node | ParsedNode | null, call: Call, depth: number): Value {
  if (node === null) return NOTHING;
  const tag = isAlias(node) ? 'alias' : node.tag;
  if (isAlias(node) || (isCollection(node) && node.anchor) || depth > 100 || (tag && !tag.startsWith('tag:yaml.org'))) {
    return unknown(call, 'the YAML has anchors or tags');
  }
  if (isSeq(node))
    return tuple(node.items.map((item) => fromNode(item instanceof Object ? nodeIn(item) : null, call, depth + 1)));
  if (isMap(node)) {
    const entries: [string, Value][] = [];
    for (const { key, value } of node.items) {
      const name = fromNode(nodeIn(key), call, depth + 1);
      if (name.kind !== 'string') return unknown(call, 'a key of the YAML is no text');
      if (entries.some(([other]) => other === name.value)) return unknown(call, 'a key of the YAML stands twice');
      entries.push([name.value, fromNode(nodeIn(value), call, depth + 1)]);
    }
    return object(entries);
  }
  if (!isScalar(node)) return unknown(call, 'the YAML cannot be read');
  const plain = node.type === 'PLAIN' ? (node.source ?? '') : undefined;
  if (plain !== undefined && plain !== 'null' && plain !== '~' && DOUBTFUL.test(plain)) {
    return unknown(call, `what ${JSON.stringify(plain)} is in YAML depends on its version`);
  }
  if (node.value === null) return NOTHING;
  if (typeof node.value === 'boolean') {
    return plain === 'true' || plain === 'false'
      ? bool(node.value)
      : unknown(call, 'a bool of the YAML is written in an unusual way');
  }
  if (typeof node.value === 'number') {
    const value = parseNumeral(plain ?? String(node.value));
    return value ? number(value) : unknown(call, 'a number of the YAML is written in an unusual way');
  }
  return typeof node.value === 'string' ? string(node.value) : refused(call, 'the YAML has an unusual value');
}

function nodeIn(value: unknown): Node | null {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : null;
}

/** Source: https://developer.hashicorp.com/terraform/language/functions/yamlencode */
export function yamlOf(value: Value, call: Call): Value {
  const open = openIn(value);
  if (open) return open.kind === 'unknown' ? open : unknown(call, 'a value is known only after apply');
  const lines = linesOf(value);
  return lines ? string(`${lines.join('\n')}\n`) : unknown(call, 'texts of several lines are not written as YAML');
}

/** The lines of a value; undefined where it has a text whose form isn't known here. */
function linesOf(value: Value): string[] | undefined {
  const scalar = scalarOf(value);
  if (scalar !== undefined) return scalar === 'unread' ? undefined : [scalar];
  const entries: readonly (readonly [string, Value])[] = isMapping(value)
    ? [...value.entries].map(([name, item]) => [`${jsonString(name)}:`, item] as const)
    : isSequence(value)
      ? (orderedItems(value) ?? []).map((item) => ['-', item] as const)
      : [];
  const isList = isSequence(value);
  const lines: string[] = [];
  for (const [head, item] of entries) {
    const inside = linesOf(item);
    if (!inside || head.includes('\\')) return undefined;
    const isBlock = scalarOf(item) === undefined;
    const [first = '', ...rest] = inside;
    if (isList) lines.push(`${head} ${first}`, ...rest.map((line) => `  ${line}`));
    else if (isBlock) lines.push(head, ...inside.map((line) => (isSequence(item) ? line : `  ${line}`)));
    else lines.push(`${head} ${first}`);
  }
  return lines;
}

function scalarOf(value: Value): string | undefined {
  if (value.kind === 'null') return 'null';
  if (value.kind === 'bool') return String(value.value);
  if (value.kind === 'number') return numeralText(value.value);
  if (value.kind === 'string') return /^[ -!#-[\]-~]*$/.test(value.value) ? `"${value.value}"` : 'unread';
  if (isSequence(value) && value.items.length === 0) return '[]';
  if (isSequence(value) && !orderedItems(value)) return 'unread';
  return isMapping(value) && value.entries.size === 0 ? '{}' : undefined;
}
