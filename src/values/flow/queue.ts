/** Numbers to work on, smallest first; a number added twice is taken once. */
export interface Queue {
  readonly add: (number: number) => void;
  readonly take: () => number | undefined;
}

/** A queue of numbers below `count`. */
export function queueOf(count: number): Queue {
  const waiting = new Uint8Array(count);
  /** No number below it is in the queue. */
  let lowest = count;
  return {
    add: (number) => {
      waiting[number] = 1;
      if (number < lowest) lowest = number;
    },
    take: () => {
      // Usually the next number follows the last one.
      const number = waiting[lowest] === 1 ? lowest : waiting.indexOf(1, lowest);
      if (number < 0) {
        lowest = count;
        return undefined;
      }
      waiting[number] = 0;
      lowest = number + 1;
      return number;
    },
  };
}
