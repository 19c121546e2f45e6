import type { Node, Parser } from 'web-tree-sitter';
import { hclExpression, type SourceFile } from './expressions.ts';
import type { Attribute, Block, Body, HclExpression, SyntaxProblem } from './syntax.ts';
import { templateParts } from './template.ts';

/** A file as it is read. */
export interface HclFile {
  readonly body: Body;
  readonly problems: readonly SyntaxProblem[];
}

const EMPTY: Body = { attributes: new Map(), blocks: [] };

/** No file that people write nests deeper; the parser takes quadratic time for it. */
const MAX_BRACKETS = 400;
const MAX_LENGTH = 4_000_000;
/** How often the parser may report progress before it is stopped: some tenths of a second for what is no HCL at all. */
const MAX_PROGRESS = 40_000;

/** Reads a .tf or .tfvars file: what has no wrong syntax is read in spite of what has. */
export function parseHcl(parser: Parser, file: string, text: string): HclFile {
  const place = { file, line: 1 };
  const root = treeOf(parser, text);
  if (typeof root === 'string') return { body: EMPTY, problems: [{ place, why: root }] };
  const source = { file, text, firstLine: 1 };
  const problems: SyntaxProblem[] = [];
  const body = bodyIn(source, root, problems, 0);
  if (root.hasError && problems.length === 0) problems.push(problemIn(source, root));
  // The first one is the slip; the others often follow from it.
  return { body, problems: problems.toSorted((one, other) => one.place.line - other.place.line) };
}

/** Reads a text as an expression of its own, as `-var` gives it; undefined where it is none. */
export function parseHclExpression(parser: Parser, file: string, text: string): HclExpression | undefined {
  const { body, problems } = parseHcl(parser, file, `value = ${text}\n`);
  return problems.length === 0 ? body.attributes.get('value')?.value : undefined;
}

/** Reads the text of a file that templatefile names. */
export function parseTemplate(parser: Parser, file: string, text: string): HclExpression {
  const place = { file, line: 1 };
  const marker = delimiterFor(text);
  const opening = `template = <<${marker}\n`;
  const whole = `${opening}${text}\n${marker}\n`;
  const root = treeOf(parser, whole);
  if (typeof root === 'string') return { place, text: '', kind: 'invalid', why: root };
  const source: SourceFile = { file, text: whole, firstLine: 0 };
  if (root.hasError) {
    const problem = problemIn(source, root);
    return { place: problem.place, text: '', kind: 'invalid', why: problem.why };
  }
  const node = root.descendantsOfType('heredoc_template')[0];
  const range = { from: opening.length, to: opening.length + text.length };
  const reader = { text: whole, expression: (inside: Node) => hclExpression(source, inside, 1) };
  const children = (node?.children ?? []).filter((child) => child !== null);
  return { place, text: file, kind: 'template', parts: templateParts(reader, children, range, 'heredoc') };
}

/** A delimiter that no line of the text is. */
function delimiterFor(text: string): string {
  let marker = 'ROLEFIT';
  while (text.includes(marker)) marker += '_';
  return marker;
}

/** The tree, or why there is none. */
function treeOf(parser: Parser, text: string): Node | string {
  if (text.length > MAX_LENGTH) return `it is longer than ${MAX_LENGTH} characters`;
  if (bracketDepth(text) > MAX_BRACKETS) return `its brackets nest deeper than ${MAX_BRACKETS}`;
  let progress = 0;
  // A text with a syntax error at its end makes the parser try many ways; a file without one is read in one pass.
  const progressCallback = () => {
    progress++;
    return progress > MAX_PROGRESS;
  };
  parser.reset();
  const tree = parser.parse(text, null, { progressCallback });
  return tree?.rootNode ?? 'its syntax is wrong in too many places';
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x28 || code === 0x5b || code === 0x7b) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if ((code === 0x29 || code === 0x5d || code === 0x7d) && depth > 0) depth--;
  }
  return deepest;
}

function bodyIn(source: SourceFile, node: Node, problems: SyntaxProblem[], depth: number): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  const inside = node.type === 'body' ? node : node.namedChildren.find((child) => child?.type === 'body');
  for (const child of [...node.children, ...(inside && inside !== node ? inside.children : [])]) {
    if (child?.type === 'attribute') {
      const attribute = attributeIn(source, child, problems);
      attributes.set(attribute.name, attribute);
    } else if (child?.type === 'block' && depth < MAX_BRACKETS) {
      blocks.push(blockIn(source, child, problems, depth));
    } else if (child?.isError || child?.isMissing) problems.push(problemIn(source, child));
  }
  return { attributes, blocks };
}

function attributeIn(source: SourceFile, node: Node, problems: SyntaxProblem[]): Attribute {
  const [name, value] = node.namedChildren.filter((child) => child !== null && child.type !== 'comment');
  const place = { file: source.file, line: node.startPosition.row + source.firstLine };
  if (node.hasError || !value) {
    const problem = problemIn(source, node);
    problems.push(problem);
    const invalid: HclExpression = { place: problem.place, text: node.text, kind: 'invalid', why: problem.why };
    return { name: name?.text ?? '', value: invalid, place };
  }
  return { name: name?.text ?? '', value: hclExpression(source, value), place };
}

function blockIn(source: SourceFile, node: Node, problems: SyntaxProblem[], depth: number): Block {
  const [type, ...rest] = node.namedChildren.filter((child) => child !== null);
  const labels = rest.flatMap((child) => {
    if (child?.type === 'identifier') return [child.text];
    return child?.type === 'string_lit' ? [child.text.slice(1, -1)] : [];
  });
  const place = { file: source.file, line: node.startPosition.row + source.firstLine };
  return { type: type?.text ?? '', labels, body: bodyIn(source, node, problems, depth + 1), place };
}

/** The first thing that is wrong in a node. An error may be of the whole file: what is wrong in it says where. */
function problemIn(source: SourceFile, node: Node): SyntaxProblem {
  let found = node;
  let isInError = false;
  for (;;) {
    const next = found.children.find((child) => child?.isError || child?.isMissing || child?.hasError);
    if (!next) return problemAt(source, found, isInError);
    isInError ||= found.isError;
    found = next;
  }
}

function problemAt({ file, text, firstLine }: SourceFile, node: Node, isInError: boolean): SyntaxProblem {
  const place = { file, line: node.startPosition.row + firstLine };
  // Of a bracket anybody knows what it is. In an error, what is missing is only the parser's guess.
  if (node.isMissing && !isInError && /^\W+$/.test(node.type)) {
    return { place, why: `the syntax is wrong: ${node.type} is missing` };
  }
  if (node.isMissing && text.slice(node.startIndex).trim() === '') {
    const before = text.slice(0, node.startIndex).trimEnd().split('\n');
    return { place: { file, line: before.length - 1 + firstLine }, why: wrongAt(before.at(-1) ?? '') };
  }
  return { place, why: wrongAt(text.slice(node.startIndex, node.isMissing ? text.length : node.endIndex)) };
}

function wrongAt(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return `the syntax is wrong${line === '' ? '' : ` at ${JSON.stringify(line.slice(0, 60))}`}`;
}
