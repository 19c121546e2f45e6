import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { answer } from '../../functions/role-policy/answer.ts';

/** Where the hook's answers go: whoever sends a request chooses the address. */

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  if (request.url !== '/moved') response.writeHead(307, { location: '/moved' });
  response.end();
});
let address = '';
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = typeof bound === 'object' && bound ? `http://127.0.0.1:${bound.port}` : '';
});
after(() => server.close());

function send(ResponseURL: string): Promise<void> {
  const request = { ResponseURL, StackId: 's', RequestId: 'r', LogicalResourceId: 'l' };
  return answer(request, { logStreamName: 'log' }, { physicalId: 'p', data: {} });
}

describe('an answer', { concurrency: true }, () => {
  it('is not sent on to where its address leads', async () => {
    process.env['AWS_ENDPOINT_URL'] = address;
    await assert.rejects(send(`${address}/first`), /could not be delivered/);
    delete process.env['AWS_ENDPOINT_URL'];
    assert.ok(asked.length > 1 && asked.every((request) => request === 'PUT /first'), asked.join());
    asked.length = 0;
    await assert.rejects(send(`${address}/inside`), /could not be delivered: it is no https address/);
    assert.deepEqual(asked, []);
  });
});
