/** The pages of AWS's documentation that the tables cite, in comments and in their values. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where facts of AWS stand with the page that says them. Folders made by scripts (`data`) have none of their own. */
const CITING: readonly string[] = ['src/integrations', 'src/grants', 'src/sdk', 'catalog/curated'];

const PAGE = /https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html/g;

/** Page without its fragment → the files that cite it. */
export type Cited = ReadonlyMap<string, readonly string[]>;

export async function citedPages(root: string, folders: readonly string[] = CITING): Promise<Cited> {
  const cited = new Map<string, Set<string>>();
  for (const file of folders.flatMap((folder) => sourcesIn(root, folder))) {
    const texts = [readFileSync(join(root, file), 'utf8')];
    // Tables compose addresses: their values have them whole.
    if (file.startsWith('catalog/')) texts.push(...textsIn(await import(pathToFileURL(join(root, file)).href)));
    for (const [page] of texts.flatMap((text) => [...text.matchAll(PAGE)])) {
      const files = cited.get(page) ?? new Set();
      cited.set(page, files.add(file));
    }
  }
  return new Map([...cited].map(([page, files]) => [page, [...files].toSorted()] as const).toSorted(byPage));
}

function byPage([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function sourcesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ name }) => `${folder}/${name}`)
    .toSorted();
}

/** All texts in a value, at any depth. */
function textsIn(value: unknown, seen: Set<unknown> = new Set()): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const parts = value instanceof Map || value instanceof Set ? [...value].flat() : Object.values(value);
  return parts.flatMap((part) => textsIn(part, seen));
}
