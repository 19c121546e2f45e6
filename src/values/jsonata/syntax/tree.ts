import {
  type Expression,
  type ExpressionForm,
  type ObjectPair,
  pathForm,
  plainExpression,
  type SortTerm,
  type Suffix,
} from './expression.ts';

/** A node of the tree that the `jsonata` package's parser makes. The package has no types for it. */
interface TreeNode {
  readonly [key: string]: unknown;
}

/** Deeper trees aren't followed: the evaluator recurses with the tree. */
const MAX_DEPTH = 150;

interface Building {
  /** Set if the expression assigns a variable in a place that the evaluator doesn't follow. */
  refused: string | undefined;
}

/** The position of a node: an assignment is followed only as a statement of a block or function. */
interface Place {
  readonly depth: number;
  readonly statement: boolean;
}

export function expressionOf(tree: unknown): Expression {
  const building: Building = { refused: undefined };
  const node = convert(tree, { depth: 0, statement: true }, building);
  return building.refused === undefined ? node : unsupported(building.refused);
}

function unsupported(reason: string): Expression {
  return plainExpression({ kind: 'unsupported', reason });
}

function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function convert(tree: unknown, place: Place, building: Building): Expression {
  if (place.depth > MAX_DEPTH) return unsupported('expressions nested so deep are not evaluated');
  if (!isTreeNode(tree)) return unsupported('an expression of an unknown kind');
  const inner = { depth: place.depth + 1, statement: false };
  const below = (child: unknown): Expression => convert(child, inner, building);
  const form = formOf(tree, place, below, building);
  return form.kind === 'unsupported' ? plainExpression(form) : withSuffix(form, tree, below);
}

function withSuffix(form: ExpressionForm, tree: TreeNode, below: (child: unknown) => Expression): Expression {
  const group = isTreeNode(tree['group']) ? pairsOf(tree['group']['lhs'], below) : undefined;
  const suffix: Suffix = {
    predicates: filtersOf(tree['predicate'], below),
    stages: filtersOf(tree['stages'], below),
    group,
    keepArray: tree['keepArray'] === true,
    constructs: tree['consarray'] === true,
  };
  // At the end of a function, the package applies a predicate on a block or condition that ends in a call to that call,
  // which is still to be made. Other engines may not.
  if ((suffix.predicates.length > 0 || suffix.stages.length > 0 || group || suffix.keepArray) && endsInThunk(form)) {
    return unsupported('a predicate on a call at the end of a function is not evaluated');
  }
  return { ...form, ...suffix };
}

function endsInThunk(form: ExpressionForm): boolean {
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

function filtersOf(filters: unknown, below: (child: unknown) => Expression): readonly Expression[] {
  return listIn(filters).map((filter) =>
    isTreeNode(filter) && filter['type'] === 'filter'
      ? below(filter['expr'])
      : unsupported('# that binds a position is not evaluated'),
  );
}

function pairsOf(pairs: unknown, below: (child: unknown) => Expression): readonly ObjectPair[] {
  return listIn(pairs).map((pair): ObjectPair => {
    const [key, value] = listIn(pair);
    return [below(key), below(value)];
  });
}

function formOf(
  tree: TreeNode,
  place: Place,
  below: (child: unknown) => Expression,
  building: Building,
): ExpressionForm {
  const { type, value } = tree;
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
      return pathOf(tree, below);
    case 'sort':
      return { kind: 'sort', terms: listIn(tree['terms']).map((term) => sortTerm(term, below)) };
    case 'binary':
      return { kind: 'binary', operator: textIn(value), left: below(tree['lhs']), right: below(tree['rhs']) };
    case 'apply':
      return { kind: 'apply', left: below(tree['lhs']), right: below(tree['rhs']) };
    case 'unary':
      return unaryOf(tree, below);
    case 'condition': {
      const { condition, then, else: otherwise } = tree;
      return {
        kind: 'condition',
        condition: below(condition),
        met: below(then),
        otherwise: otherwise === undefined ? undefined : below(otherwise),
      };
    }
    case 'block': {
      const inner = { depth: place.depth + 1, statement: true };
      return { kind: 'block', statements: listIn(tree['expressions']).map((child) => convert(child, inner, building)) };
    }
    case 'bind':
      return bindOf(tree, place, building);
    case 'function':
      return { kind: 'call', procedure: below(tree['procedure']), args: listIn(tree['arguments']).map(below) };
    case 'partial':
      return {
        kind: 'partial',
        procedure: below(tree['procedure']),
        args: listIn(tree['arguments']).map((child) =>
          isTreeNode(child) && child['type'] === 'operator' && child['value'] === '?' ? undefined : below(child),
        ),
      };
    case 'lambda':
      return lambdaOf(tree, place, building);
    case 'transform':
      return { kind: 'unsupported', reason: 'the transform operator |…|…| is not evaluated' };
    case 'parent':
      return { kind: 'unsupported', reason: 'the parent operator % is not evaluated' };
    default:
      return { kind: 'unsupported', reason: 'an expression of an unknown kind' };
  }
}

function pathOf(tree: TreeNode, below: (child: unknown) => Expression): ExpressionForm {
  const steps = listIn(tree['steps']);
  if (
    tree['tuple'] === true ||
    steps.some((step) => isTreeNode(step) && (step['tuple'] === true || step['type'] === 'parent'))
  ) {
    return { kind: 'unsupported', reason: 'a path with @, # or % is not evaluated' };
  }
  const nodes = steps.map(below);
  const stopped = nodes.find((node) => node.kind === 'unsupported');
  if (stopped?.kind === 'unsupported') return { kind: 'unsupported', reason: stopped.reason };
  return pathForm(nodes, tree['keepSingletonArray'] === true);
}

function sortTerm(term: unknown, below: (child: unknown) => Expression): SortTerm {
  const raw = isTreeNode(term) ? term : {};
  return { descending: raw['descending'] === true, expression: below(raw['expression']) };
}

function unaryOf(tree: TreeNode, below: (child: unknown) => Expression): ExpressionForm {
  switch (tree['value']) {
    case '-':
      return { kind: 'negate', operand: below(tree['expression']) };
    case '[':
      return { kind: 'array', items: listIn(tree['expressions']).map(below) };
    case '{':
      return { kind: 'object', pairs: pairsOf(tree['lhs'], below) };
    default:
      return { kind: 'unsupported', reason: 'an operator of an unknown kind' };
  }
}

function bindOf(tree: TreeNode, place: Place, building: Building): ExpressionForm {
  const variable = tree['lhs'];
  if (!place.statement) building.refused = 'an assignment that is not a statement of its own is not evaluated';
  return {
    kind: 'bind',
    name: isTreeNode(variable) ? textIn(variable['value']) : '',
    value: convert(tree['rhs'], { depth: place.depth + 1, statement: place.statement }, building),
  };
}

function lambdaOf(tree: TreeNode, place: Place, building: Building): ExpressionForm {
  const body = convert(tree['body'], { depth: place.depth + 1, statement: true }, building);
  if (tree['thunk'] === true) {
    return body.kind === 'call'
      ? { kind: 'thunk', procedure: body.procedure, args: body.args }
      : { kind: 'unsupported', reason: 'a call of an unknown kind' };
  }
  return {
    kind: 'lambda',
    parameters: listIn(tree['arguments']).map((argument) => (isTreeNode(argument) ? textIn(argument['value']) : '')),
    body,
    signed: tree['signature'] !== undefined,
  };
}
