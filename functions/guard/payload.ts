import { Undecided } from './event.ts';

/** Gets what CloudFormation has put into Amazon S3 for the guard, and nothing from anywhere else. */

/**
 * The hosts of Amazon S3: `s3.eu-west-1.amazonaws.com`, a bucket in front of it or `dualstack` in it, and the older forms
 * `s3.amazonaws.com` and `s3-eu-west-1.amazonaws.com`. None of its websites, access points or Lambda functions.
 *
 * Source: https://docs.aws.amazon.com/general/latest/gr/s3.html
 */
const HOST =
  /^(?:[a-z0-9][a-z0-9.-]*\.)?s3(?:-fips)?(?:\.dualstack)?(?:[.-](?:[a-z]{2,3}(?:-[a-z]+)+-\d|external-1))?\.amazonaws\.com(?:\.cn)?$/;

/** Throws Undecided for a URL that is none of Amazon S3. */
function s3Url(text: string): URL {
  const url = URL.parse(text);
  const isS3 =
    url?.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    HOST.test(url.hostname);
  if (url === null || !isS3) throw new Undecided('the payload is at no HTTPS URL of Amazon S3');
  return url;
}

/**
 * Both templates with their escapes, and before and after of each of the 500 resources. CloudFormation takes templates up
 * to 1 MB: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const MOST_BYTES = 16 * 1024 * 1024;

export interface DownloadLimits {
  readonly bytes: number;
  readonly signal: AbortSignal;
}

/** The text of the payload. Throws Undecided, without the URL: it is signed, and whoever has it can read the template. */
export async function payloadAt(url: string, limits: DownloadLimits): Promise<string> {
  return download(s3Url(url), limits);
}

/** Follows no redirect, which could lead anywhere. */
export async function download(url: URL, { bytes, signal }: DownloadLimits): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, { redirect: 'error', signal });
  } catch {
    throw new Undecided(signal.aborted ? 'the payload took too long to load' : 'the payload cannot be loaded');
  }
  if (!response.ok) throw new Undecided(`the payload cannot be loaded: Amazon S3 answers ${response.status}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > bytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new Undecided(signal.aborted ? 'the payload took too long to load' : 'the payload broke off');
  }
  if (length > bytes) throw new Undecided(`the payload is longer than ${bytes} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Undecided('the payload is no UTF-8 text');
  }
}
