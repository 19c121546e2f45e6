/**
 * Runs a bundle once as Lambda would: the event on standard input, a time limit, the handler of the bundle that is
 * named. What the handler returns goes to file descriptor 3, for standard output has the function's log.
 */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const TIMEOUT = 60_000;

const [bundle = ''] = process.argv.slice(2);
const end = Date.now() + TIMEOUT;
const { handler } = await import(pathToFileURL(resolve(bundle)).href);
const result = await handler(JSON.parse(await text(process.stdin)), {
  awsRequestId: randomUUID(),
  functionName: 'rolefit',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:rolefit',
  logStreamName: 'demo',
  getRemainingTimeInMillis: () => end - Date.now(),
});
writeFileSync(3, JSON.stringify(result ?? null));
