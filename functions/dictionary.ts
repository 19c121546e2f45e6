import * as z from 'zod/mini';

/** An object with arbitrary keys. zod's record would leave out a key named `__proto__`. */
export function dictionary<T>(value: z.ZodMiniType<T>, error?: string) {
  const entries = z.map(z.string(), value, error);
  return z.pipe(
    z.pipe(
      z.transform((input) => (isObject(input) ? new Map(Object.entries(input)) : input)),
      entries,
    ),
    z.transform((map) => Object.fromEntries(map)),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
