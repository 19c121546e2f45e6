/** Virtual time: tasks sleep on it, and when all of them do, it jumps to the earliest that wakes. */

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

export class Clock {
  /** Milliseconds since 1970. */
  now: number;
  /** The earliest last; those of the same time in the order in which they were set. */
  readonly #alarms: Alarm[] = [];

  constructor(now: number) {
    this.now = now;
  }

  /** Calls a function at a time; what it gives calls that off. */
  ringAt(at: number, ring: () => void): () => void {
    const alarm = { at, ring };
    // There are never more than a few dozen: as many as tasks run at once.
    this.#alarms.splice(this.#alarms.findLastIndex((other) => other.at > at) + 1, 0, alarm);
    return () => {
      const index = this.#alarms.indexOf(alarm);
      if (index >= 0) this.#alarms.splice(index, 1);
    };
  }

  sleepUntil(at: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const stop = () => {
        off();
        reject(signal.reason);
      };
      const off = this.ringAt(at, () => {
        signal.removeEventListener('abort', stop);
        resolve();
      });
      signal.addEventListener('abort', stop, { once: true });
    });
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return this.sleepUntil(this.now + milliseconds, signal);
  }

  /** Lets time pass until a task has ended. It may wait for nothing but this clock. */
  async run<T>(task: Promise<T>): Promise<T> {
    let running = true;
    const end = () => {
      running = false;
    };
    task.then(end, end);
    for (;;) {
      // All that can go on without time has done so before the event loop turns.
      await new Promise((resolve) => setImmediate(resolve));
      if (!running) return task;
      const next = this.#alarms.pop();
      if (!next) throw new Error('the task waits for something else than the clock');
      this.now = Math.max(this.now, next.at);
      next.ring();
    }
  }
}
