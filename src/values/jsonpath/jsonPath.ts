import { arrayOf, listOf, objectOf, unknownValue } from '../domain/construct.ts';
import { join, mapOptions } from '../domain/join.ts';
import { fieldOf, itemsIn, withField } from '../domain/parts.ts';
import { ABSENT, type Possible, type Single } from '../domain/possible.ts';
import { follow } from '../flow/follow.ts';
import { INTRINSICS } from './intrinsics.ts';
import { type Path, type PathStep, parsePath, type Root } from './path.ts';
import { type JsonPathExpression, parseExpression } from './pathExpression.ts';

/** What the paths of one field can refer to. */
export interface PathScope {
  /** What `$` is. */
  readonly input: Possible;
  /** What `$$` is; made on demand. */
  readonly context: () => Possible;
  /** What `$name` is; `absent` if nothing assigned it. */
  readonly variable: (name: string) => Possible;
}

/**
 * What a path or an intrinsic function can give: `$`, `$.a.b[0]`, `$$.Execution.Id`, `$name.field`,
 * `States.Format('…', $.x)`. Never `absent`: a run in which a path finds nothing fails there. `parse` is
 * parseExpression, or a function that caches its results.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
 */
export function evaluatePath(text: string, scope: PathScope, parse = parseExpression): Possible {
  const trimmed = text.trim();
  const expression = parse(trimmed);
  return expression ? evaluate(expression, scope) : unknownValue(trimmed);
}

function evaluate(expression: JsonPathExpression, scope: PathScope): Possible {
  switch (expression.kind) {
    case 'literal':
      return { kind: 'known', json: expression.json };
    case 'path':
      return settled(evaluateAt(expression.path, scope), expression.source);
    case 'call': {
      const intrinsic = INTRINSICS.get(expression.name);
      if (!intrinsic) return unknownValue(expression.source);
      const args = expression.args.map((arg) => ({
        source: arg.source,
        value: evaluate(arg, scope),
        ...(arg.kind === 'literal' && arg.raw !== undefined && { template: arg.raw }),
      }));
      return settled(intrinsic(args, expression.source), expression.source);
    }
  }
}

function evaluateAt(path: Path, scope: PathScope): Possible {
  return follow(rootOf(path.root, scope), path.steps);
}

function rootOf(root: Root, scope: PathScope): Possible {
  switch (root.kind) {
    case 'input':
      return scope.input;
    case 'context':
      return scope.context();
    case 'variable':
      return scope.variable(root.name);
  }
}

/** The alternatives for runs that go on. An unknown value is named after the expression that reads it. */
function settled(value: Possible, source: string): Possible {
  if (value.kind === 'absent')
    return unknownValue(source, { state: '', reason: 'nothing that a run is known to find' });
  const mayFail = value.kind === 'either' && value.options.some(({ kind }) => kind === 'absent');
  const found = mayFail ? join(value.options.filter(({ kind }) => kind !== 'absent')) : value;
  if (found.kind !== 'unknown' || found.expression === source) return found;
  return unknownValue(source, found.cause ?? { state: '', reason: found.expression });
}

/** Deeper than any ResultPath; keeps recursion over the built values within the stack. */
const MAX_STEPS = 50;

/**
 * The value with another placed in it at a ResultPath such as `$.a.b`; `$` replaces all of it.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultpath.html
 */
export function putAt(value: Possible, path: string, what: Possible): Possible {
  const parsed = parsePath(path.trim());
  if (parsed?.root.kind !== 'input' || parsed.steps.length > MAX_STEPS) return unknownValue(path);
  if (!parsed.steps.every((step) => step.kind === 'name' || step.kind === 'index')) return unknownValue(path);
  return putSteps(value, parsed.steps, { path, what });
}

interface Put {
  readonly path: string;
  readonly what: Possible;
}

function putSteps(value: Possible, steps: readonly PathStep[], put: Put): Possible {
  const [step, ...rest] = steps;
  if (!step) return put.what;
  return mapOptions(value, (option) => {
    switch (step.kind) {
      case 'name': {
        const field = rest.length === 0 ? put.what : putSteps(fieldOf(option, step.name), rest, put);
        return putField(option, step.name, field, put);
      }
      case 'index':
        return putItem(option, step.index, rest, put);
      default:
        return unknownValue(put.path);
    }
  });
}

function putField(value: Single, name: string, field: Possible, put: Put): Possible {
  // Missing objects are created.
  if (value.kind === 'absent') return objectOf(new Map([[name, field]]));
  const result = withField(value, name, field);
  return result.kind === 'unknown' ? unknownValue(put.path) : result;
}

/** Whether an item beyond the end is added is undocumented. */
function putItem(value: Single, index: number, rest: readonly PathStep[], put: Put): Possible {
  const items = itemsIn(value);
  if (value.kind === 'list') return listOf(join([value.item, putSteps(value.item, rest, put)]));
  const item = index < 0 ? undefined : items?.[index];
  if (!items || item === undefined || item === ABSENT) return unknownValue(put.path);
  return arrayOf(items.with(index, putSteps(item, rest, put)));
}
