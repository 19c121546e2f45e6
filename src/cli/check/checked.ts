import { check, NOT_WHOLE } from '../../analysis/check.ts';
import type { Fit } from '../../analysis/fit.ts';
import type { Purpose } from '../../grants/grant.ts';
import { partitionOf } from '../../iam/arn.ts';
import type { NotEvaluated, ReadPolicies } from '../../policy/document.ts';
import type { Excess } from '../../policy/excess.ts';
import type { Judged, StateNeed } from '../../policy/shortfalls.ts';
import { type FittedSubject, fitSubject, type Subject } from '../input/subject.ts';

/** State machines beside what their roles allow. */

/** A state machine and its role's policies. */
export interface Compared {
  readonly subject: Subject;
  readonly role: RoleToCheck;
}

export interface RoleToCheck {
  /** Two state machines with the same key share the role. */
  readonly key: string;
  /** As a person knows it. */
  readonly name: string;
  readonly gathered: ReadPolicies;
  /** True for a deployed role: a placeholder in what is needed can be any of its names. */
  readonly isLive: boolean;
  readonly arn?: string;
}

export interface CheckedMachine {
  readonly subject: Subject;
  readonly fitted: Fit;
  readonly needs: readonly StateNeed[];
  readonly judged: readonly Judged[];
  /** What IAM's simulator does not allow, besides. */
  readonly denials: readonly Denial[];
  /** Counts of the simulator's answers, a line each. */
  readonly simulated: readonly string[];
}

export interface Denial {
  readonly state: string;
  readonly purpose: Purpose;
  readonly action: string;
  readonly resource: string;
  readonly why: string;
  /** True where only a run tells the resource: the simulator took the pattern for a text. */
  readonly isOpen: boolean;
}

/** A role with the state machines that use it. */
export interface CheckedRole {
  readonly role: RoleToCheck;
  readonly machines: readonly CheckedMachine[];
  readonly excess: readonly Excess[];
  readonly notEvaluated: readonly NotEvaluated[];
}

/** Compares each role with what all of its state machines need. */
export async function checkRoles(all: readonly Compared[]): Promise<readonly CheckedRole[]> {
  const keys = [...new Set(all.map(({ role }) => role.key))];
  return Promise.all(
    keys.map(async (key) => {
      const those = all.filter(({ role }) => role.key === key);
      const fitted = await Promise.all(those.map(({ subject }) => fitSubject(subject)));
      const [first] = those;
      if (!first) throw new Error(`no role ${key}`);
      return checkRole(first.role, fitted);
    }),
  );
}

function checkRole(role: RoleToCheck, fits: readonly FittedSubject[]): CheckedRole {
  const partition = partitionIn(fits);
  const checked = check(
    fits.map(({ result }) => result),
    role.gathered,
    {
      placeholders: fits[0]?.subject.template?.placeholders ?? {},
      isDeployed: role.isLive,
      ...(partition === undefined ? {} : { partition }),
    },
  );
  const machines = fits.map(({ subject, result: fitted }, index): CheckedMachine => {
    const { needs = [], judged = [] } = checked.machines[index] ?? {};
    return { subject, fitted, needs, judged, denials: [], simulated: [] };
  });
  const notes = fits.flatMap(({ subject }) => unsubstituted(subject));
  return { role, machines, excess: checked.excess, notEvaluated: [...checked.notEvaluated, ...notes] };
}

/** A state machine that cannot be read may need what the others with its role do not. */
export function withoutExcess(checked: CheckedRole): CheckedRole {
  return { ...checked, excess: [], notEvaluated: [...checked.notEvaluated, NOT_WHOLE] };
}

/** CloudFormation leaves such a name in the definition, which then calls nothing that exists. */
function unsubstituted({ template }: Subject): readonly NotEvaluated[] {
  if (template === undefined || template.unsubstituted.length === 0) return [];
  const names = template.unsubstituted.map((name) => `\${${name}}`).join(', ');
  const reason = `give no value for ${names}, so it stays in the definition as it is`;
  return [{ source: `${template.machine.logicalId}.DefinitionSubstitutions`, reason, mayAllow: 'nothing' }];
}

/** The partition that the command line tells. */
function partitionIn(fits: readonly FittedSubject[]): string | undefined {
  const [first] = fits.map(
    ({ subject: { options } }) => options.partition ?? (options.region && partitionOf(options.region)),
  );
  return first;
}
