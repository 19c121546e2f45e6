import { setTimeout as sleep } from 'node:timers/promises';

/** The fields of a request that CloudFormation needs in the answer, whatever else is wrong with the event. */
export interface RequestIdentity {
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
}

/** The answer: the resource, or what went wrong. */
export type HandlerResult = ResourceResult | { readonly failure: unknown };

export interface ResourceResult {
  readonly physicalId: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** The physical ID after a failed Create; its Delete has nothing to do. */
export const NOT_CREATED = 'rolefit-not-created';

/** CloudFormation refuses longer answers; bytes. */
const LARGEST_ANSWER = 4096;
const LONGEST_REASON = 1500;
/** Pauses between tries, in milliseconds: without an answer, the stack waits for an hour. */
const RETRY_DELAYS = [200, 500, 1_000, 2_000, 4_000] as const;

/**
 * Answers a request of CloudFormation; tries again until S3 accepts the answer.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
 */
export async function answer(
  request: RequestIdentity,
  { logStreamName }: { readonly logStreamName: string },
  result: HandlerResult,
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId } = request;
  const known = { StackId, RequestId, LogicalResourceId };
  const body =
    'failure' in result
      ? JSON.stringify({
          ...known,
          Status: 'FAILED',
          PhysicalResourceId: request.PhysicalResourceId ?? NOT_CREATED,
          Reason: reason(result.failure, logStreamName),
        })
      : success({ ...known, Status: 'SUCCESS', PhysicalResourceId: result.physicalId }, result.data);
  await put(request.ResponseURL, body);
}

/** One line, with the log stream that has the details. */
function reason(failure: unknown, logStream: string): string {
  const message = failure instanceof Error ? failure.message : String(failure);
  const line = message.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_REASON);
  return `rolefit: ${line} (log stream ${logStream})`;
}

function success(known: object, data: Readonly<Record<string, string | number>>): string {
  const body = JSON.stringify({ ...known, Data: data });
  // An answer without attributes is better than none.
  return Buffer.byteLength(body) <= LARGEST_ANSWER ? body : JSON.stringify(known);
}

async function put(url: string, body: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const problem = await tryPut(url, body);
    if (problem === undefined) return;
    const wait = RETRY_DELAYS[attempt];
    if (wait === undefined) throw new Error(`CloudFormation's answer could not be delivered: ${problem}`);
    await sleep(wait);
  }
}

async function tryPut(url: string, body: string): Promise<string | undefined> {
  // CloudFormation's URLs point to S3. A forged one must not reach services inside the Lambda environment. Emulators
  // use plain http.
  if (!url.startsWith('https://') && process.env['AWS_ENDPOINT_URL'] === undefined) return 'it is no https address';
  try {
    // The URL is signed for an empty content type.
    const options = {
      method: 'PUT',
      body,
      headers: { 'content-type': '' },
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    } as const;
    const response = await fetch(url, options);
    return response.ok ? undefined : `HTTP ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
