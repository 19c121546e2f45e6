import type { Clock } from './clock.ts';
import { type Quota, type Quotas, quotaNameOf } from './quotas.ts';

/** How long AWS takes for an answer, in milliseconds. */
const LATENCY = 40;

/** How often an API was asked, and whose tokens that took. */
export interface Requests {
  readonly api: string;
  readonly quota: string;
  readonly count: number;
}

/** Counts requests, and makes each wait until its API's bucket has a token for it: those that came first go first. */
export class Throttle {
  readonly #requests = new Map<string, Requests>();
  readonly #clock: Clock;
  readonly #quotas: Quotas;
  /** Quota → when its bucket is full again. */
  readonly #full = new Map<string, number>();

  constructor(clock: Clock, quotas: Quotas) {
    this.#clock = clock;
    this.#quotas = quotas;
  }

  async pass(client: 'iam' | 'sfn', api: string, signal: AbortSignal): Promise<void> {
    const name = quotaNameOf(client, api);
    this.#requests.set(api, { api, quota: name, count: (this.#requests.get(api)?.count ?? 0) + 1 });
    const quota = this.#quotas[name];
    if (!quota) throw new Error(`there is no quota for ${api}`);
    await this.#clock.sleepUntil(this.#take(name, quota) + LATENCY, signal);
  }

  /** When there is a token. */
  #take(name: string, { bucket, perSecond }: Quota): number {
    const step = 1000 / perSecond;
    const full = Math.max(this.#full.get(name) ?? 0, this.#clock.now);
    this.#full.set(name, full + step);
    return Math.max(this.#clock.now, full - (bucket - 1) * step);
  }

  requests(): readonly Requests[] {
    return [...this.#requests.values()];
  }
}

/** How long so many requests take at least. */
export function leastSeconds(requests: number, { bucket, perSecond }: Quota): number {
  return Math.max(0, requests - bucket) / perSecond;
}
