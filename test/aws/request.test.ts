import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attempt, collected, pagesFrom, unlessAbsent } from '../../src/aws/request.ts';

const refused = (name: string) => () => Promise.reject(Object.assign(new Error('no'), { name }));

describe('a request', () => {
  it('that is answered has its answer', async () => {
    assert.equal(await attempt('iam:GetRole', 'r', async () => 7), 7);
    assert.equal(await unlessAbsent('iam:GetRole', 'r', async () => 7), 7);
  });

  it('for what is absent is an error, or undefined where that is an answer', async () => {
    await assert.rejects(attempt('iam:GetRole', 'r', refused('NoSuchEntity')), /iam:GetRole on r: it does not exist/);
    assert.equal(await unlessAbsent('iam:GetRole', 'r', refused('NoSuchEntity')), undefined);
    await assert.rejects(
      unlessAbsent('iam:GetRole', 'r', refused('AccessDenied')),
      /access denied for iam:GetRole on r/,
    );
  });

  it('that fails tells what its caller wants told', async () => {
    const explain = (_: unknown, action: string, resource: string) => new Error(`own words: ${action} ${resource}`);
    for (const make of [attempt, unlessAbsent]) {
      await assert.rejects(
        make('iam:GetRole', 'r', refused('AccessDenied'), explain),
        /^Error: own words: iam:GetRole r$/,
      );
    }
  });
});

describe('the pages of a list', () => {
  const PAGES: Readonly<Record<string, { readonly items: readonly number[]; readonly nextToken?: string }>> = {
    first: { items: [1, 2], nextToken: 'b' },
    b: { items: [], nextToken: 'c' },
    c: { items: [3] },
  };

  it('are read to the end, each once, also where one is empty', async () => {
    const asked: (string | undefined)[] = [];
    const pages = pagesFrom(undefined, async (token) => {
      asked.push(token);
      return PAGES[token ?? 'first'];
    });
    assert.deepEqual(await collected(pages, ({ items }) => items), [1, 2, 3]);
    assert.deepEqual(asked, [undefined, 'b', 'c']);
  });

  it('are read from a token on', async () => {
    assert.deepEqual(
      await collected(
        pagesFrom('c', async (token) => PAGES[token ?? 'first']),
        ({ items }) => items,
      ),
      [3],
    );
  });

  it('are read no further than they are wanted', async () => {
    let asked = 0;
    for await (const _ of pagesFrom(undefined, async () => ({ nextToken: `${asked++}` }))) if (asked === 2) break;
    assert.equal(asked, 2);
  });

  it('end where nothing is found', async () => {
    assert.deepEqual(
      await collected(
        pagesFrom<{ nextToken?: string }>(undefined, async () => undefined),
        () => [1],
      ),
      [],
    );
  });
});
