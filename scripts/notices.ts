import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** Data that is made of packages which no code imports. */
const MADE_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['src/terraform/data/parser.json', ['node_modules/@tree-sitter-grammars/tree-sitter-hcl']],
]);

/** The licences of the packages that a bundle contains, which go where their code goes. */
export function noticesOf({ outputs }: Metafile): string {
  const folders = new Set(
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
        bytesInOutput > 0 ? (MADE_OF.get(path) ?? folderOf(path) ?? []) : [],
      ),
    ),
  );
  const packages = [...folders].toSorted().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
    return { title: `${name} ${version} (${license})`, text };
  });
  const titles = new Map<string, string[]>();
  for (const { title, text } of packages) titles.set(text, [...(titles.get(text) ?? []), title]);
  return [...titles].map(([text, of]) => `${of.join('\n')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/@aws-sdk/core/dist-es/index.js` → `node_modules/@aws-sdk/core`; the innermost of nested packages. */
function folderOf(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}
