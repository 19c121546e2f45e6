import { known, unknownValue, weightlessObject } from '../domain/construct.ts';
import { join } from '../domain/join.ts';
import type { Possible, Single } from '../domain/possible.ts';
import type { JsonataEngine } from '../jsonata/engine.ts';
import { evaluatePath, type PathScope } from '../jsonpath/jsonPath.ts';
import { parseExpression } from '../jsonpath/pathExpression.ts';

/** What the expressions of a state can refer to: in JSONata, `$states.input` and `$states.context` are `$` and `$$`. */
export interface StateScope extends PathScope {
  /** JSON Pointer of the state. */
  readonly state: string;
  /** `$states.result`, where the state has one. */
  readonly result?: Possible;
  /** `$states.errorOutput`, in a catcher. */
  readonly errorOutput?: Possible;
}

/** Evaluates expressions and keeps them parsed. */
export interface Evaluator {
  /** The text of a field such as `InputPath` or `Name.$`: a path or an intrinsic function. */
  readonly path: (text: string, scope: StateScope) => Possible;
  /** A text `{% … %}`. */
  readonly jsonata: (text: string, scope: StateScope) => Possible;
}

/** Without an engine, a JSONata expression can be anything. */
export function evaluator(jsonata: JsonataEngine | undefined): Evaluator {
  const parsePath = memoized(parseExpression);
  const parse = memoized((text) => jsonata?.parse(expressionIn(text)));
  return {
    path: (text, scope) => stamped(evaluatePath(text, scope, parsePath), scope.state),
    jsonata: (text, scope) => {
      if (jsonata === undefined) return unknownValue(text, { state: scope.state, reason: 'JSONata is not loaded' });
      const expression = parse(text);
      if (expression === undefined)
        return unknownValue(text, { state: scope.state, reason: 'JSONata that does not parse' });
      const value = jsonata.evaluate(expression, { states: statesOf(text, scope), variable: scope.variable });
      return stamped(present(value, text, scope.state), scope.state);
    },
  };
}

/** Many states have the same text. `null` stands for a text that doesn't parse. */
function memoized<T>(parse: (text: string) => T | undefined): (text: string) => T | undefined {
  const parsed = new Map<string, T | null>();
  return (text) => {
    let result = parsed.get(text);
    if (result === undefined) parsed.set(text, (result = parse(text) ?? null));
    return result ?? undefined;
  };
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html (reserved variable $states) */
function statesOf(text: string, scope: StateScope): Possible {
  const { input, result, errorOutput } = scope;
  // Only expressions that name the context object need it.
  const context = text.includes('context') ? scope.context() : unknownValue('$states.context');
  const fields = new Map([
    ['input', input],
    ['context', context],
  ]);
  if (result !== undefined) fields.set('result', result);
  if (errorOutput !== undefined) fields.set('errorOutput', errorOutput);
  return weightlessObject(fields);
}

/**
 * An expression without a value fails the state, so only its other values count in a run that goes on.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#handling-errors-jsonata-expressions
 */
function present(value: Possible, text: string, state: string): Possible {
  if (value.kind === 'absent') return unknownValue(text, { state, reason: 'nothing gives it a value' });
  if (value.kind !== 'either') return value;
  return join(value.options.filter(({ kind }) => kind !== 'absent'));
}

/** The state of an expression sets the constants that it yields. */
function stamped(value: Possible, state: string): Possible {
  return value.kind === 'either'
    ? join(value.options.map((option) => stampedOne(option, state)))
    : stampedOne(value, state);
}

function stampedOne(value: Single, state: string): Single {
  return value.kind === 'known' && value.setBy === undefined ? known(value.json, state) : value;
}

export function isJsonata(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}');
}

/** The expression within `{% … %}`. */
export function expressionIn(text: string): string {
  return text.slice(2, -2);
}
