/** Every way to take one item of each list, in the lists' order: the first list varies slowest. One, empty, for no lists. */
export function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (starts, list) => starts.flatMap((start) => list.map((item) => [...start, item])),
    [[]],
  );
}
