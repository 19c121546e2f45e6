/**
 * Runs a bundle once as Lambda would: the event on standard input, a time limit, the handler of the bundle that is named.
 */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const TIMEOUT = 60_000;

const [bundle = ''] = process.argv.slice(2);
const end = Date.now() + TIMEOUT;
const { handler } = await import(pathToFileURL(resolve(bundle)).href);
await handler(JSON.parse(await text(process.stdin)), {
  awsRequestId: randomUUID(),
  functionName: 'rolefit',
  logStreamName: 'demo',
  getRemainingTimeInMillis: () => end - Date.now(),
});
