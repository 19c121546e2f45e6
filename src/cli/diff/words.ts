import { QUOTAS } from '../../policy/quota.ts';
import { grouped, plural } from '../../report/words.ts';
import { permissionsOf, wildcardsOf } from './changes.ts';
import type { Compared } from './comparison.ts';

/** Sentences of a diff, the same in the terminal and in a comment. */

/** The sentence about state machines without a difference. */
export function sameWords(same: number, all: number): string {
  if (all === 1) return 'Nothing changes: the role needs the same permissions, and the findings are the same.';
  return `Nothing changes in ${same === all ? plural(same, 'state machine') : plural(same, 'other state machine')}.`;
}

/** `2 permissions added, 1 of them a wildcard`. */
export function headWords({ status, difference }: Compared): string {
  const { added, removed, findings, size } = difference;
  const [plus, minus, wide] = [permissionsOf(added), permissionsOf(removed), wildcardsOf(added)];
  const wildcards = wide === 0 ? '' : ` (${plural(wide, 'wildcard')})`;
  const permissions =
    plus + minus === 0
      ? 'the same permissions'
      : [
          plus > 0 && `${plural(plus, 'permission')} added${wildcards}`,
          minus > 0 && `${plus > 0 ? grouped(minus) : plural(minus, 'permission')} removed`,
        ]
          .filter((text) => text !== false)
          .join(', ');
  const found = [
    findings.new.length > 0 && `${plural(findings.new.length, 'new finding')}`,
    findings.gone.length > 0 && `${plural(findings.gone.length, 'finding')} gone`,
  ].filter((text) => text !== false);
  const is = status === 'added' ? ['new state machine'] : status === 'removed' ? ['state machine removed'] : [];
  const policy = `policy ${grouped(size.old)} to ${grouped(size.new)} of ${grouped(QUOTAS.inlinePolicySize)} characters`;
  return [...is, permissions, ...found, ...(size.old === size.new ? [] : [policy])].join('; ');
}
