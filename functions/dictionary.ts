import * as z from 'zod/mini';

/** An object whose keys are names that others chose. A record of zod would leave out one that is called `__proto__`. */
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
