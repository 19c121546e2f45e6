import { join, mapOptions, NOTHING, type Possible, unknownValue } from '../domain/possible.ts';
import { evaluateJsonata } from '../jsonata/evaluate.ts';
import { type Jsonata, type JsonataParser, parseJsonata } from '../jsonata/syntax/parse.ts';
import { evaluatePath, type PathScope } from '../jsonpath/jsonPath.ts';

/** What the expressions of a state can refer to. */
export interface Scope {
  /** JSON Pointer of the state. */
  readonly state: string;
  /** `$` (JSONPath), `$states.input` (JSONata). */
  readonly input: Possible;
  /** `$$` (JSONPath), `$states.context` (JSONata). */
  readonly context: () => Possible;
  readonly variable: (name: string) => Possible;
  /** `$states.result`, where the state has one. */
  readonly result?: Possible;
  /** `$states.errorOutput`, in a catcher. */
  readonly errorOutput?: Possible;
}

/** Evaluates expressions; it keeps those that it has parsed. */
export interface Evaluator {
  /** The text of a field such as `InputPath` or `Name.$`: a path or an intrinsic function. */
  readonly path: (text: string, scope: Scope) => Possible;
  /** A text `{% … %}`. */
  readonly jsonata: (text: string, scope: Scope) => Possible;
}

export function evaluator(parser: JsonataParser | undefined): Evaluator {
  const parsed = new Map<string, Jsonata | undefined>();
  const parse = (text: string): Jsonata | undefined => {
    if (!parsed.has(text)) parsed.set(text, parseJsonata(expressionIn(text), parser));
    return parsed.get(text);
  };
  return {
    path: (text, scope) => {
      const paths: PathScope = {
        input: scope.input,
        variable: scope.variable,
        get context() {
          return scope.context();
        },
      };
      return stamped(evaluatePath(text, paths), scope.state);
    },
    jsonata: (text, scope) => {
      const expression = parse(text);
      if (expression === undefined)
        return unknownValue(text, { state: scope.state, reason: 'JSONata that does not parse' });
      const value = evaluateJsonata(expression, { states: statesOf(text, scope), variable: scope.variable });
      return stamped(present(value, text, scope.state), scope.state);
    },
  };
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html (reserved variable $states) */
function statesOf(text: string, scope: Scope): Possible {
  const { input, result, errorOutput } = scope;
  // The context object is made only for expressions that name it.
  const context = text.includes('context') ? scope.context() : unknownValue('$states.context');
  const fields = new Map([
    ['input', input],
    ['context', context],
  ]);
  if (result !== undefined) fields.set('result', result);
  if (errorOutput !== undefined) fields.set('errorOutput', errorOutput);
  return { kind: 'object', fields, rest: NOTHING, weight: 1 };
}

/**
 * An expression that gives nothing fails the state, so what it can be in one that goes on is the rest.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#handling-errors-jsonata-expressions
 */
function present(value: Possible, text: string, state: string): Possible {
  if (value.kind === 'absent') return unknownValue(text, { state, reason: 'nothing gives it a value' });
  if (value.kind !== 'either') return value;
  return join(value.options.filter(({ kind }) => kind !== 'absent'));
}

/** What an expression made of constants was set by the state that it stands in. */
function stamped(value: Possible, state: string): Possible {
  return mapOptions(value, (option) =>
    option.kind === 'known' && option.setBy === undefined ? { ...option, setBy: state } : option,
  );
}

export function isJsonata(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}');
}

/** The expression within `{% … %}`. */
export function expressionIn(text: string): string {
  return text.slice(2, -2);
}
