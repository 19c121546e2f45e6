import * as z from 'zod/mini';

/** An object whose keys are names that others chose. A record of zod would leave out one that is called `__proto__`. */
export function dictionary<T>(value: z.ZodMiniType<T>, error?: string) {
  const entries = z.map(z.string(), value, error);
  return z.pipe(
    z.pipe(
      z.transform((given) => (isObject(given) ? new Map(Object.entries(given)) : given)),
      entries,
    ),
    z.transform((map) => Object.fromEntries(map)),
  );
}

function isObject(given: unknown): given is object {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
