/** Asked before a request is answered: it waits until AWS would answer. */
export type Ask = (client: 'iam' | 'sfn', api: string) => Promise<void>;

/** A text that a request gives; empty where it does not. */
export function textOf(input: object, key: string): string {
  const value: unknown = Reflect.get(input, key);
  return typeof value === 'string' ? value : '';
}
