/**
 * The syntax tree of a JSONata expression, as the evaluator wants it: the tree of the `jsonata` package's parser, narrowed
 * once, with everything that the evaluator does not follow replaced by `unsupported`.
 */
export type Node = Form & Suffix;

/** What any node can carry: predicates `[…]`, a grouping `{…}`, `[]`. */
interface Suffix {
  readonly predicates: readonly Node[];
  /** The predicates of a step of a path; they see the step's result before it is unwrapped. */
  readonly stages: readonly Node[];
  readonly group: readonly Pair[] | undefined;
  readonly keepArray: boolean;
  /** True for an array constructor whose arrays a path does not flatten. */
  readonly constructs: boolean;
}

export type Pair = readonly [Node, Node];

export type Form =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'descendants' }
  | { readonly kind: 'variable'; readonly name: string }
  | PathForm
  | { readonly kind: 'sort'; readonly terms: readonly SortTerm[] }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'negate'; readonly operand: Node }
  | { readonly kind: 'array'; readonly items: readonly Node[] }
  | { readonly kind: 'object'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'condition'; readonly condition: Node; readonly met: Node; readonly otherwise: Node | undefined }
  | { readonly kind: 'block'; readonly statements: readonly Node[] }
  | { readonly kind: 'bind'; readonly name: string; readonly value: Node }
  | { readonly kind: 'call'; readonly procedure: Node; readonly args: readonly Node[] }
  | { readonly kind: 'partial'; readonly procedure: Node; readonly args: readonly (Node | undefined)[] }
  | { readonly kind: 'lambda'; readonly parameters: readonly string[]; readonly body: Node; readonly signed: boolean }
  /** A call in tail position of a function: its result is not unwrapped there. */
  | { readonly kind: 'thunk'; readonly procedure: Node; readonly args: readonly Node[] }
  | { readonly kind: 'apply'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  | { readonly kind: 'unsupported'; readonly reason: string };

export interface PathForm {
  readonly kind: 'path';
  readonly steps: readonly Node[];
  readonly keepSingleton: boolean;
  /** The names behind the variable in a path such as `$states.input.a`, which most are; undefined for any other. */
  readonly names: readonly string[] | undefined;
}

export interface SortTerm {
  readonly descending: boolean;
  readonly expression: Node;
}

const PLAIN: Suffix = { predicates: [], stages: [], group: undefined, keepArray: false, constructs: false };

export function plainNode(form: Form): Node {
  return { ...form, ...PLAIN };
}

interface Raw {
  readonly [key: string]: unknown;
}

/** Deeper trees are not followed: the evaluator recurses with the tree. */
const MAX_DEPTH = 150;

interface Building {
  /** Set where the expression assigns a variable in a place that the evaluator does not follow. */
  refused: string | undefined;
}

/** Where a node stands: an assignment is followed only as a statement of a block, or of a function. */
interface Place {
  readonly depth: number;
  readonly statement: boolean;
}

export function nodeOf(ast: unknown): Node {
  const building: Building = { refused: undefined };
  const node = convert(ast, { depth: 0, statement: true }, building);
  return building.refused === undefined ? node : unsupported(building.refused);
}

function unsupported(reason: string): Node {
  return plainNode({ kind: 'unsupported', reason });
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function convert(ast: unknown, place: Place, building: Building): Node {
  if (place.depth > MAX_DEPTH) return unsupported('expressions nested so deep are not evaluated');
  if (!isRaw(ast)) return unsupported('an expression of an unknown kind');
  const inner = { depth: place.depth + 1, statement: false };
  const below = (child: unknown): Node => convert(child, inner, building);
  const form = formOf(ast, place, below, building);
  return form.kind === 'unsupported' ? plainNode(form) : withSuffix(form, ast, below);
}

function withSuffix(form: Form, ast: Raw, below: (child: unknown) => Node): Node {
  const group = isRaw(ast['group']) ? pairsOf(ast['group']['lhs'], below) : undefined;
  const suffix: Suffix = {
    predicates: filtersOf(ast['predicate'], below),
    stages: filtersOf(ast['stages'], below),
    group,
    keepArray: ast['keepArray'] === true,
    constructs: ast['consarray'] === true,
  };
  // The package takes a predicate on a block or a condition that ends in a call, at the end of a function, for one on
  // the call that is still to come. Others may not.
  if ((suffix.predicates.length > 0 || suffix.stages.length > 0 || group || suffix.keepArray) && endsInThunk(form)) {
    return unsupported('a predicate on a call at the end of a function is not evaluated');
  }
  return { ...form, ...suffix };
}

function endsInThunk(form: Form): boolean {
  switch (form.kind) {
    case 'thunk':
      return true;
    case 'condition':
      return endsInThunk(form.met) || (form.otherwise !== undefined && endsInThunk(form.otherwise));
    case 'block': {
      const last = form.statements.at(-1);
      return last !== undefined && endsInThunk(last);
    }
    default:
      return false;
  }
}

function filtersOf(filters: unknown, below: (child: unknown) => Node): readonly Node[] {
  return listIn(filters).map((filter) =>
    isRaw(filter) && filter['type'] === 'filter'
      ? below(filter['expr'])
      : unsupported('# that binds a position is not evaluated'),
  );
}

function pairsOf(pairs: unknown, below: (child: unknown) => Node): readonly Pair[] {
  return listIn(pairs).map((pair): Pair => {
    const [key, value] = listIn(pair);
    return [below(key), below(value)];
  });
}

function formOf(ast: Raw, place: Place, below: (child: unknown) => Node, building: Building): Form {
  const { type, value } = ast;
  switch (type) {
    case 'string':
    case 'number':
    case 'value':
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
        ? { kind: 'literal', value }
        : { kind: 'unsupported', reason: 'a literal of an unknown kind' };
    case 'name':
      return { kind: 'name', name: textIn(value) };
    case 'wildcard':
      return { kind: 'wildcard' };
    case 'descendant':
      return { kind: 'descendants' };
    case 'variable':
      return { kind: 'variable', name: textIn(value) };
    case 'regex':
      return value instanceof RegExp
        ? { kind: 'regex', source: value.source, flags: value.flags }
        : { kind: 'unsupported', reason: 'a regular expression of an unknown kind' };
    case 'path':
      return pathOf(ast, below);
    case 'sort':
      return { kind: 'sort', terms: listIn(ast['terms']).map((term) => sortTerm(term, below)) };
    case 'binary':
      return { kind: 'binary', operator: textIn(value), left: below(ast['lhs']), right: below(ast['rhs']) };
    case 'apply':
      return { kind: 'apply', left: below(ast['lhs']), right: below(ast['rhs']) };
    case 'unary':
      return unaryOf(ast, below);
    case 'condition': {
      const { condition, then, else: otherwise } = ast;
      return {
        kind: 'condition',
        condition: below(condition),
        met: below(then),
        otherwise: otherwise === undefined ? undefined : below(otherwise),
      };
    }
    case 'block': {
      const inner = { depth: place.depth + 1, statement: true };
      return { kind: 'block', statements: listIn(ast['expressions']).map((child) => convert(child, inner, building)) };
    }
    case 'bind':
      return bindOf(ast, place, building);
    case 'function':
      return { kind: 'call', procedure: below(ast['procedure']), args: listIn(ast['arguments']).map(below) };
    case 'partial':
      return {
        kind: 'partial',
        procedure: below(ast['procedure']),
        args: listIn(ast['arguments']).map((child) =>
          isRaw(child) && child['type'] === 'operator' && child['value'] === '?' ? undefined : below(child),
        ),
      };
    case 'lambda':
      return lambdaOf(ast, place, building);
    case 'transform':
      return { kind: 'unsupported', reason: 'the transform operator |…|…| is not evaluated' };
    case 'parent':
      return { kind: 'unsupported', reason: 'the parent operator % is not evaluated' };
    default:
      return { kind: 'unsupported', reason: 'an expression of an unknown kind' };
  }
}

function pathOf(ast: Raw, below: (child: unknown) => Node): Form {
  const steps = listIn(ast['steps']);
  if (
    ast['tuple'] === true ||
    steps.some((step) => isRaw(step) && (step['tuple'] === true || step['type'] === 'parent'))
  ) {
    return { kind: 'unsupported', reason: 'a path with @, # or % is not evaluated' };
  }
  const nodes = steps.map(below);
  const stopped = nodes.find((node) => node.kind === 'unsupported');
  if (stopped?.kind === 'unsupported') return { kind: 'unsupported', reason: stopped.reason };
  return pathForm(nodes, ast['keepSingletonArray'] === true);
}

export function pathForm(steps: readonly Node[], keepSingleton = false): PathForm {
  const [first, ...others] = steps;
  const isSimple = first?.kind === 'variable' && !keepSingleton && steps.every(isBare);
  const names = others.flatMap((step) => (step.kind === 'name' ? [step.name] : []));
  return { kind: 'path', steps, keepSingleton, names: isSimple && names.length === others.length ? names : undefined };
}

function isBare(node: Node): boolean {
  return node.predicates.length === 0 && node.stages.length === 0 && !node.group && !node.keepArray;
}

function sortTerm(term: unknown, below: (child: unknown) => Node): SortTerm {
  const raw = isRaw(term) ? term : {};
  return { descending: raw['descending'] === true, expression: below(raw['expression']) };
}

function unaryOf(ast: Raw, below: (child: unknown) => Node): Form {
  switch (ast['value']) {
    case '-':
      return { kind: 'negate', operand: below(ast['expression']) };
    case '[':
      return { kind: 'array', items: listIn(ast['expressions']).map(below) };
    case '{':
      return { kind: 'object', pairs: pairsOf(ast['lhs'], below) };
    default:
      return { kind: 'unsupported', reason: 'an operator of an unknown kind' };
  }
}

function bindOf(ast: Raw, place: Place, building: Building): Form {
  const variable = ast['lhs'];
  if (!place.statement) building.refused = 'an assignment that is not a statement of its own is not evaluated';
  return {
    kind: 'bind',
    name: isRaw(variable) ? textIn(variable['value']) : '',
    value: convert(ast['rhs'], { depth: place.depth + 1, statement: place.statement }, building),
  };
}

function lambdaOf(ast: Raw, place: Place, building: Building): Form {
  const body = convert(ast['body'], { depth: place.depth + 1, statement: true }, building);
  if (ast['thunk'] === true) {
    return body.kind === 'call'
      ? { kind: 'thunk', procedure: body.procedure, args: body.args }
      : { kind: 'unsupported', reason: 'a call of an unknown kind' };
  }
  return {
    kind: 'lambda',
    parameters: listIn(ast['arguments']).map((argument) => (isRaw(argument) ? textIn(argument['value']) : '')),
    body,
    signed: ast['signature'] !== undefined,
  };
}
