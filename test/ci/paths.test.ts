import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, test } from 'node:test';

/** The pages name files and folders of the repository: where one moves, its page moves with it. */

const PAGES = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md'), ...globSync('docs/decisions/*.md')];

const ROOMS = ['bench', 'catalog', 'docs', 'examples', 'functions', 'infra', 'schemas', 'scripts', 'src', 'test'];

/** Files and folders of the repository. */
const FILES: ReadonlySet<string> = new Set([...globSync(['*', ...ROOMS.map((room) => `${room}/**/*`)])]);

/** What a page names: paths from the root or a part of one, in code spans, and the targets of its links. */
function namedIn(page: string, text: string): readonly string[] {
  const prose = text.replaceAll(/^( *)```[\s\S]*?^\1```/gm, '');
  const spans = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, span = '']) => span);
  const links = [...prose.matchAll(/\]\((?![a-z]+:)([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target);
  return [
    ...spans.filter((span) => isPath(span) || /^[\w.-]+(?:\/[\w.-]+)*\.ts$/.test(span)),
    ...links.map((target) => posix.join(posix.dirname(page), target)),
  ];
}

/** True for `src/asl` and `test/cli/golden`, not for `src` or `docs/…`. */
function isPath(span: string): boolean {
  return ROOMS.some((room) => span.startsWith(`${room}/`)) && !/[<>*…{}]/.test(span);
}

/** What CONTRIBUTING.md has its reader write, what a project of Amplify has, and folders that docs/escalation-paths.md cites. */
const NOT_OURS: ReadonlySet<string> = new Set([
  'src/integrations/acme.ts',
  'amplify/backend.ts',
  'docs/labs',
  'docs/reference/modules',
]);

/** True where the repository has the path, or a file whose path ends so: `check.ts`, `flow/flow.ts`. */
function exists(named: string): boolean {
  const path = named.replace(/\/$/, '').replace(/:\d+$/, '');
  return FILES.has(path) || [...FILES].some((file) => file.endsWith(`/${path}`));
}

describe('the pages', () => {
  for (const page of PAGES) {
    test(`${page} names only what the repository has`, () => {
      const named = namedIn(page, readFileSync(page, 'utf8'));
      assert.deepEqual(
        named.filter((each) => !exists(each) && !NOT_OURS.has(each)),
        [],
      );
    });
  }

  test('paths are found in code spans and links, not in blocks of code', () => {
    const text =
      '`src/a.ts`, [b](b.md#c), [d](https://d.example/e.md), `flow/x.ts`, `npm test`\n```\n`src/f.ts`\n```\n';
    assert.deepEqual(namedIn('docs/page.md', text), ['src/a.ts', 'flow/x.ts', 'docs/b.md']);
  });

  test('name many', () => {
    const named = PAGES.flatMap((page) => namedIn(page, readFileSync(page, 'utf8')));
    assert.ok(named.filter(isPath).length > 60, `${named.length}`);
  });
});
