/**
 * The entry of a table under a name that others chose: a state, a role, a logical ID may be called `constructor` or
 * `__proto__`, and every object inherits entries of such names.
 */
export function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
