/** Compares what was recorded of pages with what they are today. */
import type { Cited } from './cited.ts';
import { contentOf, type PageContent, type PageRecord } from './page.ts';
import type { PageSource } from './source.ts';

export type Records = Readonly<Record<string, PageRecord>>;

export type Comparison = { readonly page: string; readonly files: readonly string[] } & (
  | { readonly kind: 'same' }
  /** The same policies; of the text nothing was recorded. */
  | { readonly kind: 'same policies'; readonly content: PageContent }
  | { readonly kind: 'text'; readonly read: string; readonly content: PageContent }
  | {
      readonly kind: 'policies';
      readonly read: string;
      readonly added: readonly string[];
      readonly gone: readonly string[];
      readonly content: PageContent;
    }
  | { readonly kind: 'not recorded'; readonly content: PageContent }
  | { readonly kind: 'unread'; readonly reason: string }
);

/** One page after the other: AWS's site is no place to hurry. */
export async function compare(cited: Cited, records: Records, source: PageSource): Promise<readonly Comparison[]> {
  const compared: Comparison[] = [];
  for (const [page, files] of cited) {
    let text: string;
    try {
      text = await source(page);
    } catch (error) {
      compared.push({ page, files, kind: 'unread', reason: error instanceof Error ? error.message : String(error) });
      continue;
    }
    compared.push({ page, files, ...compareOne(contentOf(text), new Map(Object.entries(records)).get(page)) });
  }
  return compared;
}

type Outcome<Kind = Comparison> = Kind extends unknown ? Omit<Kind, 'page' | 'files'> : never;

function compareOne(content: PageContent, record: PageRecord | undefined): Outcome {
  if (record === undefined) return { kind: 'not recorded', content };
  const { words, digest, read } = record;
  if (words !== undefined) {
    const added = content.words.filter((word) => !words.includes(word));
    const gone = words.filter((word) => !content.words.includes(word));
    if (added.length + gone.length > 0) return { kind: 'policies', read, added, gone, content };
  }
  if (digest === undefined) return { kind: 'same policies', content };
  return digest === content.digest ? { kind: 'same' } : { kind: 'text', read, content };
}

/** What a person reads: the pages that differ, then those that could not be read, then the sum. */
export function report(compared: readonly Comparison[]): readonly string[] {
  const count = (kind: Comparison['kind']) => compared.filter((each) => each.kind === kind).length;
  const sum = [
    `${compared.length} pages are cited`,
    `${count('same') + count('same policies')} are as recorded`,
    `${count('policies')} have other policies`,
    `${count('text')} have another text`,
    `${count('not recorded')} were never recorded`,
    `${count('unread')} could not be read`,
  ];
  return [...compared.flatMap(linesOf), `${sum.join(', ')}.`];
}

function linesOf(compared: Comparison): readonly string[] {
  const line = (what: string) => [`${compared.page}: ${what} (${compared.files.join(', ')})`];
  switch (compared.kind) {
    case 'same':
    case 'same policies':
    case 'not recorded':
      return [];
    case 'text':
      return line(`its text differs from that of ${compared.read}; its policies have the same words`);
    case 'policies':
      return line(
        `its policies differ from those of ${compared.read}:${words('new', compared.added)}${words('gone', compared.gone)}`,
      );
    case 'unread':
      return line(`it could not be read: ${compared.reason}`);
  }
}

function words(what: string, list: readonly string[]): string {
  return list.length === 0 ? '' : ` ${what} ${list.join(' ')};`;
}

/** 2 where a page could not be read, 1 where one differs or was never recorded. */
export function exitStatus(compared: readonly Comparison[]): 0 | 1 | 2 {
  if (compared.some(({ kind }) => kind === 'unread')) return 2;
  return compared.every(({ kind }) => kind === 'same' || kind === 'same policies') ? 0 : 1;
}

/** The records with what was read today; pages that nothing cites any more are left out. */
export function recorded(
  compared: readonly Comparison[],
  records: Records,
  now: { readonly read: string; readonly from: string },
): Records {
  const known = new Map(Object.entries(records));
  return Object.fromEntries(
    compared.flatMap((each): readonly (readonly [string, PageRecord])[] => {
      const before = known.get(each.page);
      if ('content' in each) return [[each.page, { ...now, ...each.content }]];
      return before === undefined ? [] : [[each.page, before]];
    }),
  );
}
