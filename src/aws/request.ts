import { type Explain, errorKind, explainToOwner } from './errors.ts';

/** How every request to AWS is made: its errors say what to change, and a list is read to its end. */

/** Makes a request. `action` is the IAM action that it needs on `resource`; `explain` says what an error is to tell. */
export async function attempt<T>(
  action: string,
  resource: string,
  request: () => Promise<T>,
  explain: Explain = explainToOwner,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw explain(error, action, resource);
  }
}

/** Makes a request; undefined where what it names does not exist. */
export async function unlessAbsent<T>(
  action: string,
  resource: string,
  request: () => Promise<T>,
  explain: Explain = explainToOwner,
): Promise<T | undefined> {
  try {
    return await request();
  } catch (error) {
    if (errorKind(error, action) === 'absent') return undefined;
    throw explain(error, action, resource);
  }
}

/** All items of a list that the SDK reads page by page. */
export async function collected<Page, T>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly T[],
): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...itemsOf(page));
  return all;
}

interface TokenPage {
  /** Where the next page begins; undefined on the last one. */
  readonly nextToken?: string | undefined;
}

/** The pages of a list, from a token on, one request each as they are wanted; it ends where `read` finds nothing. */
export async function* pagesFrom<Page extends TokenPage>(
  token: string | undefined,
  read: (token: string | undefined) => Promise<Page | undefined>,
): AsyncGenerator<Page> {
  let next = token;
  do {
    const page = await read(next);
    if (page === undefined) return;
    yield page;
    next = page.nextToken;
  } while (next !== undefined);
}
