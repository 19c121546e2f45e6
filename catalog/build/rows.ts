/** How the workshop writes JSON that people review. */

/**
 * JSON with one row a line: objects down to this depth have a line for each key, and what lies deeper stands on that line.
 * A difference then shows the rows that changed. The same value gives the same bytes; keys keep their order.
 */
export function jsonRows(value: object, depth: number): string {
  return `${rowsOf(value, depth, '')}\n`;
}

function rowsOf(value: unknown, depth: number, indent: string): string {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]) => `${indent} ${JSON.stringify(key)}: ${rowsOf(field, depth - 1, `${indent} `)}`);
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
}
