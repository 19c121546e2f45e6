import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, Scalar } from 'yaml';
import type { LineOf } from './lines.ts';

/** Where the keys, list items and block texts of a YAML document stand. */
export function yamlLines(
  document: Document.Parsed,
  lineCounter: LineCounter,
): { readonly lineOf: LineOf; readonly blockLineOf: LineOf } {
  const line = (offset: number | undefined) => (offset === undefined ? undefined : lineCounter.linePos(offset).line);
  return {
    lineOf: (path) => line(find(document, path)?.offset),
    blockLineOf: (path) => {
      const node = find(document, path)?.node;
      const isBlock = isScalar(node) && node.type === Scalar.BLOCK_LITERAL;
      // The text starts in the line after its `|`.
      const header = isBlock ? line(node.range?.[0]) : undefined;
      return header === undefined ? undefined : header + 1;
    },
  };
}

interface Found {
  readonly node: unknown;
  /** Undefined for a key that isn't written, such as that of a short tag. */
  readonly offset: number | undefined;
}

function find(document: Document.Parsed, path: readonly string[]): Found | undefined {
  let found: Found = { node: document.contents, offset: undefined };
  for (const token of path) {
    const inside = entry(document, found.node, token);
    if (inside === undefined) return undefined;
    found = inside;
  }
  return found;
}

function entry(document: Document.Parsed, node: unknown, token: string): Found | undefined {
  if (isAlias(node)) return entry(document, node.resolve(document), token);
  if (isMap(node)) {
    // Of a key that stands twice the last one counts.
    const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === token);
    if (!pair) return undefined;
    return { node: pair.value, offset: isScalar(pair.key) ? pair.key.range?.[0] : undefined };
  }
  if (isSeq(node)) {
    const item = node.items[Number(token)];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  // A short tag on a text: `!Sub |` is the text under `Fn::Sub`.
  const isTagged = isScalar(node) && typeof node.value === 'object' && node.value !== null && token in node.value;
  return isTagged ? { node, offset: node.range?.[0] } : undefined;
}

function startOf(node: unknown): number | undefined {
  const isPlaced = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
  return isPlaced ? node.range?.[0] : undefined;
}
