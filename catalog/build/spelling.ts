/** What IAM's ARNs have in addition to the name: the rows of SPELLINGS. */
import type { ArnPattern, ResourcePattern } from '../../src/sdk/pattern.ts';
import { SPELLINGS, type Spelling } from '../curated/spelling.ts';
import type { Binding } from './bind.ts';

export function spelling(service: string, { pattern, type, members }: Binding): readonly ResourcePattern[] {
  const rows = SPELLINGS.filter(
    (row) =>
      row.services.includes(service) &&
      (row.type === undefined || row.type === type.key) &&
      (row.namedBy === undefined || members.some(({ path }) => row.namedBy?.test(path))),
  );
  return rows.reduce<readonly ResourcePattern[]>((patterns, row) => spelled(patterns, row.spelling), [pattern]);
}

function spelled(patterns: readonly ResourcePattern[], how: Spelling): readonly ResourcePattern[] {
  switch (how.kind) {
    case 'rule':
      return [{ kind: 'rule', rule: how.rule }];
    case 'andRule':
      return [...patterns, { kind: 'rule', rule: how.rule }];
    case 'suffix':
      return ofArns(patterns, (pattern) => [withSuffix(pattern, how.suffix)]);
    case 'maybeSuffix':
      return ofArns(patterns, (pattern) => [pattern, withSuffix(pattern, how.suffix)]);
    case 'maybePath':
      return ofArns(patterns, (pattern) => [pattern, withPath(pattern)]);
    case 'anyAccount':
      return ofArns(patterns, (pattern) => [inAnyAccount(pattern)]);
  }
}

function ofArns(
  patterns: readonly ResourcePattern[],
  change: (pattern: ArnPattern) => readonly ArnPattern[],
): readonly ResourcePattern[] {
  return patterns.flatMap((pattern): readonly ResourcePattern[] =>
    pattern.kind === 'arn' ? change(pattern) : [pattern],
  );
}

function withSuffix(pattern: ArnPattern, suffix: string): ArnPattern {
  const { literals } = pattern;
  return { ...pattern, literals: [...literals.slice(0, -1), `${literals.at(-1) ?? ''}${suffix}`] };
}

/** A path before the last name, where the pattern ends in a name. */
function withPath(pattern: ArnPattern): ArnPattern {
  const { literals } = pattern;
  const before = literals.at(-2);
  if (before === undefined || !before.endsWith('/') || literals.at(-1) !== '') return pattern;
  return { ...pattern, literals: [...literals.slice(0, -2), `${before}*/`, ''] };
}

function inAnyAccount(pattern: ArnPattern): ArnPattern {
  const [first = '', ...others] = pattern.literals;
  return { ...pattern, literals: [first.replace('$a', '*'), ...others] };
}
