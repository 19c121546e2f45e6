/** Numbers to work on, the smallest first; one that is added twice is taken once. */
export interface Queue {
  readonly add: (number: number) => void;
  readonly take: () => number | undefined;
}

/** A binary heap. */
export function queueOf(): Queue {
  const heap: number[] = [];
  const waiting = new Set<number>();
  const at = (index: number): number => heap[index] ?? Number.POSITIVE_INFINITY;
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [at(b), at(a)];
  };
  return {
    add: (number) => {
      if (waiting.has(number)) return;
      waiting.add(number);
      heap.push(number);
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1;
        if (at(parent) <= at(child)) break;
        swap(parent, child);
        child = parent;
      }
    },
    take: () => {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      waiting.delete(first);
      if (heap.length === 0) return first;
      heap[0] = last;
      for (let parent = 0; ; ) {
        const left = 2 * parent + 1;
        const child = at(left + 1) < at(left) ? left + 1 : left;
        if (at(parent) <= at(child)) return first;
        swap(parent, child);
        parent = child;
      }
    },
  };
}
