import { DefinitionError } from '../asl/error.ts';
import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { parseJson } from '../asl/jsonText.ts';
import type { Conditions } from '../grants/grant.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';
import { variablesAsText } from './variables.ts';

/**
 * The one reader of policy documents, of a template as of a role. What it cannot read is neither taken for a permission nor
 * for nothing: it is in `notEvaluated`, with the reason.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

/** A statement with its values resolved; it has one of Action and NotAction, and one of Resource and NotResource. */
export interface WrittenStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Conditions;
  /** Its place in the document, where statements before it could not be read. */
  readonly index?: number;
}

export interface WrittenPolicy {
  /** Where it stands, such as `OrdersRole.Policies.0`. */
  readonly source: string;
  readonly line: number | undefined;
  readonly statements: readonly WrittenStatement[];
  /** For a policy that AWS wrote: the name of SAM's policy template or of the managed policy. */
  readonly ofAws?: string;
}

/** What the policies here do not tell, and why: the role may be allowed or denied more than they say. */
export interface NotEvaluated {
  readonly source: string;
  readonly reason: string;
  /**
   * What it can be about: `nothing` where it can only take away; `needed` where it gives just what is needed; the actions
   * of a statement; any action without it.
   */
  readonly mayAllow?: 'nothing' | 'needed' | readonly string[];
  /** True for a part of a document that may deny something. */
  readonly mayDeny?: boolean;
}

/** Policies as far as they could be read. */
export interface ReadPolicies {
  readonly policies: readonly WrittenPolicy[];
  readonly notEvaluated: readonly NotEvaluated[];
}

/**
 * Where a document comes from: in a template's, a `${Placeholder}` stands for a value that the deployment gives; a role's has
 * none.
 */
export type Origin = 'template' | 'role';

export function joined(...parts: readonly ReadPolicies[]): ReadPolicies {
  return {
    policies: parts.flatMap(({ policies }) => policies),
    notEvaluated: parts.flatMap(({ notEvaluated }) => notEvaluated),
  };
}

export function unread(source: string, reason: string): ReadPolicies {
  return { policies: [], notEvaluated: [{ source, reason }] };
}

/** Marks policies as those of AWS by this name. */
export function ofAws(name: string, { policies, notEvaluated }: ReadPolicies): ReadPolicies {
  return { policies: policies.map((policy) => ({ ...policy, ofAws: name })), notEvaluated };
}

/**
 * Reads a policy document: JSON, or JSON in a text. A template's intrinsic functions are resolved before, and its
 * statements may come alone. Never throws.
 */
export function readPolicy(
  document: Json | undefined,
  source: string,
  line?: number,
  origin: Origin = 'template',
): ReadPolicies {
  const whole = typeof document === 'string' ? parsed(document, origin) : document;
  if (whole === undefined || typeof whole === 'string') return unreadDocument(source, noDocument(whole, origin));
  if (isObject(whole) && (own(whole, 'Effect') === undefined || origin === 'role')) {
    const reason = oddElement(whole) ?? oddVersion(own(whole, 'Version'));
    if (reason !== undefined) return unreadDocument(source, reason);
    const body = own(whole, 'Statement');
    if (body === undefined || typeof body === 'string') return unreadDocument(source, noDocument(body, origin));
    return readStatements(body, own(whole, 'Version') === CURRENT, source, line, origin);
  }
  if (origin === 'role') return unreadDocument(source, 'its document is no policy');
  return readStatements(whole, true, source, line, origin);
}

/** A role's documents together. */
export function readPolicies(texts: Iterable<string>): ReadPolicies {
  return joined(...[...texts].map((text, index) => readPolicy(text, `document ${index}`, undefined, 'role')));
}

function unreadDocument(source: string, reason: string): ReadPolicies {
  return { policies: [], notEvaluated: [{ source, reason, mayDeny: true }] };
}

/** A document may be written as JSON in a text. */
function parsed(text: string, origin: Origin): Json {
  try {
    return origin === 'role' || text.trimStart().startsWith('{') ? parseJson(text) : text;
  } catch (error) {
    if (error instanceof DefinitionError) return text;
    throw error;
  }
}

function noDocument(text: string | undefined, origin: Origin): string {
  return origin === 'role'
    ? 'its document is no policy'
    : `its document is ${text ?? 'missing'}, known only at deployment`;
}

/** `Id` says nothing about permissions. */
const ELEMENTS: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement']);

/** A name in other letters is another element: no page says what IAM makes of it. */
function oddElement(document: JsonObject): string | undefined {
  const odd = Object.keys(document).find((key) => !ELEMENTS.has(key));
  return odd === undefined ? undefined : `has ${odd}, which is no element of a policy`;
}

const CURRENT = '2012-10-17';

/**
 * Without a version the older one counts.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
function oddVersion(version: Json | undefined): string | undefined {
  const isKnown = version === undefined || version === CURRENT || version === '2008-10-17';
  return isKnown ? undefined : `its Version is ${JSON.stringify(version)}`;
}

function readStatements(
  body: Json,
  hasVariables: boolean,
  source: string,
  line: number | undefined,
  origin: Origin,
): ReadPolicies {
  const statements: WrittenStatement[] = [];
  const notEvaluated: NotEvaluated[] = [];
  (isArray(body) ? body : [body]).forEach((json, index) => {
    const read = readStatement(json, origin);
    if ('reason' in read) notEvaluated.push({ source: `${source}.Statement.${index}`, ...read });
    else {
      const placed = index === statements.length ? read : { ...read, index };
      statements.push(hasVariables ? placed : withTexts(placed, variablesAsText));
    }
  });
  return { policies: [{ source, line, statements }], notEvaluated };
}

/** A statement with its resources and its conditions' values changed. */
function withTexts(statement: WrittenStatement, change: (text: string) => string): WrittenStatement {
  const { Resource, NotResource, Condition } = statement;
  const operators = Object.entries(Condition ?? {}).map(([operator, keys]) => {
    const values = Object.entries(keys).map(([key, list]) => [key, list.map(change)] as const);
    return [operator, Object.fromEntries(values)] as const;
  });
  return {
    ...statement,
    ...(Resource === undefined ? {} : { Resource: Resource.map(change) }),
    ...(NotResource === undefined ? {} : { NotResource: NotResource.map(change) }),
    ...(Condition === undefined ? {} : { Condition: Object.fromEntries(operators) }),
  };
}

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

function readStatement(json: Json, origin: Origin): WrittenStatement | Unread {
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
    ...resources,
    ...(Condition === undefined ? {} : { Condition }),
  };
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** What a statement that cannot be read may do. */
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
 * The list under one of two names, or why there is none. A single text is a list of one; an empty list is not in the grammar.
 */
function either(json: JsonObject, yes: string, no: string): Lists | string {
  const [key, another] = [yes, no].filter((each) => own(json, each) !== undefined);
  if (key === undefined) return `has neither ${yes} nor ${no}`;
  if (another !== undefined) return `has both ${yes} and ${no}`;
  const values = textsOf(own(json, key));
  if (values === undefined) return `its ${key} is no list of texts`;
  return values.length === 0 ? `its ${key} is empty` : { [key]: values };
}

/** A text, or a list of them, as a list; undefined for anything else. */
export function textsOf(json: Json | undefined): readonly string[] | undefined {
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

/** IAM reads booleans and numbers as texts. */
function scalarsOf(json: Json): readonly string[] | undefined {
  const list = isArray(json) ? json : [json];
  const isScalar = list.every((item) => item !== null && typeof item !== 'object');
  return isScalar ? list.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))) : undefined;
}
