import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { pathToFileURL } from 'node:url';
import { FUNCTION, STACK_EVENT } from '../functions/guardEvents.ts';

/** The guard's bundle as Lambda has it: a folder of its own, without node_modules, whose thread is a file beside it. */

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolefit-guard-'));
  await cp('dist/guard', folder, { recursive: true });
});
after(() => rm(folder, { recursive: true, force: true }));

describe('the guard’s bundle', () => {
  it('says what docs/guard.md shows, a cold start included, in seconds', async () => {
    const page = readFileSync('docs/guard.md', 'utf8');
    const [, template = ''] = /```yaml\n(.*?)```/s.exec(page) ?? [];
    const [, said = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
    mock.method(globalThis, 'fetch', async () => new Response(JSON.stringify({ template })));
    const began = performance.now();
    const { handler } = await import(pathToFileURL(join(folder, 'index.mjs')).href);
    const { clientRequestToken, ...answer } = await handler(STACK_EVENT, { invokedFunctionArn: FUNCTION });
    assert.deepEqual(answer, JSON.parse(said));
    assert.equal(clientRequestToken, STACK_EVENT.clientRequestToken);
    assert.ok(performance.now() - began < 10_000);
  });
});
