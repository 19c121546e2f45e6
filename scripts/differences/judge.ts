import type { Problem } from '../../src/cli/problems/problem.ts';
import { own } from '../../src/own.ts';

/**
 * What `rolefit check` says of roles that others made, judged by a person: each difference once, with the page that
 * decides. A false alarm has no judgement; it is a fault to mend.
 */

/** What a difference says of the role. */
export type Saying = 'missing' | 'not certain' | 'too much' | 'not checked' | 'note';

export interface Judgeable extends Pick<Problem, 'level' | 'code' | 'message'> {
  /** What was checked: a construct, a template. */
  readonly subject: string;
}

export interface Judgement {
  /** Those that it is about; without them, all that differ so. */
  readonly subjects?: readonly string[];
  readonly saying: Saying;
  /** A text in the message, such as an action; of several, each. */
  readonly about: string | readonly string[];
  /** Why that is true, to follow `… says that`. */
  readonly reason: string;
  /** The page that decides; undefined where the template alone does. */
  readonly page?: string;
}

export interface Judged<D extends Judgeable> {
  readonly difference: D;
  readonly saying: Saying;
  readonly judgement: Judgement | undefined;
}

const SAYINGS: Readonly<Record<string, Saying>> = {
  'missing-permission': 'missing',
  'denied-permission': 'missing',
  'excess-permission': 'too much',
  'wide-permission': 'too much',
  'unreadable-definition': 'not checked',
  'not-evaluated': 'not checked',
};

/** The judgement of each difference, and what is wrong with the judgements. */
export function judged<D extends Judgeable>(
  differences: readonly D[],
  judgements: readonly Judgement[],
  needsOne: (difference: D) => boolean,
): { readonly all: readonly Judged<D>[]; readonly faults: readonly string[] } {
  const used = new Set<Judgement>();
  const faults: string[] = [];
  const all = differences.map((difference): Judged<D> => {
    const saying = sayingOf(difference);
    const those = judgements.filter((judgement) => isAbout(judgement, difference, saying));
    for (const each of those) used.add(each);
    const [judgement, ...others] = those;
    const text = `${difference.subject}: ${saying}: ${difference.message}`;
    if (judgement === undefined && needsOne(difference)) faults.push(`no judgement: ${text}`);
    if (others.length > 0) faults.push(`${those.length} judgements: ${text}`);
    return { difference, saying, judgement };
  });
  const unused = judgements.filter((each) => !used.has(each));
  return { all, faults: [...faults, ...unused.map((each) => `matches nothing: ${JSON.stringify(each)}`)] };
}

function sayingOf({ level, code }: Pick<Problem, 'level' | 'code'>): Saying {
  return level === 'note' ? 'note' : (own(SAYINGS, code) ?? 'not certain');
}

function isAbout({ subjects, saying, about }: Judgement, { subject, message }: Judgeable, said: Saying): boolean {
  if (saying !== said || (subjects !== undefined && !subjects.includes(subject))) return false;
  return (typeof about === 'string' ? [about] : about).every((text) => message.includes(text));
}

/** ARNs of the template's own place, shorter, and names as code. */
export function asMarkdown(message: string): string {
  return message
    .replaceAll('${AWS::Region}:${AWS::AccountId}', ':')
    .replaceAll(/arn:aws:[^\s,;]+|\$\{[^}]+\}/g, (arn) => `\`${arn}\``)
    .replaceAll(/(?<=[\s(])([a-z0-9-]+:[A-Z*][A-Za-z*]*)/g, (action) => `\`${action}\``);
}

/** A judgement as the page has it. */
export function verdictLine({ reason, page }: Judgement): string {
  return page === undefined ? `  *True*: ${reason}.` : `  *True*: ${reason} ([${pageName(page)}](${page})).`;
}

/** `https://…/dg/connect-batch.html#x` → `connect-batch`. */
function pageName(page: string): string {
  return page
    .replace(/[#?].*$/, '')
    .replace(/\.html$/, '')
    .replace(/^.*\//, '');
}
