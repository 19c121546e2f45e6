import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { CHROMIUM } from '../../scripts/chromium.ts';
import { type FitOptions, fit } from '../../src/analysis/fit.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { reportPage } from '../../src/report/page.ts';
import { HOSTILE_NAMES, hostile, NESTED, ONE, workflow } from '../report/definitions.ts';

/** The report as a person has it: a file in a browser, without a network. */

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WIDE = { viewport: { width: 1280, height: 900 } } as const;
const PHONE = { viewport: { width: 390, height: 844 } } as const;
const SHAPES = {
  one: ONE,
  nested: NESTED,
  hostile: hostile(),
  small: workflow(5),
  middle: workflow(40),
  large: workflow(200),
} satisfies Readonly<Record<string, JsonObject>>;
type Shape = keyof typeof SHAPES;
/** Every key is known, so no finding adds a section for the state machine itself to those of its states. */
const OPTIONS: FitOptions = {
  name: 'orders',
  facts: [{ resource: 'arn:*:*:*:*:*', facts: { key: 'none' }, source: 'commandLine', place: 'test' }],
};

let browser: Browser;
let folder = '';
before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  folder = mkdtempSync(join(tmpdir(), 'rolefit-report-'));
  for (const [name, definition] of Object.entries(SHAPES)) {
    writeFileSync(join(folder, `${name}.html`), reportPage(await fit(definition, OPTIONS), name));
  }
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Opens a report; the test fails where the page logs an error or asks for anything but itself. */
async function withPage(
  shape: Shape,
  options: BrowserContextOptions,
  test: (page: Page) => Promise<void>,
  hash = '',
): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  const address = pathToFileURL(join(folder, `${shape}.html`)).href;
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address && request.url() !== 'data:,') problems.push(request.url());
  });
  try {
    await page.goto(address + hash);
    await test(page);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

const chosen = (page: Page) => page.locator('article.state.chosen');
const focused = (page: Page) =>
  page.evaluate('document.activeElement.getAttribute("data-state") ?? document.activeElement.id');

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).slice(0, 3).join("; ")}`))',
  );
  assert.ok(Array.isArray(found));
  return found.map(String);
}

describe('a state is chosen', () => {
  it('by a click in the drawing: its section shows, the card is marked, the address names it', () =>
    withPage('middle', WIDE, async (page) => {
      await page.locator('#drawing a.node', { hasText: 'Announce the payment' }).first().click();
      await chosen(page).getByRole('heading', { name: 'Announce the payment', level: 3 }).waitFor();
      assert.equal(await chosen(page).count(), 1);
      assert.match(String(await chosen(page).textContent()), /TopicArn is known only at run time: \$\.topic/);
      const id = await chosen(page).getAttribute('id');
      assert.equal(new URL(page.url()).hash, `#${id}`);
      assert.equal(await page.locator('#drawing a.node[aria-current]').getAttribute('data-state'), id);
      await page.goBack();
      assert.equal(await chosen(page).count(), 0);
    }));

  it('by an address', () =>
    withPage('middle', WIDE, async (page) => assert.equal(await chosen(page).getAttribute('id'), 's-3'), '#s-3'));

  it('from a statement of the policy, and leads back to it', () =>
    withPage('middle', WIDE, async (page) => {
      const link = page.locator('#p-2 .from a[data-state]').first();
      const name = String(await link.textContent());
      await link.click();
      await chosen(page).getByRole('heading', { name, level: 3 }).waitFor();
      await chosen(page).getByRole('link', { name: 'statement 2' }).first().click();
      assert.equal(new URL(page.url()).hash, '#p-2');
      await page.locator('#p-2').waitFor();
    }));

  it('on a phone in a sheet that comes up and can be closed', () =>
    withPage('middle', PHONE, async (page) => {
      await page.locator('#outline').getByRole('link', { name: 'Store stock' }).first().click();
      const box = await page.locator('#panel').boundingBox();
      assert.ok(box && Math.abs(box.y + box.height - 844) < 2, 'at the lower edge');
      const card = await page.locator('#drawing a.node[aria-current] .card').boundingBox();
      assert.ok(card && card.y >= 0 && card.y + 60 < box.y, 'the card is in sight above it');
      await page.getByRole('button', { name: 'All states' }).click();
      assert.equal(await chosen(page).count(), 0);
    }));
});

describe('the keyboard', () => {
  it('reaches everything: Tab once to the drawing, arrows within, Enter, Escape', () =>
    withPage('middle', WIDE, async (page) => {
      const stops: string[] = [];
      for (let press = 0; press < 9; press++) {
        await page.keyboard.press('Tab');
        stops.push(String(await focused(page)));
      }
      assert.deepEqual(stops.slice(1), [
        'search',
        'only-wildcards',
        'only-findings',
        's-0',
        'zoom-out',
        'zoom-fit',
        'zoom-in',
        's-0',
      ]);
      await page.locator('#drawing a.node').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(page), 's-2');
      await page.keyboard.press('ArrowUp');
      assert.equal(await focused(page), 's-1');
      await page.keyboard.press('Enter');
      assert.equal(await chosen(page).getAttribute('id'), 's-1');
      assert.equal(await focused(page), 's-1', 'the section has the focus');
      await page.keyboard.press('Escape');
      assert.equal(await chosen(page).count(), 0);
      assert.equal(await page.evaluate('document.activeElement.matches("#drawing a.node[data-state=s-1]")'), true);
      await page.keyboard.press('End');
      assert.equal(
        await page.evaluate('document.activeElement === [...document.querySelectorAll("#drawing a.node")].at(-1)'),
        true,
      );
    }));

  it('moves between the branches of a Parallel', () =>
    withPage('nested', WIDE, async (page) => {
      await page.locator('#drawing a.node', { hasText: 'Left, step 1' }).focus();
      await page.keyboard.press('ArrowRight');
      assert.match(String(await page.evaluate('document.activeElement.textContent')), /^Right, step 1/);
    }));

  it('searches with /, chooses with Enter, moves in the list', () =>
    withPage('middle', WIDE, async (page) => {
      await page.keyboard.press('/');
      assert.equal(await focused(page), 'search');
      await page.keyboard.type('sns:publish');
      assert.match(String(await page.locator('#status').textContent()), /^\d+ of 40$/);
      await page.keyboard.press('Enter');
      assert.match(String(await chosen(page).textContent()), /sns:Publish/);
      await page.keyboard.press('Escape');
      assert.equal(await focused(page), 'search');
      await page.locator('#outline a[tabindex="0"]').focus();
      const first = await focused(page);
      await page.keyboard.press('ArrowDown');
      assert.notEqual(await focused(page), first);
    }));

  it('shows where the focus is', () =>
    withPage('small', WIDE, async (page) => {
      await page.locator('#search').focus();
      for (let press = 0; press < 3; press++) await page.keyboard.press('Tab');
      const stroke = await page.evaluate('getComputedStyle(document.activeElement.querySelector(".card")).strokeWidth');
      assert.equal(stroke, '3.5px');
    }));
});

describe('search and filters', () => {
  const visible = (page: Page) => page.locator('#outline li:visible').count();

  it('finds by name, by action and by resource, and says how many', () =>
    withPage('middle', WIDE, async (page) => {
      for (const [words, count] of [
        ['store stock', 1],
        ['lambda:InvokeFunction step-0', 2],
        ['zzz', 0],
      ] as const) {
        await page.locator('#search').fill(words);
        assert.equal(await visible(page), count, words);
        assert.equal(await page.locator('#drawing a.node:not(.faded)').count(), count, words);
        assert.equal(await page.locator('#status').textContent(), `${count} of 40`);
      }
      await page.locator('#search').fill('tell the team');
      const [match, box] = [
        await page.locator('#drawing a.node:not(.faded) .card').boundingBox(),
        await page.locator('#canvas').boundingBox(),
      ];
      assert.ok(match && box && match.y >= box.y && match.y < box.y + box.height, 'the drawing shows it');
      await page.locator('#search').fill('zzz');
      assert.match(String(await page.locator('#none').textContent()), /^Nothing matches/);
      await page.locator('#search').press('Escape');
      assert.equal(await visible(page), 40);
    }));

  it('shows only states with wildcards, or with findings', () =>
    withPage('middle', WIDE, async (page) => {
      for (const name of ['Wildcards', 'Findings']) {
        const button = page.getByRole('button', { name });
        const count = Number((await button.textContent())?.replace(/\D/g, ''));
        await button.click();
        assert.equal(await button.getAttribute('aria-pressed'), 'true');
        assert.equal(await visible(page), count);
        await button.click();
        assert.equal(await visible(page), 40);
      }
    }));

  it('explains an empty answer', () =>
    withPage('one', WIDE, async (page) => {
      await page.getByRole('button', { name: 'Wildcards' }).click();
      assert.match(String(await page.locator('#none').textContent()), /every resource is named/);
    }));
});

describe('zoom', () => {
  it('begins where the workflow starts, with the name of its first state in sight', async () => {
    for (const shape of ['nested', 'large', 'one'] as const) {
      await withPage(shape, PHONE, async (page) => {
        const name = await page.locator('#drawing .name').first().boundingBox();
        assert.ok(name && name.x >= 0 && name.x < 300, shape);
      });
    }
  });

  it('enlarges, reduces and fits', () =>
    withPage('large', WIDE, async (page) => {
      const width = async () => (await page.locator('#drawing').boundingBox())?.width ?? 0;
      const initial = await width();
      await page.getByRole('button', { name: 'Larger' }).click();
      assert.ok((await width()) > initial);
      await page.getByRole('button', { name: 'Smaller' }).click();
      await page.getByRole('button', { name: 'Smaller' }).click();
      assert.ok((await width()) < initial);
      await page.getByRole('button', { name: 'Fit' }).click();
      const canvas = await page.locator('#canvas').boundingBox();
      assert.ok(canvas && (await width()) <= canvas.width);
    }));
});

describe('no accessibility violation (axe)', () => {
  const ALL = ['one', 'nested', 'hostile', 'middle'] as const;
  for (const [name, options] of [
    ['wide', WIDE],
    ['phone', PHONE],
    ['wide and dark', { ...WIDE, colorScheme: 'dark' }],
    ['phone and dark', { ...PHONE, colorScheme: 'dark' }],
  ] as const) {
    for (const shape of name === 'wide' || name === 'phone and dark' ? ALL : (['middle'] as const)) {
      it(`${shape}, ${name}`, () =>
        withPage(shape, options, async (page) => {
          assert.deepEqual(await violations(page), []);
          await page.getByRole('button', { name: 'Findings' }).click();
          await page.locator('#search').fill('a');
          await page.locator('#drawing a.node').last().dispatchEvent('click');
          assert.equal(await chosen(page).count(), 1);
          assert.deepEqual(await violations(page), []);
        }));
    }
  }
});

describe('every width', () => {
  for (const shape of ['nested', 'hostile', 'large'] as const) {
    for (const width of [320, 390, 860, 1280]) {
      it(`${shape} at ${width} does not scroll sideways`, () =>
        withPage(shape, { viewport: { width, height: 800 } }, async (page) => {
          const [scroll, client] = [
            await page.evaluate('document.documentElement.scrollWidth'),
            await page.evaluate('document.documentElement.clientWidth'),
          ];
          assert.equal(scroll, client);
        }));
    }
  }

  it('no text leaves its card', () =>
    withPage('hostile', WIDE, async (page) => {
      const outside = await page.evaluate(
        '[...document.querySelectorAll("#drawing a.node")].flatMap((node) => { const card = node.querySelector(".card").getBoundingClientRect(); return [...node.querySelectorAll("text")].filter((text) => text.getBoundingClientRect().right > card.right + 1).map((text) => text.textContent); })',
      );
      assert.deepEqual(outside, []);
    }));
});

describe('hostile names', () => {
  it('are read and never run', () =>
    withPage('hostile', WIDE, async (page) => {
      for (const node of await page.locator('#outline a').all()) await node.dispatchEvent('click');
      assert.equal(await page.evaluate('globalThis.hit'), undefined);
      await page.goto(page.url().split('#')[0] ?? '');
      const names: unknown = await page.evaluate(
        '[...document.querySelectorAll("#outline .of")].map((name) => name.textContent)',
      );
      const expected = HOSTILE_NAMES.map((name) =>
        name.trim() === '' ? '(blank name)' : name.replace('\u202e', '⟨U+202E⟩').replace('\u202c', '⟨U+202C⟩'),
      );
      assert.deepEqual(names, expected);
    }));
});

describe('dark, on paper, without JavaScript', () => {
  it('is dark where the reader wants it dark', () =>
    withPage('small', { ...WIDE, colorScheme: 'dark' }, async (page) => {
      assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(19, 22, 25)');
    }));

  it('prints every state, statement and finding, and no controls', () =>
    withPage('middle', WIDE, async (page) => {
      await page.locator('#outline a').first().click();
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('article.state:visible').count(), 40);
      assert.ok((await page.locator('.statement:visible').count()) > 5);
      for (const part of ['#toolbar', '#outline', '#zoom', '#copy', '#back'])
        assert.equal(await page.locator(part).isVisible(), false, part);
      assert.ok((await page.pdf()).length > 10_000);
    }));

  it('says everything without JavaScript, and shows no dead controls', () =>
    withPage('middle', { ...WIDE, javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator('article.state:visible').count(), 40);
      assert.equal(await page.locator('#drawing a.node:visible').count(), 40);
      assert.ok((await page.locator('.statement:visible').count()) > 5);
      assert.equal(await page.locator('button:visible').count(), 0);
      await page.locator('#drawing a.node').nth(5).click();
      assert.match(page.url(), /#s-5$/);
    }));
});

describe('the policy', () => {
  it('is copied as it stands in the page', () =>
    withPage('middle', { ...WIDE, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.getByRole('button', { name: 'Copy policy' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const { policy } = await fit(SHAPES.middle, OPTIONS);
      assert.deepEqual(
        JSON.parse(String(await page.evaluate('navigator.clipboard.readText()'))),
        JSON.parse(JSON.stringify(policy)),
      );
    }));
});

describe('speed', () => {
  it('200 states open in less than a second', async (test) => {
    const times: number[] = [];
    for (let run = 0; run < 3; run++) {
      await withPage('large', WIDE, async (page) => {
        await page.waitForLoadState('load');
        times.push(Number(await page.evaluate('performance.getEntriesByType("navigation")[0].loadEventEnd')));
        const start = performance.now();
        await page.locator('#search').fill('publish');
        await page.locator('#status').filter({ hasText: 'of' }).waitFor();
        test.diagnostic(`search: ${Math.round(performance.now() - start)} ms`);
      });
    }
    test.diagnostic(`open: ${times.map(Math.round).join(', ')} ms`);
    assert.ok(Math.min(...times) < 1000, `${times}`);
  });
});
