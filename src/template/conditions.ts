import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';

/** Conditions evaluated so far: templates use the same ones in each other over and over. */
export interface ConditionMemo {
  readonly known: Map<string, boolean | undefined>;
  readonly open: Set<string>;
}

export function conditionMemo(): ConditionMemo {
  return { known: new Map(), open: new Set() };
}

/** Deeper than anyone writes, and shallower than the call stack allows. */
const MAX_DEPTH = 100;

/**
 * The value of a template's condition; undefined if it is known only at deployment.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
export function evaluateCondition(
  name: string,
  conditions: JsonObject,
  resolve: (value: Json) => Json | undefined,
  { known, open }: ConditionMemo = conditionMemo(),
): boolean | undefined {
  const byName = (condition: string): boolean | undefined => {
    const value = own(conditions, condition);
    // CloudFormation refuses a condition that depends on itself.
    if (value === undefined || open.has(condition) || open.size >= MAX_DEPTH) return undefined;
    if (known.has(condition)) return known.get(condition);
    open.add(condition);
    const result = evaluate(value);
    open.delete(condition);
    known.set(condition, result);
    return result;
  };
  const evaluate = (value: Json): boolean | undefined => {
    if (!isObject(value)) return undefined;
    const [[key, argument] = [], ...more] = Object.entries(value);
    if (key === undefined || argument === undefined || more.length > 0) return undefined;
    const all = isArray(argument) ? argument : [argument];
    switch (key) {
      case 'Condition':
        return typeof argument === 'string' ? byName(argument) : undefined;
      case 'Fn::Equals':
        return all.length === 2 ? equal(resolve(all[0] ?? ''), resolve(all[1] ?? '')) : undefined;
      case 'Fn::Not':
        return negated(evaluate(all[0] ?? ''));
      case 'Fn::And':
        return every(all.map(evaluate));
      case 'Fn::Or':
        return negated(every(all.map((each) => negated(evaluate(each)))));
      default:
        return undefined;
    }
  };
  return byName(name);
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function every(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}

/** Texts with the same placeholders are equal. Others differ only if they have no placeholders. */
function equal(a: Json | undefined, b: Json | undefined): boolean | undefined {
  const [first, second] = [comparable(a), comparable(b)];
  if (first === undefined || second === undefined) return undefined;
  if (first === second) return true;
  return hasPlaceholder(first) || hasPlaceholder(second) ? undefined : false;
}

function comparable(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
