import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type Place, parseArn, partitionOf } from '../../iam/arn.ts';
import { CLIENT } from '../clients.ts';
import { failureWords, RequestFailure } from './failure.ts';
import type { LookUpAction } from './requests.ts';

/** The requests of one run: with the same credentials, and no more than its limits allow. */

export interface LookUpLimits {
  /** Requests of one run, without the SDK's retries. */
  readonly requests: number;
  /** Requests at the same time. */
  readonly concurrency: number;
  /** Counted from the first question. */
  readonly milliseconds: number;
}

export interface SessionOptions {
  /** By default the Region that the AWS SDK finds. */
  readonly region?: string | undefined;
  /** The account of the credentials; AWS STS is asked for it where it isn't known. */
  readonly account?: string | undefined;
  readonly limits: LookUpLimits;
  readonly signal: AbortSignal;
}

export interface Session {
  /** Where the credentials are of. */
  readonly own: Place;
  readonly settings: (region: string) => ClientSettings;
  /** Makes a request, which needs `action` on `resource`. Rejects with RequestFailure. */
  readonly request: <T>(action: LookUpAction, resource: string, send: Send<T>) => Promise<T>;
  /** ARN of a key or an alias → the key that it is; see key.ts. */
  readonly keys: Map<string, Promise<string>>;
}

type ClientSettings = ReturnType<typeof settingsFor>;
type Send<T> = (options: { readonly abortSignal: AbortSignal }) => Promise<T>;

/** Rejects with RequestFailure where there is no Region, or nobody to ask as. */
export async function startSession({ region, account, limits, signal }: SessionOptions): Promise<Session> {
  const time = AbortSignal.any([signal, AbortSignal.timeout(limits.milliseconds)]);
  const request = requestsWithin(limits, time);
  // All clients share what this one finds: credentials may take a request of their own.
  const sts = new STSClient({ ...LOOK_UP_CLIENT, ...(region === undefined ? {} : { region }) });
  const here = await sts.config.region().catch((error: unknown) => {
    throw new RequestFailure(failureWords(error));
  });
  const session = { settings: (other: string) => settingsFor(other, sts), request, keys: new Map() };
  if (account !== undefined) return { ...session, own: { partition: partitionOf(here), region: here, account } };
  const identity = await request('sts:GetCallerIdentity', '*', (options) =>
    sts.send(new GetCallerIdentityCommand({}), options),
  );
  const partition = parseArn(identity.Arn ?? '')?.partition ?? partitionOf(here);
  return { ...session, own: { partition, region: here, account: identity.Account ?? '' } };
}

/** Few tries: a fact that cannot be read is no error, and somebody waits. */
const LOOK_UP_CLIENT = { ...CLIENT, maxAttempts: 3 } as const;

function settingsFor(region: string, { config }: STSClient) {
  return { ...LOOK_UP_CLIENT, region, credentials: config.credentials };
}

/** Makes a client for each Region once in a session. */
export function clientsOf<Client>(
  make: (settings: ClientSettings) => Client,
): (session: Session, region: string) => Client {
  const sessions = new WeakMap<Session, Map<string, Client>>();
  return (session, region) => {
    let clients = sessions.get(session);
    if (clients === undefined) sessions.set(session, (clients = new Map()));
    let client = clients.get(region);
    if (client === undefined) clients.set(region, (client = make(session.settings(region))));
    return client;
  };
}

function requestsWithin({ requests, concurrency, milliseconds }: LookUpLimits, time: AbortSignal): Session['request'] {
  const turn = turnsOf(concurrency);
  let made = 0;
  return async (action, resource, send) => {
    const failed = (why: string) => new RequestFailure(`${action} on ${resource}: ${why}`);
    const late = () => failed(`no answer within ${milliseconds / 1000} seconds`);
    return turn(async () => {
      if (time.aborted) throw late();
      if (made >= requests) throw failed(`not asked, after ${requests} requests in this run`);
      made++;
      try {
        return await unlessAborted(send({ abortSignal: time }), time);
      } catch (error) {
        throw time.aborted ? late() : failed(failureWords(error));
      }
    });
  };
}

/** Credentials that never come do not listen to a signal: so nobody waits for the request itself. */
function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Lets so many run at the same time; the others take turns. */
function turnsOf(size: number): <T>(run: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (run) => {
    if (running >= size) await new Promise<void>((resolve) => queue.push(resolve));
    else running++;
    try {
      return await run();
    } finally {
      const next = queue.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
