import { DefinitionError } from '../asl/error.ts';
import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { parseJson } from '../asl/jsonText.ts';
import { own } from '../own.ts';
import {
  type DocumentOrigin,
  type NotEvaluated,
  readStatement,
  type WrittenStatement,
  withTexts,
} from './statement.ts';
import { variablesAsText } from './variables.ts';

/**
 * Reads policy documents, those of templates and those of roles. What it cannot read counts neither as a permission
 * nor as its absence: `notEvaluated` has it, with the reason.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

export interface WrittenPolicy {
  /** Where the policy comes from, such as `OrdersRole.Policies.0`. */
  readonly source: string;
  readonly line: number | undefined;
  /** The file of that line, where it is not the state machine's. */
  readonly file?: string;
  readonly statements: readonly WrittenStatement[];
  /** For a policy written by AWS: the name of the SAM policy template or of the managed policy. */
  readonly ofAws?: string;
  /** True where it comes with something else, such as a connector, and nobody can choose another. */
  readonly isImplied?: true;
}

/** Policies as far as they could be read. */
export interface ReadPolicies {
  readonly policies: readonly WrittenPolicy[];
  readonly notEvaluated: readonly NotEvaluated[];
}

export function joinPolicies(...parts: readonly ReadPolicies[]): ReadPolicies {
  return {
    policies: parts.flatMap(({ policies }) => policies),
    notEvaluated: parts.flatMap(({ notEvaluated }) => notEvaluated),
  };
}

export function unread(source: string, reason: string): ReadPolicies {
  return { policies: [], notEvaluated: [{ source, reason }] };
}

/** Marks policies as written by AWS, under this name. */
export function ofAws(name: string, { policies, notEvaluated }: ReadPolicies): ReadPolicies {
  return { policies: policies.map((policy) => ({ ...policy, ofAws: name })), notEvaluated };
}

/** Marks policies that come with something else. */
export function implied({ policies, notEvaluated }: ReadPolicies): ReadPolicies {
  return { policies: policies.map((policy) => ({ ...policy, isImplied: true })), notEvaluated };
}

/**
 * Reads a policy document: JSON, or JSON in a string. Resolve a template's intrinsic functions first; its statements
 * may come without a document around them. Never throws.
 */
export function readPolicy(
  document: Json | undefined,
  source: string,
  line?: number,
  origin: DocumentOrigin = 'template',
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

/** Reads all documents of a role. */
export function readPolicies(texts: Iterable<string>): ReadPolicies {
  return joinPolicies(...[...texts].map((text, index) => readPolicy(text, `document ${index}`, undefined, 'role')));
}

function unreadDocument(source: string, reason: string): ReadPolicies {
  return { policies: [], notEvaluated: [{ source, reason, mayDeny: true }] };
}

/** A document may be a string of JSON. */
function parsed(text: string, origin: DocumentOrigin): Json {
  try {
    return origin === 'role' || text.trimStart().startsWith('{') ? parseJson(text) : text;
  } catch (error) {
    if (error instanceof DefinitionError) return text;
    throw error;
  }
}

function noDocument(text: string | undefined, origin: DocumentOrigin): string {
  return origin === 'role'
    ? 'its document is no policy'
    : `its document is ${text ?? 'missing'}, known only at deployment`;
}

/** `Id` says nothing about permissions. */
const ELEMENTS: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement']);

/** Element names are case-sensitive here: no page says what IAM does with `statement`. */
function oddElement(document: JsonObject): string | undefined {
  const odd = Object.keys(document).find((key) => !ELEMENTS.has(key));
  return odd === undefined ? undefined : `has ${odd}, which is no element of a policy`;
}

const CURRENT = '2012-10-17';

/**
 * A document without a version has the older one.
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
  origin: DocumentOrigin,
): ReadPolicies {
  const statements: WrittenStatement[] = [];
  const notEvaluated: NotEvaluated[] = [];
  (isArray(body) ? body : [body]).forEach((json, index) => {
    const read = readStatement(json, origin);
    if ('reason' in read) notEvaluated.push({ source: `${source}.Statement.${index}`, ...read });
    else {
      const placed = index === statements.length ? read : { ...read, index };
      statements.push(hasVariables ? placed : withTexts(placed, (text) => variablesAsText(text, origin)));
    }
  });
  return { policies: [{ source, line, statements }], notEvaluated };
}
