/** Lists of words that names are compared with, word by word: `user data` is in CustomUserDataText, `code` not in Codec. */
import { wordsOf } from './words.ts';

/** Tells which of the listed phrases a name holds. */
export type Phrases = (name: string) => boolean;

/**
 * Phrases, separated by commas; of one with `=` before it nothing else may stand in the name. A plural is its singular.
 */
export function phrases(list: string): Phrases {
  const all = list.split(',').map((phrase) => phrase.trim());
  const exact = new Set(all.filter((one) => one.startsWith('=')).map(singular));
  const inside = all.filter((one) => !one.startsWith('=')).map((one) => ` ${singular(one)} `);
  return (name) => {
    const words = singular(name);
    return exact.has(words) || inside.some((phrase) => ` ${words} `.includes(phrase));
  };
}

function singular(name: string): string {
  return wordsOf(name)
    .replace(/ies\b/g, 'y')
    .replace(/(?<=\w\w)s\b/g, '');
}
