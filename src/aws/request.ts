import { type Explain, errorKind, explainToOwner } from './errors.ts';

/** Requests to AWS: errors say what to change, and lists are read to the end. */

/** Makes a request. `action` is the IAM action that it needs on `resource`; `explain` translates errors. */
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

/** Makes a request; undefined if what it names doesn't exist. */
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

/** Collects the items of all pages. */
export async function collected<Page, T>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly T[],
): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...itemsOf(page));
  return all;
}

interface TokenPage {
  /** The token of the next page; undefined on the last one. */
  readonly nextToken?: string | undefined;
}

/** The pages of a list from a token on, one request per page as it is consumed. Ends when `read` finds nothing. */
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
