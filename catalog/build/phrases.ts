/** Lists of words that names are compared with, word by word: `user data` is in CustomUserDataText, `code` not in Codec. */
import { wordsOf } from './words.ts';

/** Tells which of the listed phrases a name holds. */
export type Phrases = (name: string) => boolean;

/** Lists of phrases, each list a text with commas. A plural is its singular. */
interface PhraseLists {
  /** The name holds one of these. */
  readonly within?: string;
  /** The name is one of these, and nothing else. */
  readonly whole?: string;
}

export function phrases({ within, whole }: PhraseLists): Phrases {
  const exact = new Set(listed(whole));
  const inside = listed(within).map((phrase) => ` ${phrase} `);
  return (name) => {
    const words = singular(name);
    return exact.has(words) || inside.some((phrase) => ` ${words} `.includes(phrase));
  };
}

function listed(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(',').map(singular);
}

function singular(name: string): string {
  return wordsOf(name)
    .replace(/ies\b/g, 'y')
    .replace(/(?<=\w\w)s\b/g, '');
}
