import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import type { Conditions } from '../grants/grant.ts';
import { completeArn } from '../iam/arn.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';

/** Reads one statement of a policy document; src/policy/document.ts reads the document. */

/** A statement with its values resolved. It has either Action or NotAction, and either Resource or NotResource. */
export interface WrittenStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Conditions;
  /** Its index in the document, if statements before it could not be read. */
  readonly index?: number;
  /** Its line in a template; without one, the line of its policy says where it is. */
  readonly line?: number;
  /** The file of that line, where it is not the policy's. */
  readonly file?: string;
}

/**
 * A part of the policies that could not be evaluated, and why: the role may be allowed or denied more than the rest
 * says.
 */
export interface NotEvaluated {
  readonly source: string;
  readonly reason: string;
  /**
   * What it may allow: `nothing` if it can only deny or limit, `needed` if it gives just what the definition needs,
   * the actions of a statement, or any action if undefined.
   */
  readonly mayAllow?: 'nothing' | 'needed' | readonly string[];
  /** True if it may deny something. */
  readonly mayDeny?: boolean;
  /** The one resource of a statement that it is about, where the statement's others are evaluated. */
  readonly resource?: string;
}

/**
 * Where a document comes from. In a template, `${Placeholder}` stands for a value that is known only at deployment; a
 * role's document has none.
 */
export type DocumentOrigin = 'template' | 'role';

type Unread = Omit<NotEvaluated, 'source'>;

const STATEMENT_ELEMENTS: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/**
 * Reads a statement whose intrinsic functions are resolved. If it cannot be read: why, and what it may allow or deny.
 */
export function readStatement(json: Json, origin: DocumentOrigin): WrittenStatement | Unread {
  if (!isObject(json)) {
    return {
      reason: origin === 'role' ? 'is no statement' : `is ${String(json)}, known only at deployment`,
      mayDeny: true,
    };
  }
  const Effect = own(json, 'Effect');
  if (Effect !== 'Allow' && Effect !== 'Deny') {
    return { reason: `its Effect is ${JSON.stringify(Effect ?? 'missing')}`, mayDeny: true };
  }
  const odd = Object.keys(json).find((key) => !STATEMENT_ELEMENTS.has(key));
  const actions = either(json, 'Action', 'NotAction');
  const resources = either(json, 'Resource', 'NotResource');
  const Condition = conditionsOf(own(json, 'Condition'));
  const unread = (reason: string): Unread => ({ reason, ...reachOf(Effect, actions) });
  if (odd !== undefined) return unread(`has ${odd}, which is no element of a statement`);
  if (typeof actions === 'string') return unread(actions);
  if (typeof resources === 'string') return unread(resources);
  if (typeof Condition === 'string') return unread(Condition);
  const open = openAction(actions);
  if (open !== undefined) {
    return {
      reason: origin === 'role' ? `its action ${open} is none` : `its action ${open} is known only at deployment`,
      ...reachOf(Effect),
    };
  }
  const Sid = own(json, 'Sid');
  return {
    ...(typeof Sid === 'string' ? { Sid } : {}),
    Effect,
    ...actions,
    ...Object.fromEntries(Object.entries(resources).map(([key, arns]) => [key, arns.map(completeArn)])),
    ...(Condition === undefined ? {} : { Condition }),
  };
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** What an unreadable statement may allow or deny. */
function reachOf(effect: 'Allow' | 'Deny', actions?: Lists | string): Pick<NotEvaluated, 'mayAllow' | 'mayDeny'> {
  if (effect === 'Deny') return { mayAllow: 'nothing', mayDeny: true };
  const named = typeof actions === 'object' && openAction(actions) === undefined ? own(actions, 'Action') : undefined;
  return named === undefined ? {} : { mayAllow: named };
}

function openAction(actions: Lists): string | undefined {
  return Object.values(actions)
    .flat()
    .find((action) => hasPlaceholder(action));
}

/**
 * The list under one of two names, or why there is none. A single string counts as a list; the grammar has no empty
 * lists.
 */
function either(json: JsonObject, yes: string, no: string): Lists | string {
  const [key, another] = [yes, no].filter((each) => own(json, each) !== undefined);
  if (key === undefined) return `has neither ${yes} nor ${no}`;
  if (another !== undefined) return `has both ${yes} and ${no}`;
  const values = textList(own(json, key));
  if (values === undefined) return `its ${key} is no list of texts`;
  return values.length === 0 ? `its ${key} is empty` : { [key]: values };
}

/** A string or a list of strings, as a list; undefined for anything else. */
export function textList(json: Json | undefined): readonly string[] | undefined {
  const list = isArray(json) ? json : [json];
  const texts = list.filter((item) => typeof item === 'string');
  return texts.length === list.length ? texts : undefined;
}

function conditionsOf(json: Json | undefined): Conditions | string | undefined {
  if (json === undefined) return undefined;
  if (!isObject(json)) return 'its Condition is known only at deployment';
  const operators: [string, Readonly<Record<string, readonly string[]>>][] = [];
  for (const [operator, keys] of Object.entries(json)) {
    if (!isObject(keys)) return 'its Condition is known only at deployment';
    const values: [string, readonly string[]][] = [];
    for (const [key, value] of Object.entries(keys)) {
      const texts = scalarsOf(value);
      if (texts === undefined) return `its Condition compares ${key} with what is no text, number or boolean`;
      values.push([key, texts]);
    }
    operators.push([operator, Object.fromEntries(values)]);
  }
  return Object.fromEntries(operators);
}

/** IAM reads booleans and numbers as strings. */
function scalarsOf(json: Json): readonly string[] | undefined {
  const list = isArray(json) ? json : [json];
  const isScalar = list.every((item) => item !== null && typeof item !== 'object');
  return isScalar ? list.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))) : undefined;
}

/** Changes a statement's resources and condition values. */
export function withTexts(statement: WrittenStatement, change: (text: string) => string): WrittenStatement {
  const { Resource, NotResource, Condition } = statement;
  return {
    ...statement,
    ...(Resource === undefined ? {} : { Resource: Resource.map(change) }),
    ...(NotResource === undefined ? {} : { NotResource: NotResource.map(change) }),
    ...(Condition === undefined ? {} : { Condition: withConditionTexts(Condition, change) }),
  };
}

/** Changes the values of conditions. */
export function withConditionTexts(conditions: Conditions, change: (text: string) => string): Conditions {
  const operators = Object.entries(conditions).map(([operator, keys]) => {
    const values = Object.entries(keys).map(([key, list]) => [key, list.map(change)] as const);
    return [operator, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(operators);
}
