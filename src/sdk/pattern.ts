import { own } from '../own.ts';
import { NAMED, type RuleName } from './named.ts';

/**
 * The resources of an action: an ARN with the call's arguments in it, or a rule of named.ts if no ARN can express it.
 * In src/sdk/data both are one line of text, because 30,000 of them are read, compared and reviewed as lines. This file
 * has the only parser and the only printer of that notation.
 *
 * ```
 * resource = "=" rule | ["?"] arn
 * arn      = { literal | "{" slot "}" }
 * slot     = ["@" | "!"] path { "|" path } ["?"] ["=" default]
 * ```
 *
 * - `=queue`: the rule `queue` of named.ts;
 * - `?` before an ARN: a resource only if one of its arguments is given;
 * - `$p`, `$r`, `$a` in a literal: the partition, region and account of the state machine;
 * - `{Name}`: an argument, by its path (arguments.ts); `{InstanceIds[]}` makes one resource per element;
 * - `{@TableName}`: the argument may be a whole ARN; `{!Application}`: only an ARN identifies the resource,
 *   because the ARN doesn't contain its name;
 * - `{Id|Arn}`: the first argument that is given; `{Name?}`: optional; `{Name=default}`: optional, with its default.
 */
export type ResourcePattern = ArnPattern | { readonly kind: 'rule'; readonly rule: RuleName };

/** Literals and slots alternate; a literal, perhaps an empty one, comes first and last. */
export interface ArnPattern {
  readonly kind: 'arn';
  /** True if the resource counts only if one of its arguments is given. */
  readonly optional: boolean;
  readonly literals: readonly string[];
  readonly slots: readonly Slot[];
}

/** A place in an ARN that an argument fills. */
export interface Slot {
  readonly paths: readonly string[];
  /** What the argument can be. */
  readonly holds: 'name' | 'nameOrArn' | 'arn';
  /** True if a call may omit it. */
  readonly optional: boolean;
  /** The default if it is omitted. */
  readonly absent: string | undefined;
}

/** Throws if the text names a rule that doesn't exist. */
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

/** The inverse of parsePattern. */
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
