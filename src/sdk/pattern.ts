import { own } from '../own.ts';
import { NAMED, type RuleName } from './named.ts';

/**
 * Which resources an action is asked for: an ARN with the call's arguments in it, or a rule of named.ts where no ARN
 * can say it. The data in src/sdk/data writes both as one line of text, because 30,000 of them are read, compared and
 * reviewed as lines; this file has the one parser and the one printer of that notation.
 *
 * ```
 * resource = "=" rule | ["?"] arn
 * arn      = { literal | "{" slot "}" }
 * slot     = ["@" | "!"] path { "|" path } ["?"] ["=" default]
 * ```
 *
 * - `=queue`: the rule `queue` of named.ts;
 * - `?` before an ARN: a resource only where one of its arguments is given;
 * - `$p`, `$r`, `$a` in a literal: the partition, region and account of the state machine;
 * - `{Name}`: an argument, by its path (arguments.ts); `{InstanceIds[]}` makes one resource of each element;
 * - `{@TableName}`: the argument may hold the resource's whole ARN; `{!Application}`: nothing but an ARN tells the
 *   resource, because a name is not what the ARN has;
 * - `{Id|Arn}`: the first argument that is given; `{Name?}`: a call may leave it out; `{Name=default}`: what then counts.
 */
export type ResourcePattern = ArnPattern | { readonly kind: 'rule'; readonly rule: RuleName };

/** Literals and slots take turns, and a literal, perhaps an empty one, comes first and last. */
export interface ArnPattern {
  readonly kind: 'arn';
  /** True where the resource counts only if one of its arguments is given. */
  readonly optional: boolean;
  readonly literals: readonly string[];
  readonly slots: readonly Slot[];
}

/** A place in an ARN that an argument fills. */
export interface Slot {
  readonly paths: readonly string[];
  /** What the argument can be. */
  readonly holds: 'name' | 'nameOrArn' | 'arn';
  /** True where a call may leave it out. */
  readonly optional: boolean;
  /** The name that counts then. */
  readonly absent: string | undefined;
}

/** Throws where the text names a rule that does not exist. */
export function parsePattern(text: string): ResourcePattern {
  if (text.startsWith('=')) return { kind: 'rule', rule: ruleName(text.slice(1)) };
  const optional = text.startsWith('?');
  const pieces = (optional ? text.slice(1) : text).split(/\{((?:[^{}]|\{\})+)\}/);
  return {
    kind: 'arn',
    optional,
    literals: pieces.filter((_, index) => index % 2 === 0),
    slots: pieces.filter((_, index) => index % 2 === 1).map(parseSlot),
  };
}

const HOLDS = { '': 'name', '@': 'nameOrArn', '!': 'arn' } as const;

function parseSlot(text: string): Slot {
  const [, mark = '', paths = '', optional, absent] = /^([@!]?)([^?=]+)(\??)(?:=(.*))?$/.exec(text) ?? [];
  const holds = own(HOLDS, mark) ?? 'name';
  return { paths: paths.split('|'), holds, optional: optional === '?', absent };
}

function ruleName(text: string): RuleName {
  if (isRuleName(text)) return text;
  throw new Error(`=${text} names no rule of src/sdk/named.ts`);
}

function isRuleName(text: string): text is RuleName {
  return Object.hasOwn(NAMED, text);
}

/** The text that parsePattern reads as this pattern. */
export function printPattern(pattern: ResourcePattern): string {
  if (pattern.kind === 'rule') return `=${pattern.rule}`;
  const { optional, literals, slots } = pattern;
  const [first = '', ...others] = literals;
  return `${optional ? '?' : ''}${first}${others.map((literal, index) => printSlot(slots[index]) + literal).join('')}`;
}

const MARKS = { name: '', nameOrArn: '@', arn: '!' } as const;

function printSlot(slot: Slot | undefined): string {
  if (slot === undefined) return '';
  const absent = slot.absent === undefined ? '' : `=${slot.absent}`;
  return `{${MARKS[slot.holds]}${slot.paths.join('|')}${slot.optional ? '?' : ''}${absent}}`;
}
