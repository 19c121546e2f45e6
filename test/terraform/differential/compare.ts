import type { Evaluated } from '../../../src/terraform/resource.ts';
import { configurationOf } from '../folder.ts';
import { VARIABLES } from './expressions.ts';
import { compared } from './tofu.ts';

export interface Comparison {
  readonly expression: string;
  readonly tofu: string;
  readonly ours: Evaluated;
  /** `part`: known in part, and tofu's value has these parts. */
  readonly result: 'equal' | 'part' | 'unknown' | 'refused' | 'different';
}

/** Compares what rolefit knows of each expression, without the values of variables, with what tofu gives. */
export async function comparisons(
  expressions: readonly string[],
  tofu: readonly string[],
  open: boolean,
): Promise<readonly Comparison[]> {
  const variables = Object.entries(VARIABLES).map(([name, { type }]) => `variable "${name}" {\n  type = ${type}\n}\n`);
  const found: Comparison[] = [];
  // One configuration has a limit of what is evaluated.
  const SIZE = 100;
  for (let start = 0; start < expressions.length; start += SIZE) {
    const part = expressions.slice(start, start + SIZE);
    const resources = part.map(
      (expression, index) => `resource "test" "e${index}" {\n  value = ${compared(expression)}\n}\n`,
    );
    const configuration = await configurationOf([...variables, ...resources].join(''));
    const values = new Map(
      configuration.resources.map(({ address, arguments: given }) => [address, given.get('value')]),
    );
    for (const [index, expression] of part.entries()) {
      const ours = values.get(`test.e${index}`);
      const theirs = tofu[start + index];
      if (!ours || theirs === undefined) throw new Error(`nothing was evaluated for ${expression}`);
      found.push({ expression, tofu: theirs, ours, result: resultOf(ours, theirs, open) });
    }
  }
  return found;
}

function resultOf(ours: Evaluated, theirs: string, open: boolean): Comparison['result'] {
  // What Terraform refuses never comes to a plan; where types aren't known, that isn't seen here.
  if (open && theirs === 'refused') return 'refused';
  if (ours.kind === 'known') return ours.value === theirs ? 'equal' : 'different';
  if (
    ours.kind === 'text' &&
    theirs === 'refused' &&
    ours.parts.some((part) => typeof part !== 'string' && part.kind === 'unknown')
  )
    return 'unknown';
  if (ours.kind === 'text') return matches(ours.parts, theirs) ? 'part' : 'different';
  return ours.kind === 'unknown' || ours.kind === 'reference' ? 'unknown' : 'different';
}

/** Whether the known parts stand in the text in this order, the first at its start and the last at its end. */
function matches(parts: readonly (string | Evaluated)[], text: string): boolean {
  const pattern = parts.map((part) => (typeof part === 'string' ? part : undefined));
  let position = 0;
  for (const [index, part] of pattern.entries()) {
    if (part === undefined) continue;
    const isLast = index === pattern.length - 1;
    const at =
      index === 0
        ? text.startsWith(part)
          ? 0
          : -1
        : isLast
          ? endingAt(text, part, position)
          : text.indexOf(part, position);
    if (at < position) return false;
    position = at + part.length;
  }
  return true;
}

function endingAt(text: string, part: string, position: number): number {
  return text.endsWith(part) && text.length - part.length >= position ? text.length - part.length : -1;
}
