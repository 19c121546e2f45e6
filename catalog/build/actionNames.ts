/** The names of all of IAM's actions, for what no table has: `src/iam/data/actions.json`. */
import type { Authority } from './authority.ts';
import { REFERENCE } from './editions.ts';

interface NameFile {
  /** The edition of the reference. */
  readonly date: string;
  /** Prefix → names, with spaces between them. */
  readonly names: Readonly<Record<string, string>>;
}

export function actionNames({ actions }: Authority): NameFile {
  const all = actions.map(({ name }) => name.split(':')).toSorted();
  const groups = Map.groupBy(all, ([prefix = '']) => prefix);
  const names = [...groups].map(([prefix, group]) => [
    prefix,
    group
      .map(([, name]) => name)
      .toSorted()
      .join(' '),
  ]);
  return { date: REFERENCE.date, names: Object.fromEntries(names) };
}
