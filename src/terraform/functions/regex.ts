import { EvaluationLimit } from '../values/value.ts';
import { parseRegex, type RegexNode } from './regexSyntax.ts';

/**
 * Regular expressions as Terraform has them, those of RE2: what matches is found in time that grows with the text and the
 * pattern only, so that no file can make evaluation hang.
 *
 * Source: https://developer.hashicorp.com/terraform/language/functions/regex
 */
export interface Regex {
  readonly program: readonly Instruction[];
  readonly groups: number;
  /** The names of the groups, from that of the whole match, which has none. */
  readonly names: readonly string[];
}

export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

type Instruction =
  | { readonly kind: 'letter'; readonly test: (letter: string) => boolean }
  | { readonly kind: 'assert'; readonly test: (before: string | undefined, after: string | undefined) => boolean }
  /** The first is tried first. */
  | { readonly kind: 'split'; readonly targets: readonly number[] }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'end' };

const MAX_PROGRAM = 5_000;
/** States of one search: a bit for each instruction at each letter. */
const MAX_STATES = 20_000_000;

/** `unread` for what RE2 refuses, and for what isn't read here. */
export function compileRegex(pattern: string): Regex | 'unread' {
  const parsed = parseRegex(pattern);
  if (!parsed) return 'unread';
  const program: Instruction[] = [];
  if (!emit(program, { kind: 'group', index: 0, of: parsed.node })) return 'unread';
  program.push({ kind: 'end' });
  const named = parsed.names.filter((name) => name !== '').length;
  // Terraform refuses a pattern in which only some groups have names.
  if (named > 0 && named < parsed.names.length) return 'unread';
  return { program, groups: parsed.names.length, names: ['', ...parsed.names] };
}

/** Appends what matches the node; false where that becomes too long. */
function emit(program: Instruction[], node: RegexNode): boolean {
  if (program.length > MAX_PROGRAM) return false;
  switch (node.kind) {
    case 'letter':
    case 'assert':
      program.push(node);
      return true;
    case 'sequence':
      return node.items.every((item) => emit(program, item));
    case 'group':
      program.push({ kind: 'save', slot: node.index * 2 });
      if (!emit(program, node.of)) return false;
      program.push({ kind: 'save', slot: node.index * 2 + 1 });
      return true;
    case 'choice':
      return emitChoice(program, node.items);
    case 'repeat':
      return emitRepeat(program, node);
  }
}

function emitChoice(program: Instruction[], items: readonly RegexNode[]): boolean {
  const split = program.length;
  program.push({ kind: 'end' });
  const starts: number[] = [];
  const jumps: number[] = [];
  for (const item of items) {
    starts.push(program.length);
    if (!emit(program, item)) return false;
    jumps.push(program.length);
    program.push({ kind: 'end' });
  }
  program[split] = { kind: 'split', targets: starts };
  for (const jump of jumps) program[jump] = { kind: 'split', targets: [program.length] };
  return true;
}

function emitRepeat(program: Instruction[], { of, min, max, lazy }: Extract<RegexNode, { kind: 'repeat' }>): boolean {
  for (let i = 0; i < min; i++) if (!emit(program, of)) return false;
  const order = (inside: number, after: number) => (lazy ? [after, inside] : [inside, after]);
  if (max === undefined) {
    const split = program.length;
    program.push({ kind: 'end' });
    if (!emit(program, of)) return false;
    program.push({ kind: 'split', targets: [split] });
    program[split] = { kind: 'split', targets: order(split + 1, program.length) };
    return true;
  }
  const splits: number[] = [];
  for (let i = min; i < max; i++) {
    splits.push(program.length);
    program.push({ kind: 'end' });
    if (!emit(program, of)) return false;
  }
  for (const split of splits) program[split] = { kind: 'split', targets: order(split + 1, program.length) };
  return true;
}

/** All matches that don't overlap, from the left; as many as asked for. */
export function matchesOf(
  { program, groups }: Regex,
  text: string,
  budget: { steps: number },
  limit = Number.POSITIVE_INFINITY,
): readonly Match[] {
  const letters = [...text];
  const offsets = [0];
  for (const letter of letters) offsets.push((offsets.at(-1) ?? 0) + letter.length);
  if (program.length * (letters.length + 1) > MAX_STATES)
    throw new EvaluationLimit('the text is too long for its pattern');
  const found: Match[] = [];
  let from = 0;
  let lastEnd = -1;
  while (from <= letters.length && found.length < limit) {
    const slots = search(program, letters, from, groups, budget);
    if (!slots) break;
    const [start = 0, end = 0] = slots;
    // Right after a match, an empty one doesn't count.
    if (start !== end || start !== lastEnd) found.push(matchAt(text, offsets, slots, groups));
    lastEnd = end;
    from = end > start ? end : end + 1;
  }
  return found;
}

function matchAt(
  text: string,
  offsets: readonly number[],
  slots: readonly (number | undefined)[],
  groups: number,
): Match {
  const at = (slot: number) => offsets[slots[slot] ?? -1];
  const part = (index: number) => {
    const [start, end] = [at(index * 2), at(index * 2 + 1)];
    return start === undefined || end === undefined ? undefined : text.slice(start, end);
  };
  return {
    start: at(0) ?? 0,
    end: at(1) ?? 0,
    groups: Array.from({ length: groups + 1 }, (_, index) => part(index)),
  };
}

interface State {
  readonly instruction: number;
  readonly position: number;
  readonly slots: readonly (number | undefined)[];
}

/** The leftmost match, of several there the first in the order of the pattern; no state is entered twice. */
function search(
  program: readonly Instruction[],
  letters: readonly string[],
  from: number,
  groups: number,
  budget: { steps: number },
): readonly (number | undefined)[] | undefined {
  const seen = new Uint8Array(program.length * (letters.length + 1 - from));
  const none: readonly undefined[] = Array.from({ length: groups * 2 + 2 }, () => undefined);
  for (let start = from; start <= letters.length; start++) {
    const open: State[] = [{ instruction: 0, position: start, slots: none }];
    for (let state = open.pop(); state; state = open.pop()) {
      const { instruction, position, slots } = state;
      const bit = instruction * (letters.length + 1 - from) + position - from;
      if (seen[bit]) continue;
      seen[bit] = 1;
      budget.steps -= 0.1;
      if (budget.steps < 0) throw new EvaluationLimit('the files take too long to evaluate');
      const step = program[instruction];
      const letter = letters[position];
      if (step?.kind === 'end') return slots;
      if (step?.kind === 'split') {
        for (const target of step.targets.toReversed()) open.push({ instruction: target, position, slots });
      } else if (step?.kind === 'save') {
        open.push({ instruction: instruction + 1, position, slots: slots.with(step.slot, position) });
      } else if (step?.kind === 'assert') {
        if (step.test(letters[position - 1], letter)) open.push({ instruction: instruction + 1, position, slots });
      } else if (letter !== undefined && step?.test(letter)) {
        open.push({ instruction: instruction + 1, position: position + 1, slots });
      }
    }
  }
  return undefined;
}
