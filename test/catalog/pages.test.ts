import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import records from '../../catalog/data/pages.json' with { type: 'json' };
import { citedPages } from '../../scripts/pages/cited.ts';
import { type Comparison, compare, exitStatus, type Records, recorded, report } from '../../scripts/pages/compare.ts';
import { contentOf, wordsOf } from '../../scripts/pages/page.ts';
import { pageSource } from '../../scripts/pages/source.ts';
import { OPTIMIZED } from '../../src/integrations/index.ts';
import printed from '../conformance/templates.json' with { type: 'json' };

/** The comparison of cited pages with those of today: npm run pages. */

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg';
const PAGE = `${GUIDE}/connect-sqs.html`;
const POLICY = '{"Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:us-east-1:123456789012:queue"}';
const MARKDOWN = `# Send messages\n\nSee [Integrating](integrate.md "integrate.md").\n\n\`\`\`\n${POLICY}\n\`\`\`\n`;
const HTML = `<html><head><script>let a = "iam:x";</script></head><body><h1>Send messages</h1><p>See <a href="i.html">Integrating</a>.</p><pre>${POLICY.replaceAll('"', '&quot;')}</pre></body></html>`;
const NOW = { read: '2026-12-01', from: 'a test' };

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
after(() => rmSync(folder, { recursive: true }));

function mirror(name: string, pages: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(pages)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, name);
}

async function compared(text: string | undefined, known: Records): Promise<Comparison> {
  const source = async () => {
    if (text === undefined) throw new Error('404');
    return text;
  };
  const [only] = await compare(new Map([[PAGE, ['src/integrations/sqs.ts']]]), known, source);
  assert.ok(only);
  return only;
}

const before: Records = { [PAGE]: { read: '2026-11-01', from: 'a test', ...contentOf(MARKDOWN) } };

describe('a page', () => {
  it('has the words of its policies, and the same text as Markdown and as HTML', () => {
    assert.deepEqual(wordsOf(MARKDOWN), ['sqs:sendmessage']);
    assert.deepEqual(contentOf(HTML), contentOf(MARKDOWN));
  });

  it('is as recorded, whatever its line breaks', async () => {
    const same = await compared(MARKDOWN.replaceAll('\n', '\n\n'), before);
    assert.equal(same.kind, 'same');
    assert.equal(exitStatus([same]), 0);
  });

  it('has other policies', async () => {
    const changed = await compared(MARKDOWN.replace('sqs:SendMessage', 'sqs:SendMessageBatch'), before);
    assert.deepEqual(report([changed]), [
      `${PAGE}: its policies differ from those of 2026-11-01: new sqs:sendmessagebatch; gone sqs:sendmessage; (src/integrations/sqs.ts)`,
      '1 pages are cited, 0 are as recorded, 1 have other policies, 0 have another text, 0 were never recorded, 0 could not be read.',
    ]);
    assert.equal(exitStatus([changed]), 1);
  });

  it('has another text', async () => {
    const changed = await compared(`${MARKDOWN}A new note.`, before);
    assert.equal(changed.kind, 'text');
    assert.match(report([changed])[0] ?? '', /its text differs from that of 2026-11-01/);
    assert.equal(exitStatus([changed]), 1);
  });

  it('of which the policies alone were taken down has the same policies', async () => {
    const same = await compared(`${MARKDOWN}A new note.`, {
      [PAGE]: { read: '2026-11-01', from: 'a test', words: ['sqs:sendmessage'] },
    });
    assert.equal(same.kind, 'same policies');
    assert.equal(exitStatus([same]), 0);
  });

  it('was never recorded', async () => {
    const unknown = await compared(MARKDOWN, {});
    assert.equal(unknown.kind, 'not recorded');
    assert.equal(exitStatus([unknown]), 1);
  });

  it('that cannot be read is said, and is no success', async () => {
    const unread = await compared(undefined, before);
    assert.deepEqual(report([unread])[0], `${PAGE}: it could not be read: 404 (src/integrations/sqs.ts)`);
    assert.equal(exitStatus([unread]), 2);
  });
});

it('what was read is recorded, what could not be read stays as it was', async () => {
  assert.deepEqual(recorded([await compared(MARKDOWN, {})], {}, NOW), {
    [PAGE]: { ...NOW, ...contentOf(MARKDOWN) },
  });
  assert.deepEqual(recorded([await compared(undefined, before)], before, NOW), before);
  assert.deepEqual(recorded([await compared(MARKDOWN, before)], before, NOW), before);
  assert.deepEqual(recorded([], before, NOW), {});
});

describe('a source of pages', () => {
  const pages = mirror('one', { 'step-functions/latest/dg/connect-sqs.md': MARKDOWN, 'a/b.html': HTML });

  it('is a folder with Markdown or HTML', async () => {
    assert.equal(await pageSource(pages)(PAGE), MARKDOWN);
    assert.equal(await pageSource(pages)('https://docs.aws.amazon.com/a/b.html'), HTML);
    await assert.rejects(pageSource(pages)('https://docs.aws.amazon.com/a/c.html'), /has no a\/c\.md or \.html/);
  });

  it('is refused where it is none', () => {
    assert.throws(() => pageSource(join(folder, 'none')), /none is no folder/);
    assert.throws(() => pageSource('https://example.com/docs'), /has no \{path\} in it/);
  });

  it('is an address that answers', async () => {
    await assert.rejects(pageSource('http://127.0.0.1:9/{path}.md')(PAGE));
  });
});

it('npm run pages names what it cannot read and fails', () => {
  const pages = mirror('two', { 'step-functions/latest/dg/connect-sqs.md': MARKDOWN });
  const { status, stdout } = spawnSync(process.execPath, ['scripts/pages.ts', '--from', pages], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stdout, /connect-sns\.html: it could not be read: .* \(src\/integrations\/sns\.ts\)/);
  assert.doesNotMatch(stdout, /connect-sqs\.html:/);
});

describe('the pages that the tables cite', () => {
  const cited = citedPages('.');

  it("have each optimized integration's own, and those that tables compose", async () => {
    const pages = await cited;
    for (const { page } of OPTIMIZED) assert.ok(pages.has(page), page);
    assert.ok([...pages.values()].some((files) => files.some((file) => file.startsWith('catalog/curated/'))));
  });

  it('are all that is recorded', async () => {
    const pages = await cited;
    assert.deepEqual(
      Object.keys(records).filter((page) => !pages.has(page)),
      [],
    );
  });
});

describe("AWS's templates in test/conformance are those of the recorded pages", () => {
  const NAMES: Readonly<Record<string, string>> = {
    dynamo: 'connect-ddb',
    'emr-eks': 'connect-emr-eks',
  };
  const known: Records = records;
  for (const [name, templates] of Object.entries(printed)) {
    const page = [NAMES[name], `connect-${name}`, name]
      .map((each) => `${GUIDE}/${each}.html`)
      .find((each) => known[each] !== undefined);
    const words = page === undefined ? undefined : known[page]?.words;
    if (words === undefined) continue;
    it(name, () => {
      const transcribed = wordsOf(JSON.stringify(templates.map(({ statements }) => statements)));
      // The page of today has no policies.
      assert.deepEqual(words, name === 'emr-eks' ? [] : transcribed);
    });
  }
});
