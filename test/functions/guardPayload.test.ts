import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { after, before, describe, it, mock } from 'node:test';
import { download, payloadAt } from '../../functions/guard/payload.ts';

/** Where the guard gets templates from: Amazon S3, and nowhere else. */

const LIMITS = { bytes: 1_000, signal: AbortSignal.timeout(30_000) };

const OF_S3 = [
  'https://s3.amazonaws.com/bucket/key?X-Amz-Signature=0a',
  'https://s3.us-west-2.amazonaws.com/bucket/key',
  'https://s3-us-west-2.amazonaws.com/bucket/key',
  'https://s3.dualstack.eu-west-1.amazonaws.com/bucket/key',
  'https://s3-fips.us-gov-west-1.amazonaws.com/bucket/key',
  'https://bucket.s3.amazonaws.com/key',
  'https://bucket.s3.ap-southeast-2.amazonaws.com/key',
  'https://a.dotted.bucket.s3.eu-central-1.amazonaws.com/key',
  'https://bucket.s3.cn-north-1.amazonaws.com.cn/key',
  'https://s3.cn-northwest-1.amazonaws.com.cn/bucket/key',
] as const;

const OF_OTHERS = [
  '',
  'payload',
  'http://s3.us-west-2.amazonaws.com/bucket/key',
  'file:///etc/passwd',
  'data:application/json,{}',
  'ftp://s3.us-west-2.amazonaws.com/bucket/key',
  'https://169.254.169.254/latest/meta-data/',
  'https://[::1]/',
  'https://localhost/s3.us-west-2.amazonaws.com',
  'https://127.0.0.1:9001/2018-06-01/runtime/invocation/next',
  'https://s3.us-west-2.amazonaws.com:8443/bucket/key',
  'https://user:secret@s3.us-west-2.amazonaws.com/bucket/key',
  'https://s3.us-west-2.amazonaws.com@evil.example/bucket/key',
  'https://s3.us-west-2.amazonaws.com.evil.example/bucket/key',
  'https://evil.example/?s3.us-west-2.amazonaws.com',
  'https://evil.example#.s3.amazonaws.com',
  'https://evil.example\\.s3.amazonaws.com/',
  'https://evils3.us-west-2.amazonaws.com/bucket/key',
  'https://s3.us-west-2.amazonaws.co/bucket/key',
  'https://s3.us-west-2.amazonaws.comX/bucket/key',
  'https://s3.us-west-2.amazonaws.com./bucket/key',
  'https://abc.execute-api.us-west-2.amazonaws.com/s3',
  'https://abc.lambda-url.us-west-2.on.aws/',
  'https://ap-123456789012.s3-accesspoint.us-west-2.amazonaws.com/key',
  'https://ol-123456789012.s3-object-lambda.us-west-2.amazonaws.com/key',
  'https://bucket.s3-website-us-west-2.amazonaws.com/key',
  'https://sqs.us-west-2.amazonaws.com/s3',
] as const;

describe('the payload’s URL', () => {
  for (const url of OF_S3) {
    it(`may be ${url}`, async () => {
      const fetched = mock.method(globalThis, 'fetch', async () => new Response('{}'));
      try {
        assert.equal(await payloadAt(url, LIMITS), '{}');
        assert.equal(String(fetched.mock.calls[0]?.arguments[0]), url);
      } finally {
        mock.restoreAll();
      }
    });
  }

  for (const url of OF_OTHERS) {
    it(`may not be ${JSON.stringify(url)}, which is not asked`, async () => {
      const fetched = mock.method(globalThis, 'fetch', async () => new Response('{}'));
      try {
        await assert.rejects(payloadAt(url, LIMITS), {
          name: 'Undecided',
          message: 'the payload is at no HTTPS URL of Amazon S3',
        });
        assert.equal(fetched.mock.callCount(), 0);
      } finally {
        mock.restoreAll();
      }
    });
  }

  it('is read fast, however long', async () => {
    const began = performance.now();
    await assert.rejects(payloadAt(`https://${'a.'.repeat(100_000)}com`, LIMITS));
    await assert.rejects(payloadAt(`https://${'s3.'.repeat(80)}com`, LIMITS));
    assert.ok(performance.now() - began < 1_000);
  });
});

describe('the download', () => {
  let server: Server;
  let answer: RequestListener = (_, response) => response.end();
  let url = new URL('http://127.0.0.1');
  before(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    url = new URL(`http://127.0.0.1:${address.port}/`);
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const FAULTS: readonly (readonly [about: string, answer: RequestListener, why: RegExp])[] = [
    [
      'a redirect',
      (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      /cannot be loaded/,
    ],
    ['a redirect to itself', (_, response) => response.writeHead(307, { location: '/' }).end(), /cannot be loaded/],
    ['an error', (_, response) => response.writeHead(500).end('secret'), /Amazon S3 answers 500$/],
    ['more than the limit', (_, response) => response.end('x'.repeat(1_001)), /longer than 1000 bytes/],
    [
      'more than the limit, piece by piece',
      (_, response) => {
        const more = (): unknown => response.destroyed || response.write('x'.repeat(600), () => setTimeout(more, 1));
        more();
      },
      /longer than 1000 bytes/,
    ],
    [
      'an end too soon',
      (_, response) => {
        response.writeHead(200, { 'content-length': '500' });
        response.write('{', () => response.destroy());
      },
      /broke off/,
    ],
    ['no UTF-8', (_, response) => response.end(Buffer.from([0xc3, 0x28])), /no UTF-8/],
  ];

  for (const [about, fault, why] of FAULTS) {
    it(`ends with ${about}`, async () => {
      answer = fault;
      await assert.rejects(
        download(url, LIMITS),
        (error: Error) => error.name === 'Undecided' && why.test(error.message),
      );
    });
  }

  it('ends in time, before and after the first byte', async () => {
    for (const slow of [
      () => {},
      ((_, response) => {
        response.write('{');
      }) satisfies RequestListener,
    ]) {
      answer = slow;
      const began = performance.now();
      await assert.rejects(download(url, { bytes: 1_000, signal: AbortSignal.timeout(200) }), {
        message: 'the payload took too long to load',
      });
      assert.ok(performance.now() - began < 5_000);
    }
  });

  it('unpacks no more than the limit', async () => {
    const { gzipSync } = await import('node:zlib');
    answer = (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(10_000_000)));
    await assert.rejects(download(url, LIMITS), { message: 'the payload is longer than 1000 bytes' });
  });
});
