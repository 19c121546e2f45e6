/** docs/escalation-paths.md: each path of the collections, and what stops it. */

import { own } from '../../../src/own.ts';
import { guardOf } from '../../../src/policy/guarded.ts';
import type { Collection, Path } from './collection.ts';
import { HACKING_THE_CLOUD } from './hackingTheCloud.ts';
import { IAM_VULNERABLE } from './iamVulnerable.ts';
import { PATHFINDING } from './pathfinding.ts';
import { RHINO } from './rhino.ts';
import { IDENTITY_PREFIXES, OPEN, OUT_OF_REACH, STEPS } from './steps.ts';

export const COLLECTIONS: readonly Collection[] = [PATHFINDING, RHINO, IAM_VULNERABLE, HACKING_THE_CLOUD];

/** A role that someone means, and any other resource: what is guarded whatever it is on. */
export const ROLE = 'arn:aws:iam::111122223333:role/admin';

export function needsOf([, needs]: Path): readonly string[] {
  return needs.split(' ');
}

/** When a step must be guarded; undefined where a change may gain it. */
export function stepOf(action: string): 'always' | 'recheck' | undefined {
  const prefix = action.split(':')[0] ?? '';
  return own(STEPS, action) ?? (IDENTITY_PREFIXES.includes(prefix) ? 'always' : undefined);
}

/** `stopped`: it has a guarded step. `out of reach`: it has one that no definition can take. */
export function fateOf(path: Path): 'stopped' | 'out of reach' | 'open' {
  const needs = needsOf(path);
  if (needs.some((action) => stepOf(action) !== undefined)) return 'stopped';
  return needs.some((action) => own(OUT_OF_REACH, action) !== undefined) ? 'out of reach' : 'open';
}

export function escalationPage(): string {
  return `# Privilege escalation paths

What public collections say how one gets more rights in AWS, held against rolefit: whoever may only change a definition after the deploy must miss
at least one step of each path. \`test/policy/escalation.test.ts\` has one test for each, named as in the tables, and compares this page;
\`UPDATE_GOLDEN=1\` with that test writes it anew. [The threat model](threat-model.md) says who the attacker is, [Guarded actions](guarded-actions.md)
what is guarded besides; end to end, a path of each kind is in \`test/functions/driftCheck.test.ts\` (_cannot gain …_).

- **always**: at deploy the template must name the action in \`AllowGuardedActions\`, and a change after the deploy never gains it.
- **re-check**: deploying it is enough; a change after the deploy never gains it. \`iam:PassRole\` and \`sts:AssumeRole\` on a wildcard are guarded always.

What was deployed is trusted: a step that the template granted is not taken away from a later definition, and counts as its owner's word.

| collection | paths | stopped | out of reach | open |
| --- | ---: | ---: | ---: | ---: |
${COLLECTIONS.map(summary).join('\n')}

## What is left open

A path is open where all that it needs has other uses that workflows live on. Limit it with \`Ceiling\` or a permissions boundary.

| step | why a change gains it |
| --- | --- |
${rows(OPEN)}

Out of reach are paths with a step that no definition can take:

| step | why |
| --- | --- |
${rows(OUT_OF_REACH)}

${COLLECTIONS.map(section).join('\n\n')}
`;
}

function summary({ name, page, paths }: Collection): string {
  const count = (fate: ReturnType<typeof fateOf>) => paths.filter((path) => fateOf(path) === fate).length;
  return `| [${name}](${page}) | ${paths.length} | ${count('stopped')} | ${count('out of reach')} | ${count('open')} |`;
}

function rows(table: Readonly<Record<string, string>>): string {
  return Object.entries(table)
    .map(([action, why]) => `| \`${action}\` | ${why} |`)
    .join('\n');
}

function section({ name, page, read, paths }: Collection): string {
  return `## ${name}

${page}, read ${read}.

| path | actions | stopped by |
| --- | --- | --- |
${paths.map(row).join('\n')}`;
}

function row(path: Path): string {
  const needs = needsOf(path);
  const stops = needs.filter((action) => stepOf(action) !== undefined).map(rule);
  const fate = stops.length > 0 ? stops.join('; ') : `**${fateOf(path)}**`;
  return `| ${path[0]} | ${needs.map((action) => `\`${action}\``).join(', ')} | ${fate} |`;
}

function rule(action: string): string {
  const at = stepOf(action) === 'always' ? 'always' : 're-check';
  return `\`${action.split(':')[1]}\` ${at}: ${guardOf(action, ROLE)?.why}`;
}
