import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { reportAssets } from '../../scripts/reportAssets.ts';
import { fit } from '../../src/analysis/fit.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { readWorkflow } from '../../src/asl/readWorkflow.ts';
import { type PlacedWorkflow, place } from '../../src/report/layout.ts';
import { reportPage } from '../../src/report/page.ts';
import { HOSTILE_NAMES, hostile, NESTED, ONE, workflow } from './definitions.ts';

async function pageOf(definition: JsonObject, title = 'orders'): Promise<string> {
  return reportPage(await fit(definition, { name: 'orders' }), title);
}

const SHAPES: readonly (readonly [name: string, definition: JsonObject])[] = [
  ['one state', ONE],
  ['nested three deep', NESTED],
  ['hostile names', hostile()],
  ['200 states', workflow(200)],
];

describe('the page needs nothing else', () => {
  for (const [name, definition] of SHAPES) {
    it(name, async () => {
      const page = await pageOf(definition);
      const tags = [...page.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
      const attributes = tags.flatMap((tag) => [...tag.matchAll(/\s([\w:-]+)="([^"]*)"/g)]);
      for (const [, attribute = '', value = ''] of attributes) {
        assert.doesNotMatch(attribute, /^(src|srcset|data|action|formaction|poster|xlink:href|on\w+|style)$/i);
        if (attribute === 'href') assert.match(value, /^(#[a-z][\w-]*|data:,)$/);
      }
      assert.ok(tags.some((tag) => /http-equiv="Content-Security-Policy" content="default-src 'none'; /.test(tag)));
      assert.equal(tags.filter((tag) => /^<script/.test(tag)).length, 1);
      assert.equal(tags.filter((tag) => /^<style/.test(tag)).length, 1);
      const style = page.slice(page.indexOf('<style>'), page.indexOf('</style>'));
      assert.doesNotMatch(style, /url\(|@import|@font-face/);
    });
  }
});

describe('the page leads from each to each', () => {
  for (const [name, definition] of SHAPES) {
    it(name, async () => {
      const page = await pageOf(definition);
      const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
      for (const [, target] of page.matchAll(/\shref="#([^"]*)"/g)) assert.ok(ids.includes(target), target);
      const nodes = [...page.matchAll(/<a class="node [^"]*" href="#(s-\d+)"/g)].map(([, id]) => id);
      const sections = [...page.matchAll(/<article id="(s-\d+)"/g)].map(([, id]) => id);
      // The state machine itself has a section where it has a finding, and no node.
      const itself = /<article id="(s-\d+)"[^>]*>(?:(?!<\/article>).)*?The state machine itself/s.exec(page)?.[1];
      assert.deepEqual(nodes.toSorted(), sections.filter((id) => id !== itself).toSorted());
    });
  }
});

describe('the page says', () => {
  it('what a state may do, why, where each resource comes from and what breaks without it', async () => {
    const definition = JSON.parse(readFileSync('examples/order-fulfilment.asl.json', 'utf8'));
    const text = textOf(await pageOf(definition));
    assert.match(text, /a lost event would leave Take payment hanging for ever/);
    assert.match(text, /the definition says it in StateMachineArn/);
    assert.match(text, /TopicArn is known only at run time: \$\.topic/);
    assert.match(text, /only if iam:PassedToService StringEquals scheduler\.amazonaws\.com/);
    assert.match(text, /In the policy a wider resource covers it: arn:aws:s3:::acme-orders\/\*/);
    assert.match(text, /A permission is one action on one resource: /);
  });

  it('that nothing is called, and that nothing was found', async () => {
    const text = textOf(await pageOf(ONE));
    assert.match(text, /This workflow calls nothing: its role needs no permission at all/);
    assert.match(text, /None: nothing in this definition needs a person's attention/);
  });

  it("what another role needs, and the state machine's own permissions", async () => {
    const role = 'arn:aws:iam::444455556666:role/theirs';
    const Resource = 'arn:aws:states:::dynamodb:getItem';
    const task = { Type: 'Task', Resource, Parameters: { TableName: 't' }, Credentials: { RoleArn: role }, End: true };
    const definition = { StartAt: 'A', States: { A: task } };
    const text = textOf(reportPage(await fit(definition, { logging: true }), 't'));
    assert.match(text, /Roles that tasks assume.*444455556666:role\/theirs/s);
    assert.match(text, /The state machine itself/);
  });

  it('that an API is not known, and that a transition leads nowhere', async () => {
    const task = { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:scanAll', Next: 'Nowhere' };
    const text = textOf(await pageOf({ StartAt: 'A', States: { A: task, B: { Type: 'Fail' } } }));
    assert.match(text, /incomplete/);
    assert.match(text, /on to Nowhere, which is no state here/);
    assert.match(text, /fails the workflow/);
  });

  it('a policy that is the same JSON when its blocks are put together', async () => {
    for (const definition of [hostile(), workflow(40), ONE]) {
      const fitted = await fit(definition);
      const page = reportPage(fitted, 't');
      const policy = page.slice(page.indexOf('id="policy"'), page.indexOf('</main>'));
      const blocks = [...policy.matchAll(/<pre class="json[^"]*">(.*?)<\/pre>/gs)].map(([, text = '']) =>
        unescaped(text),
      );
      assert.deepEqual(JSON.parse(blocks.join('')), JSON.parse(JSON.stringify(fitted.policy)));
    }
  });
});

/** What a reader reads. */
function textOf(page: string): string {
  return unescaped(page.slice(page.indexOf('<body>')).replaceAll(/<[^>]*>/g, ''));
}

function unescaped(text: string): string {
  const chars: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replaceAll(/&(#?\w+);/g, (whole, name: string) => chars[name] ?? whole);
}

describe('hostile names', () => {
  it('stay text', async () => {
    const page = await pageOf(hostile(), HOSTILE_NAMES[0]);
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.equal(page.match(/<\/script/g)?.length, 1);
    assert.doesNotMatch(page, /<img|<h1>hit|<svg onload|\u202e/);
    assert.doesNotMatch(page, /href="javascript/);
  });
});

describe('the drawing', () => {
  const SIZE = { width: 200, height: 60 };
  const boxes = ({ states }: PlacedWorkflow) => states.map(({ x, y, width, height }) => ({ x, y, width, height }));

  for (const [name, definition] of [...SHAPES, ['1500 states', workflow(1500)] as const]) {
    it(`no card covers another: ${name}`, () => {
      const check = (placed: PlacedWorkflow): void => {
        const sorted = boxes(placed).toSorted((a, b) => a.y - b.y);
        for (const [index, a] of sorted.entries()) {
          assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= placed.width && a.y + a.height <= placed.height);
          for (const b of sorted.slice(index + 1)) {
            if (b.y >= a.y + a.height) break;
            assert.ok(b.x >= a.x + a.width || a.x >= b.x + b.width, 'two cards in one place');
          }
        }
        for (const { inner } of placed.states) for (const { workflow: part } of inner) check(part);
      };
      check(place(readWorkflow(definition), () => SIZE));
    });
  }

  it('says where it does not draw every transition', () => {
    assert.deepEqual(
      place(readWorkflow(workflow(1500)), () => SIZE).notes.map(({ text }) => text),
      ['Not all transitions are drawn'],
    );
  });

  it('draws every transition, and one note for a handler of many', () => {
    const { edges, notes } = place(readWorkflow(workflow(40)), () => SIZE);
    assert.ok(edges.every(({ points }) => points.length > 1));
    assert.deepEqual(notes, []);
    assert.match(place(readWorkflow(workflow(200)), () => SIZE).notes[0]?.text ?? '', /^errors of \d+ states$/);
  });
});

describe('the page is made the same each time', () => {
  it('the same definition gives the same bytes', async () => {
    assert.equal(await pageOf(workflow(40)), await pageOf(workflow(40)));
  });

  it('its script and style are those that src/report/browser has; npm run generated writes them', async () => {
    assert.equal(readFileSync('src/report/assets.json', 'utf8'), await reportAssets());
  });
});
