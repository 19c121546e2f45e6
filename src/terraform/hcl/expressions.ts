import type { Node } from 'web-tree-sitter';
import type { Expression, ForExpression, Source } from './syntax.ts';
import { templateParts, unescapeQuoted } from './template.ts';

/** How deep expressions may nest: what evaluates them is recursive. */
const MAX_NESTING = 150;

/** A file whose syntax tree is read. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  /** Added to the rows of the tree. */
  readonly firstLine: number;
}

/** Makes an expression of its node. */
export function expressionOf(source: SourceFile, node: Node, depth = 0): Expression {
  if (depth > MAX_NESTING) return { ...sourceOf(source, node), kind: 'invalid', why: 'it is nested too deep' };
  return chain({ source, depth: depth + 1 }, present(node.children), node);
}

interface Reading {
  readonly source: SourceFile;
  readonly depth: number;
}

const POSTFIX = new Set(['index', 'get_attr', 'splat']);

/** A first term, or one in parentheses, and what is asked of it: `.name`, `[0]`, `[*]`. */
function chain(reading: Reading, nodes: readonly Node[], whole: Node): Expression {
  const [first, second] = nodes;
  if (!first) return invalid(reading, whole, 'it is empty');
  const inParentheses = first.type === '(';
  const term = inParentheses ? second : first;
  if (!term) return invalid(reading, whole, 'it is empty');
  const base = inParentheses ? inner(reading, term) : termOf(reading, term);
  const steps = nodes.filter(({ type }) => POSTFIX.has(type)).flatMap(stepsIn);
  if (steps.length > MAX_NESTING) return invalid(reading, whole, 'it is nested too deep');
  return withSteps(reading, base, steps, sourceOf(reading.source, whole));
}

function inner({ source, depth }: Reading, node: Node): Expression {
  return expressionOf(source, node, depth);
}

/** `*` starts a splat of attributes, `[*]` one of all that follows. */
type Step = '.*' | '[*]' | { readonly name: string } | { readonly position: string } | { readonly key: Node };

function stepsIn(node: Node): readonly Step[] {
  const [kind] = present(node.namedChildren);
  if (node.type === 'get_attr') return [{ name: node.text.slice(1).trim() }];
  if (!kind) return [];
  if (kind.type === 'legacy_index') return [{ position: kind.text.slice(1).trim() }];
  if (kind.type === 'new_index') return present(kind.namedChildren).map((key) => ({ key }));
  const inside = present(kind.namedChildren).flatMap(stepsIn);
  return [kind.type === 'attr_splat' ? '.*' : '[*]', ...inside];
}

function withSteps(reading: Reading, base: Expression, steps: readonly Step[], source: Source): Expression {
  const [step, ...rest] = steps;
  if (step === undefined) return base;
  const item: Expression = { ...source, kind: 'item' };
  if (step === '[*]') return { ...source, kind: 'splat', of: base, each: withSteps(reading, item, rest, source) };
  if (step === '.*') {
    const stop = rest.findIndex((next) => typeof next === 'string' || 'key' in next);
    const end = stop < 0 ? rest.length : stop;
    const each = withSteps(reading, item, rest.slice(0, end), source);
    return withSteps(reading, { ...source, kind: 'splat', of: base, each }, rest.slice(end), source);
  }
  return withSteps(reading, { ...source, ...stepTo(reading, base, step, source) }, rest, source);
}

type Access = { readonly of: Expression } & (
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly key: Expression }
);

function stepTo(reading: Reading, of: Expression, step: Exclude<Step, string>, source: Source): Access {
  if ('name' in step) return { kind: 'attribute', of, name: step.name };
  if ('key' in step) return { kind: 'index', of, key: inner(reading, step.key) };
  return { kind: 'index', of, key: { ...source, kind: 'number', digits: step.position } };
}

function termOf(reading: Reading, node: Node): Expression {
  const source = sourceOf(reading.source, node);
  const children = present(node.namedChildren);
  const [first] = children;
  switch (node.type) {
    case 'conditional':
      return conditional(reading, node);
    case 'literal_value':
    case 'template_expr':
    case 'collection_value':
    case 'operation':
    case 'for_expr':
      return first ? termOf(reading, first) : { ...source, kind: 'literal', value: node.text === 'true' };
    case 'numeric_lit':
      return { ...source, kind: 'number', digits: node.text };
    case 'bool_lit':
      return { ...source, kind: 'literal', value: node.text === 'true' };
    case 'null_lit':
      return { ...source, kind: 'literal', value: null };
    case 'string_lit':
      return { ...source, kind: 'literal', value: unescapeQuoted(node.text.slice(1, -1)) };
    case 'variable_expr':
      return { ...source, kind: 'variable', name: node.text };
    case 'quoted_template':
      return { ...source, kind: 'template', parts: quoted(reading, node) };
    case 'heredoc_template':
      return { ...source, kind: 'template', parts: heredoc(reading, node) };
    case 'tuple': {
      const items = children.filter(({ type }) => type === 'expression').map((item) => inner(reading, item));
      return { ...source, kind: 'tuple', items };
    }
    case 'object':
      return { ...source, kind: 'object', items: children.flatMap((item) => objectItem(reading, item)) };
    case 'function_call':
      return functionCall(reading, node, source);
    case 'for_tuple_expr':
    case 'for_object_expr':
      return { ...source, ...forExpression(reading, children) };
    case 'unary_operation': {
      const [operator, ...operand] = present(node.children);
      return { ...source, kind: 'unary', operator: operator?.text ?? '', of: chain(deeper(reading), operand, node) };
    }
    case 'binary_operation':
      return binary(reading, node, source);
    case 'expression':
      return inner(reading, node);
    default:
      return invalid(reading, node, 'its syntax is wrong');
  }
}

function deeper({ source, depth }: Reading): Reading {
  return { source, depth: depth + 1 };
}

/** The grammar reads `a ? b : c ? d : e` from the left; HCL reads it from the right. */
function conditional(reading: Reading, node: Node): Expression {
  const branches: { readonly condition: Node; readonly whenTrue: Node }[] = [];
  let rest: Node | undefined = node;
  let last: Node | undefined;
  const reversed: (readonly [Node, Node])[] = [];
  while (rest?.type === 'conditional') {
    const [condition, whenTrue, whenFalse]: Node[] = present(rest.namedChildren);
    if (!condition || !whenTrue || !whenFalse) return invalid(reading, node, 'its syntax is wrong');
    reversed.push([whenTrue, whenFalse]);
    const inside: Node[] = present(condition.children);
    const [only] = inside;
    rest = inside.length === 1 && only?.type === 'conditional' ? only : undefined;
    if (!rest) last = condition;
  }
  let condition = last;
  for (const [whenTrue, whenFalse] of reversed.toReversed()) {
    if (condition) branches.push({ condition, whenTrue });
    condition = whenFalse;
  }
  if (!condition || branches.length > MAX_NESTING) return invalid(reading, node, 'it is nested too deep');
  return branches.reduceRight<Expression>(
    (whenFalse, branch) => ({
      ...sourceOf(reading.source, node),
      kind: 'conditional',
      condition: inner(reading, branch.condition),
      whenTrue: inner(reading, branch.whenTrue),
      whenFalse,
    }),
    inner(reading, condition),
  );
}

const OPERATORS = new Set(['*', '/', '%', '+', '-', '>', '>=', '<', '<=', '==', '!=', '&&', '||']);

function binary(reading: Reading, node: Node, source: Source): Expression {
  const children = present(node.children);
  const at = children.findIndex(({ type, isNamed }) => !isNamed && OPERATORS.has(type));
  const operator = children[at]?.type ?? '';
  if (reading.depth > MAX_NESTING) return invalid(reading, node, 'it is nested too deep');
  const left = chain(deeper(reading), children.slice(0, at), node);
  const right = chain(deeper(reading), children.slice(at + 1), node);
  return { ...source, kind: 'binary', operator, left, right };
}

function objectItem(reading: Reading, node: Node): { readonly key: Expression; readonly value: Expression }[] {
  const keyNode = node.childForFieldName('key');
  const valueNode = node.childForFieldName('val');
  if (!keyNode || !valueNode) return [];
  const key = inner(reading, keyNode);
  // A bare name is a key, not a variable: https://developer.hashicorp.com/terraform/language/expressions/types#maps-objects
  const isName = key.kind === 'variable' && keyNode.text === key.name;
  const { place, text } = key;
  const named: Expression = isName ? { place, text, kind: 'literal', value: key.name } : key;
  return [{ key: named, value: inner(reading, valueNode) }];
}

function functionCall(reading: Reading, node: Node, source: Source): Expression {
  const [name, list] = present(node.namedChildren);
  const args = list ? present(list.namedChildren) : [];
  return {
    ...source,
    kind: 'call',
    name: name?.text ?? '',
    args: args.filter(({ type }) => type === 'expression').map((arg) => inner(reading, arg)),
    spread: args.some(({ type }) => type === 'ellipsis'),
  };
}

function forExpression(reading: Reading, children: readonly Node[]): ForExpression {
  const intro = children.find(({ type }) => type === 'for_intro');
  const names = present(intro?.namedChildren ?? []);
  const [first = '', second] = names.filter(({ type }) => type === 'identifier').map(({ text }) => text);
  const collection = names.find(({ type }) => type === 'expression');
  const results = children.filter(({ type }) => type === 'expression').map((result) => inner(reading, result));
  const condition = present(children.find(({ type }) => type === 'for_cond')?.namedChildren ?? [])[0];
  const [key, value] = results.length > 1 ? results : [undefined, ...results];
  const place = { file: reading.source.file, line: reading.source.firstLine };
  const missing: Expression = { kind: 'invalid', why: 'its syntax is wrong', place, text: '' };
  return {
    kind: 'for',
    ...(second === undefined ? { valueName: first } : { keyName: first, valueName: second }),
    collection: collection ? inner(reading, collection) : missing,
    ...(key && { key }),
    value: value ?? missing,
    ...(condition && { condition: inner(reading, condition) }),
    grouped: children.some(({ type }) => type === 'ellipsis'),
  };
}

function quoted(reading: Reading, node: Node) {
  const range = { from: node.startIndex + 1, to: node.endIndex - 1 };
  return templateParts(templateReader(reading), present(node.children), range, 'quoted');
}

/** The lines of a heredoc, from the one after its opening to the one before its closing. */
function heredoc(reading: Reading, node: Node) {
  const { text } = reading.source;
  const children = present(node.children);
  const [open] = children.filter(({ type }) => type === 'heredoc_identifier');
  const from = text.indexOf('\n', open?.endIndex ?? node.startIndex) + 1;
  const to = Math.max(from, text.lastIndexOf('\n', node.endIndex - 1) + 1);
  const quoting = children[0]?.text === '<<-' ? 'flush' : 'heredoc';
  return templateParts(templateReader(reading), children, { from, to }, quoting);
}

function templateReader(reading: Reading) {
  return { text: reading.source.text, expression: (node: Node) => inner(deeper(reading), node) };
}

function invalid({ source }: Reading, node: Node, why: string): Expression {
  return { ...sourceOf(source, node), kind: 'invalid', why };
}

function sourceOf({ file, text, firstLine }: SourceFile, node: Node): Source {
  const place = { file, line: node.startPosition.row + firstLine };
  return { place, text: text.slice(node.startIndex, node.endIndex) };
}

/** Without comments, which may stand everywhere. */
function present(nodes: readonly (Node | null)[]): Node[] {
  return nodes.filter((node) => node !== null).filter(({ type }) => type !== 'comment');
}
