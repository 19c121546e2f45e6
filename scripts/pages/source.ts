/** Where pages are read: a folder that mirrors AWS's documentation, or an address with `{path}` in it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a page; throws with the reason where it cannot be read. */
export type PageSource = (page: string) => Promise<string>;

const SITE = 'https://docs.aws.amazon.com/';
/** AWS publishes each page as Markdown as well. */
export const AWS_DOCS = `${SITE}{path}.md`;

export function pageSource(from: string): PageSource {
  return /^https?:\/\//.test(from) ? addressSource(from) : folderSource(from);
}

/** `https://docs.aws.amazon.com/sns/latest/dg/a.html` is `sns/latest/dg/a`. */
function pathOf(page: string): string {
  return page.slice(SITE.length).replace(/\.html$/, '');
}

function folderSource(folder: string): PageSource {
  if (!existsSync(folder)) throw new Error(`${folder} is no folder`);
  return async (page) => {
    const file = ['.md', '.html'].map((end) => join(folder, `${pathOf(page)}${end}`)).find(existsSync);
    if (file === undefined) throw new Error(`${folder} has no ${pathOf(page)}.md or .html`);
    return readFileSync(file, 'utf8');
  };
}

function addressSource(template: string): PageSource {
  if (!template.includes('{path}')) throw new Error(`${template} has no {path} in it`);
  return async (page) => {
    const address = template.split('{path}').join(pathOf(page));
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
    return answer.text();
  };
}
