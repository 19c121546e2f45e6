/**
 * The name that was most likely meant, for 'did you mean': the one that needs the fewest edits, as long as these are
 * few for the text's length. Of two that are as near, the first one counts, so that the answer is always the same.
 */
export function nearest(text: string, names: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let fewest = mostEdits(wanted) + 1;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= fewest) continue;
    const edits = editsBetween(wanted, name.toLowerCase(), fewest);
    if (edits < fewest) [best, fewest] = [name, edits];
  }
  return best;
}

/** True where one letter is put in, left out, changed or swapped with its neighbour, whatever their case. */
export function isOneSlip(text: string, name: string): boolean {
  return Math.abs(name.length - text.length) < 2 && editsBetween(text.toLowerCase(), name.toLowerCase(), 2) === 1;
}

/** One slip in a short word, one more for every four letters; a word of two letters is like any other of two. */
function mostEdits({ length }: string): number {
  if (length < 3) return 0;
  return Math.min(3, Math.max(1, Math.floor(length / 4)));
}

/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour (the optimal string alignment
 * distance), or `most` where they are as many or more.
 */
function editsBetween(a: string, b: string, most: number): number {
  let [beforeLast, last] = [[] as readonly number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const changed = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwap ? (beforeLast[column - 2] ?? 0) + 1 : changed;
      next.push(Math.min(changed, swapped, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= most) return most;
    [beforeLast, last] = [last, next];
  }
  return last[b.length] ?? most;
}
