import { fail, field, isArray, isObject, type Json, type JsonObject } from './json.ts';

/** What a path may start from. */
export interface View {
  /** `$` */
  readonly current: Json;
  /** `$$` */
  readonly context: Json;
  /** `$name` */
  readonly variables: Readonly<Record<string, Json>>;
}

type Token =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  | { readonly kind: 'slice'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'descendants' }
  | { readonly kind: 'filter'; readonly name: string; readonly equals: Json | undefined };

const PARTS: readonly { readonly form: RegExp; readonly token: (match: RegExpExecArray) => readonly Token[] }[] = [
  { form: /^\.\.(?=[\w*[])/, token: () => [{ kind: 'descendants' }] },
  { form: /^\.?\[\*\]|^\.?\*/, token: () => [{ kind: 'wildcard' }] },
  { form: /^\.?([\p{L}_][\p{L}\p{N}_-]*)/u, token: ([, name = '']) => [{ kind: 'names', names: [name] }] },
  {
    form: /^\.?\[((?:'[^']*'|"[^"]*")(?:\s*,\s*(?:'[^']*'|"[^"]*"))*)\]/,
    token: ([, list = '']) => [
      { kind: 'names', names: [...list.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, a, b]) => a ?? b ?? '') },
    ],
  },
  {
    form: /^\[(-?\d+(?:\s*,\s*-?\d+)*)\]/,
    token: ([, list = '']) => [{ kind: 'indexes', indexes: list.split(',').map(Number) }],
  },
  {
    form: /^\[(-?\d*):(-?\d*)\]/,
    token: ([, from, to]) => [
      { kind: 'slice', from: from ? Number(from) : undefined, to: to ? Number(to) : undefined },
    ],
  },
  {
    form: /^\[\?\(@\.(\w+)(?:\s*==\s*(?:'([^']*)'|(\d+)))?\)\]/,
    token: ([, name = '', text, number]) => [
      { kind: 'filter', name, equals: text ?? (number === undefined ? undefined : Number(number)) },
    ],
  },
];

interface Path {
  readonly root: 'current' | 'context' | { readonly variable: string };
  readonly tokens: readonly Token[];
}

const parsed = new Map<string, Path>();

function parse(path: string): Path {
  const seen = parsed.get(path);
  if (seen) return seen;
  const [head = '', variable = ''] = /^\$(?:\$|([\p{ID_Start}_][\p{ID_Continue}]*))?/u.exec(path) ?? [];
  if (head === '') throw new Error(`${path} is no path`);
  const tokens: Token[] = [];
  let rest = path.slice(head.length);
  while (rest !== '') {
    const found = PARTS.map(({ form, token }) => ({ match: form.exec(rest), token })).find(({ match }) => match);
    if (!found?.match) throw new Error(`${path} is no path that the interpreter knows, at ${rest}`);
    tokens.push(...found.token(found.match));
    rest = rest.slice(found.match[0].length);
  }
  const root = head === '$' ? 'current' : head === '$$' ? 'context' : { variable };
  if (parsed.size > 10_000) parsed.clear();
  const result: Path = { root, tokens };
  parsed.set(path, result);
  return result;
}

/**
 * What a path selects: one node, or an array of all nodes where the path can match several.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
 */
export function select(path: string, view: View): Json {
  const { root, tokens } = parse(path);
  let nodes: readonly Json[] = [rootOf(path, root, view)];
  let single = true;
  for (const token of tokens) {
    const wasSingle = single;
    if (!selectsOne(token)) single = false;
    nodes = nodes.flatMap((node) => step(node, token));
    if (wasSingle && nodes.length === 0 && selectsOne(token)) fail('States.Runtime', `${path} selects nothing`);
  }
  if (!single) return nodes;
  const [node] = nodes;
  return node === undefined ? fail('States.Runtime', `${path} selects nothing`) : node;
}

/** Whether a path selects something; IsPresent asks that. */
export function isPresent(path: string, view: View): boolean {
  try {
    const found = select(path, view);
    return parse(path).tokens.every(selectsOne) || (isArray(found) && found.length > 0);
  } catch {
    return false;
  }
}

function rootOf(path: string, root: Path['root'], { current, context, variables }: View): Json {
  if (root === 'current') return current;
  if (root === 'context') return context;
  return field(variables, root.variable) ?? fail('States.Runtime', `${path}: the variable has no value`);
}

function selectsOne(token: Token): boolean {
  if (token.kind === 'names') return token.names.length === 1;
  return token.kind === 'indexes' && token.indexes.length === 1;
}

function step(node: Json, token: Token): readonly Json[] {
  switch (token.kind) {
    case 'names':
      return token.names.flatMap((name) => present(field(node, name)));
    case 'indexes':
      return isArray(node) ? token.indexes.flatMap((index) => present(node.at(index))) : [];
    case 'slice':
      return isArray(node) ? node.slice(token.from, token.to) : [];
    case 'wildcard':
      return children(node);
    case 'descendants':
      return descendants(node);
    case 'filter':
      return children(node).filter((child) => {
        const value = field(child, token.name);
        return value !== undefined && (token.equals === undefined || value === token.equals);
      });
  }
}

function present(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : [value];
}

function children(node: Json): readonly Json[] {
  if (isArray(node)) return node;
  return isObject(node) ? Object.values(node) : [];
}

function descendants(node: Json): readonly Json[] {
  return [node, ...children(node).flatMap(descendants)];
}

/**
 * Puts a result into the state's input where a ResultPath says.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultpath.html
 */
export function place(input: Json, path: string, result: Json): Json {
  const { root, tokens } = parse(path);
  if (root !== 'current') throw new Error(`${path} is no ResultPath`);
  return put(input, tokens, result);
}

function put(node: Json | undefined, tokens: readonly Token[], result: Json): Json {
  const [token, ...rest] = tokens;
  if (token === undefined) return result;
  if (token.kind === 'names') {
    const [name = ''] = token.names;
    if (node !== undefined && !isObject(node)) return fail('States.ResultPathMatchFailure', name);
    const own: JsonObject = node ?? {};
    return { ...own, [name]: put(field(own, name), rest, result) };
  }
  if (token.kind !== 'indexes' || !isArray(node)) return fail('States.ResultPathMatchFailure', 'an array was expected');
  const [index = 0] = token.indexes;
  if (index >= node.length) return fail('States.ResultPathMatchFailure', `the array has no item ${index}`);
  return node.with(index, put(node[index], rest, result));
}
