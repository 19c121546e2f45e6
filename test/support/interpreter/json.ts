export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own field: a name such as `constructor` is not there unless it was put there. */
export function field(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function textField(value: Json | undefined, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' ? found : undefined;
}

export function sameJson(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a value has more parts than a payload of 256 KiB could have, roughly; cheap for the small ones. */
export function isTooLarge(value: Json, limit = 5000): boolean {
  const left: Json[] = [value];
  for (let count = 0; left.length > 0; count++) {
    if (count > limit) return true;
    const item = left.pop();
    if (typeof item === 'string' && item.length > 60_000) return true;
    if (typeof item === 'object' && item !== null) left.push(...Object.values(item));
  }
  return false;
}

/** How a state of the workflow fails: its name is what a Catch looks at. */
export class StatesError extends Error {
  readonly error: string;
  readonly output: JsonObject;

  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`);
    this.error = error;
    this.output = { Error: error, Cause: cause };
  }
}

export function fail(error: string, cause: string): never {
  throw new StatesError(error, cause);
}
