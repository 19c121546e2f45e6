import { stateName } from '../../grants/consequence.ts';
import type { Conditions, Origin } from '../../grants/grant.ts';
import type { Tightness } from '../../grants/tightness.ts';
import { splitAtWildcards } from '../../iam/pattern.ts';
import { originWords } from '../../report/words.ts';
import { tightnessStyle } from './glyphs.ts';
import { type Line, quoted } from './lines.ts';

/** A grant's resource, where its name comes from, and its conditions, as lines of a terminal. */

/** An ARN whose wildcards stand out. */
export function arnLine(arn: string, tightness: Tightness): Line {
  return splitAtWildcards(arn).flatMap((piece, index) =>
    piece === '' ? [] : index % 2 === 0 ? quoted(piece) : quoted(piece, tightnessStyle(tightness)),
  );
}

export function originLine(origin: Origin): Line {
  const nameOf = (path: string) => (path === '' ? "the execution's input" : stateName(path));
  return originWords(origin, nameOf).map((piece) =>
    typeof piece === 'string' ? quoted(piece, 'faint') : quoted(piece.code),
  );
}

export function conditionLines(conditions: Conditions | undefined): readonly Line[] {
  return Object.entries(conditions ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(
      ([key, values]): Line => [
        { text: 'only if ', style: 'faint' },
        quoted(key),
        { text: ` ${operator} `, style: 'faint' },
        quoted(values.join(' or ')),
      ],
    ),
  );
}
