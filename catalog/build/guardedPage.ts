/** docs/guarded-actions.md and src/policy/data/guarded.json: the verdicts, for people to review and for rolefit to run with. */
import type { GuardTable, GuardVerdict } from './judge.ts';

type At = GuardVerdict['at'];

const HEADINGS: Readonly<Record<At, string>> = {
  always: 'Guarded at deploy and after it',
  recheck: 'Guarded after the deploy',
  free: 'Judged, and not guarded',
};

/** Reason → prefix → actions. */
type Reasons = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What rolefit needs while it runs: the guarded ones alone. */
export function runtimeTable(table: GuardTable): Readonly<Record<'always' | 'recheck', Reasons>> {
  return { always: reasonsOf(table, 'always'), recheck: reasonsOf(table, 'recheck') };
}

export function guardedPage(table: GuardTable): string {
  const count = (at: At) => [...table.verdicts.values()].filter((one) => one.at === at).length;
  return `# Guarded actions

Written by \`npm run refresh\`; a test recomputes it from the judgements. [The threat model](threat-model.md#what-is-guarded) says what a guard is for.

| | actions | |
| --- | ---: | --- |
| ${HEADINGS.always} | ${count('always')} | the template must list it in \`AllowGuardedActions\`, and a change after the deploy never gains it |
| ${HEADINGS.recheck} | ${count('recheck')} | deploying the definition is enough, and a change after the deploy never gains it |
| ${HEADINGS.free} | ${count('free')} | it looks like a way to more rights, and is none |
| No candidate | ${table.others} | nothing about it looks like one |

Before the candidates were found in the APIs' models, access levels and a list by hand guarded 1,001 actions. Of 22,107 actions 1,993 have another
verdict since: 120 are guarded at deploy and 1,870 after it that were not guarded, and three reads are no longer guarded at deploy.

\`iam:PassRole\` and \`sts:AssumeRole\` on a wildcard are guarded at deploy, too. \`kms:CreateGrant\` is guarded after the deploy alone where the
policy lets only AWS services make the grant ([\`kms:GrantIsForAWSResource\`](https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource)). Any action that is not listed has nothing that makes it a candidate: no
input for a role, a policy or code, no output with a credential, nothing that it opens, runs or stops ([the signals](../catalog/build/signals.ts)).

${(['always', 'recheck', 'free'] as const).map((at) => section(table, at)).join('\n')}
## Service by service

| prefix | always | after the deploy | not guarded |
| --- | ---: | ---: | ---: |
${perService(table)}
`;
}

function section(table: GuardTable, at: At): string {
  const reasons = Object.entries(reasonsOf(table, at)).map(([why, prefixes]) => {
    const lines = Object.entries(prefixes).map(
      ([prefix, names]) => `- ${prefix}: ${names.map((name) => named(table, `${prefix}:${name}`)).join(', ')}`,
    );
    return `### ${why.charAt(0).toUpperCase()}${why.slice(1)}\n\n${lines.join('\n')}\n`;
  });
  return `## ${HEADINGS[at]}\n\n${reasons.join('\n')}`;
}

function named({ verdicts }: GuardTable, action: string): string {
  const name = action.slice(action.indexOf(':') + 1);
  const page = verdicts.get(action)?.page ?? '';
  // What a rule decides stands on the service's page in the reference, which coverage links.
  return /\/API_\w+\.html$/.test(page) ? `[${name}](${page})` : name;
}

function reasonsOf({ verdicts }: GuardTable, at: At): Reasons {
  const rows = [...verdicts].filter(([, verdict]) => verdict.at === at);
  const reasons = [...Map.groupBy(rows, ([, { why }]) => why)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    reasons.map(([why, group]) => {
      const prefixes = Map.groupBy(
        group.map(([action]) => action.split(':')),
        ([prefix = '']) => prefix,
      );
      const names = [...prefixes].map(([prefix, actions]) => [prefix, actions.map(([, name = '']) => name)] as const);
      return [why, Object.fromEntries(names)];
    }),
  );
}

function perService({ verdicts }: GuardTable): string {
  const prefixes = Map.groupBy(verdicts, ([action]) => action.split(':')[0] ?? '');
  return [...prefixes]
    .map(([prefix, rows]) => {
      const count = (at: At) => rows.filter(([, verdict]) => verdict.at === at).length;
      return `| ${prefix} | ${count('always')} | ${count('recheck')} | ${count('free')} |`;
    })
    .join('\n');
}
