import { DefinitionError } from '../asl/error.ts';
import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { parseJson } from '../asl/jsonText.ts';
import type { Conditions } from '../grants/grant.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';
import type { Gathered, NotEvaluated, WrittenStatement } from './written.ts';

export type { Gathered, NotEvaluated, WrittenPolicy } from './written.ts';

export function gather(...parts: readonly Gathered[]): Gathered {
  return {
    policies: parts.flatMap(({ policies }) => policies),
    notEvaluated: parts.flatMap(({ notEvaluated }) => notEvaluated),
  };
}

export function unknown(source: string, reason: string): Gathered {
  return { policies: [], notEvaluated: [{ source, reason }] };
}

/** Marks policies as those of AWS by this name. */
export function ofAws(name: string, { policies, notEvaluated }: Gathered): Gathered {
  return { policies: policies.map((policy) => ({ ...policy, ofAws: name })), notEvaluated };
}

/** Reads a policy document, or its statements alone, whose intrinsic functions are resolved. */
export function policyOf(document: Json | undefined, source: string, line: number | undefined): Gathered {
  const whole = typeof document === 'string' ? parsed(document) : document;
  const body = isObject(whole) && own(whole, 'Effect') === undefined ? own(whole, 'Statement') : whole;
  if (body === undefined || typeof body === 'string') {
    return unknown(source, `its document is ${body ?? 'missing'}, known only at deployment`);
  }
  const list = isArray(body) ? body : [body];
  const statements: WrittenStatement[] = [];
  const notEvaluated: NotEvaluated[] = [];
  list.forEach((item, index) => {
    const result = statementOf(item);
    if (typeof result === 'string') notEvaluated.push({ source: `${source}.Statement.${index}`, reason: result });
    else statements.push(result);
  });
  return { policies: [{ source, line, statements }], notEvaluated };
}

/** A document may be written as JSON in a text. */
function parsed(text: string): Json {
  try {
    return text.trimStart().startsWith('{') ? parseJson(text) : text;
  } catch (error) {
    if (error instanceof DefinitionError) return text;
    throw error;
  }
}

/** The statement, or why it cannot be told. */
function statementOf(json: Json): WrittenStatement | string {
  if (!isObject(json)) return `is ${String(json)}, known only at deployment`;
  const effect = own(json, 'Effect');
  if (effect !== 'Allow' && effect !== 'Deny') return `its Effect is ${JSON.stringify(effect ?? 'missing')}`;
  const actions = either(json, 'Action', 'NotAction');
  const resources = either(json, 'Resource', 'NotResource');
  const condition = conditionsOf(own(json, 'Condition'));
  if (typeof actions === 'string') return actions;
  if (typeof resources === 'string') return resources;
  if (typeof condition === 'string') return condition;
  const unknownAction = Object.values(actions)
    .flat()
    .find((action) => hasPlaceholder(action));
  if (unknownAction !== undefined) return `its action ${unknownAction} is known only at deployment`;
  const sid = own(json, 'Sid');
  return {
    ...(typeof sid === 'string' ? { Sid: sid } : {}),
    Effect: effect,
    ...actions,
    ...resources,
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}

function either(json: JsonObject, yes: string, no: string): Readonly<Record<string, readonly string[]>> | string {
  const key = [yes, no].find((each) => own(json, each) !== undefined);
  if (key === undefined) return `has neither ${yes} nor ${no}`;
  const values = textsOf(own(json, key));
  return values === undefined ? `its ${key} is no list of texts` : { [key]: values };
}

export function textsOf(json: Json | undefined): readonly string[] | undefined {
  const list = isArray(json) ? json : [json];
  const texts = list.filter((item) => typeof item === 'string');
  return texts.length === list.length ? texts : undefined;
}

function conditionsOf(json: Json | undefined): Conditions | string | undefined {
  if (json === undefined) return undefined;
  if (!isObject(json)) return 'its Condition is known only at deployment';
  const operators = Object.entries(json).map(([operator, keys]) => {
    if (!isObject(keys)) return undefined;
    const values = Object.entries(keys).map(([key, value]) => [key, scalars(value)] as const);
    return [operator, Object.fromEntries(values)] as const;
  });
  const known = operators.filter((each) => each !== undefined);
  return known.length === operators.length ? Object.fromEntries(known) : 'its Condition is known only at deployment';
}

/** Values of a condition may be booleans and numbers: IAM reads them as texts. */
function scalars(json: Json): readonly string[] {
  return (isArray(json) ? json : [json]).map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
}
