import type { Node } from 'web-tree-sitter';
import type { Expression, TemplatePart } from './syntax.ts';

/** What reads the expressions of a template. */
export interface TemplateReader {
  readonly text: string;
  readonly expression: (node: Node) => Expression;
}

/** `quoted` has escapes with a backslash; `flush` is `<<-`. */
type Quoting = 'quoted' | 'heredoc' | 'flush';

/** A literal while white space is cut off. */
interface Literal {
  readonly kind: 'text';
  value: string;
}

interface Progress {
  readonly reader: TemplateReader;
  readonly quoting: Quoting;
  /** The literals and, for each sequence between them, undefined: what trimming and indentation go by. */
  readonly tokens: (Literal | undefined)[];
  /** The sequence before ended with `~}`. */
  trimNext: boolean;
}

/** The parts of a template between two places of the text; `nodes` are its sequences and whatever else stands there. */
export function templateParts(
  reader: TemplateReader,
  nodes: readonly Node[],
  range: { readonly from: number; readonly to: number },
  quoting: Quoting,
): readonly TemplatePart[] {
  const progress: Progress = { reader, quoting, tokens: [], trimNext: false };
  const parts = sequence(progress, nodes, range.from, range.to);
  if (quoting === 'flush') flush(progress.tokens);
  return parts;
}

function sequence(progress: Progress, nodes: readonly Node[], from: number, to: number): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let position = from;
  for (const node of nodes) {
    if (node.type !== 'template_interpolation' && node.type !== 'template_directive') continue;
    literal(progress, parts, position, node.startIndex);
    position = node.endIndex;
    const [inner] = node.type === 'template_directive' ? node.namedChildren : [node];
    if (inner) parts.push(sequencePart(progress, inner));
  }
  literal(progress, parts, position, to);
  return parts;
}

function sequencePart(progress: Progress, node: Node): TemplatePart {
  const children = node.children.filter((child) => child !== null);
  if (node.type === 'template_for') return forPart(progress, node, children);
  if (node.type === 'template_if') return ifPart(progress, node, children);
  marker(progress, node);
  const inner = children.find(({ type }) => type === 'expression');
  return { kind: 'interpolation', expression: progress.reader.expression(inner ?? node) };
}

function forPart(progress: Progress, node: Node, children: readonly Node[]): TemplatePart {
  const start = children.find(({ type }) => type === 'template_for_start');
  const end = children.find(({ type }) => type === 'template_for_end');
  const collection = start?.namedChildren.find((child) => child?.type === 'expression');
  const names = (start?.namedChildren ?? []).flatMap((child) => (child?.type === 'identifier' ? [child.text] : []));
  if (!start || !end || !collection) return invalid(progress, node);
  marker(progress, start);
  const value = progress.reader.expression(collection);
  const body = sequence(progress, children, start.endIndex, end.startIndex);
  marker(progress, end);
  const [first = '', second] = names;
  const variables = second === undefined ? { valueName: first } : { keyName: first, valueName: second };
  return { kind: 'for', ...variables, collection: value, body };
}

function ifPart(progress: Progress, node: Node, children: readonly Node[]): TemplatePart {
  const start = children.find(({ type }) => type === 'template_if_intro');
  const middle = children.find(({ type }) => type === 'template_else_intro');
  const end = children.find(({ type }) => type === 'template_if_end');
  const condition = start?.namedChildren.find((child) => child?.type === 'expression');
  if (!start || !end || !condition) return invalid(progress, node);
  const border = middle ?? end;
  const before = children.filter(({ endIndex }) => endIndex <= border.startIndex);
  marker(progress, start);
  const whenTrue = sequence(progress, before, start.endIndex, border.startIndex);
  marker(progress, border);
  if (!middle) return { kind: 'if', condition: progress.reader.expression(condition), whenTrue, whenFalse: [] };
  const after = children.filter(({ startIndex }) => startIndex >= middle.endIndex);
  const whenFalse = sequence(progress, after, middle.endIndex, end.startIndex);
  marker(progress, end);
  return { kind: 'if', condition: progress.reader.expression(condition), whenTrue, whenFalse };
}

function invalid(progress: Progress, node: Node): TemplatePart {
  return { kind: 'interpolation', expression: progress.reader.expression(node) };
}

/** `${~` and `%{~` cut off the white space before them, `~}` that after it, in the same line each. */
function marker(progress: Progress, { startIndex, endIndex }: Node): void {
  const last = progress.tokens.at(-1);
  const { text } = progress.reader;
  if (text[startIndex + 2] === '~' && last) last.value = last.value.trimEnd();
  progress.tokens.push(undefined);
  progress.trimNext = text[endIndex - 2] === '~';
}

function literal(progress: Progress, parts: TemplatePart[], from: number, to: number): void {
  const { quoting, reader, tokens, trimNext } = progress;
  progress.trimNext = false;
  const source = reader.text.slice(from, to);
  const pieces = quoting === 'quoted' ? [source] : (source.match(/[^\n]*\n|[^\n]+$/g) ?? []);
  for (const [index, piece] of pieces.entries()) {
    if (piece === '') continue;
    const value = quoting === 'quoted' ? unescapeQuoted(piece) : unescapeSequences(piece);
    const token: Literal = { kind: 'text', value: index === 0 && trimNext ? value.trimStart() : value };
    tokens.push(token);
    parts.push(token);
  }
}

/** Cuts off the indentation that all lines share: a sequence at the start of a line has none. */
function flush(tokens: readonly (Literal | undefined)[]): void {
  const starts: Literal[] = [];
  let least = Number.POSITIVE_INFINITY;
  let atStart = true;
  for (const token of tokens) {
    if (atStart) {
      const text = token?.value ?? '';
      const isBlank = text.trimStart() === '' && text.endsWith('\n');
      if (!isBlank) least = Math.min(least, text.length - text.trimStart().length);
      if (token && !isBlank) starts.push(token);
    }
    atStart = token?.value.endsWith('\n') ?? false;
  }
  for (const token of starts) token.value = token.value.slice(least);
}

function unescapeSequences(text: string): string {
  return text.replaceAll(/\$\$\{|%%\{/g, (escaped) => escaped.slice(1));
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** The escapes of a quoted text: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-literals */
export function unescapeQuoted(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))|\$\$\{|%%\{/gs, (whole, short, long, one) => {
    const code = Number.parseInt(short ?? long ?? '', 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    return one === undefined ? whole.slice(1) : (ESCAPES.get(one) ?? whole);
  });
}
