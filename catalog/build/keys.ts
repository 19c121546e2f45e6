/** The keys of AWS KMS in an operation's arguments: each has rows, or a judgement, or is told. */
import { parsePattern } from '../../src/sdk/pattern.ts';
import type { AllowRow, OperationData } from '../../src/sdk/service.ts';
import { KEY_SERVICE } from '../curated/exceptions.ts';
import { MORE_KEYS, SERVICE_KEYS } from '../curated/serviceKeys.ts';
import { prefixOf } from './authority.ts';
import type { Operation } from './models.ts';
import { withMapValues } from './path.ts';

type KeyData = Pick<Extract<OperationData, { allow: unknown }>, 'keys' | 'serviceKeys'>;

/** What the data says of the keys that no row is about. */
export function keyData(service: string, operation: Operation, rows: readonly AllowRow[]): KeyData {
  const judged = judgedKeys(service, operation.name);
  const keys = undecidedKeys(service, operation, rows);
  return {
    ...(keys.length === 0 ? {} : { keys }),
    ...(judged.size === 0 ? {} : { serviceKeys: Object.fromEntries(judged) }),
  };
}

/** The arguments whose key no row and no judgement is about. */
export function undecidedKeys(service: string, operation: Operation, rows: readonly AllowRow[]): readonly string[] {
  const judged = judgedKeys(service, operation.name);
  const ofKeys = rows.filter(({ actions }) => actions.some((action) => prefixOf(action) === KEY_SERVICE));
  const patterns = ofKeys.flatMap(({ on }) => on.map(parsePattern));
  return keyPaths(service, operation).filter(
    (path) =>
      !judged.has(path) &&
      !patterns.some((pattern) => pattern.kind === 'arn' && pattern.slots.some(({ paths }) => paths.includes(path))),
  );
}

export function namesKeys(service: string, operation: Operation): boolean {
  return keyPaths(service, operation).length > 0;
}

/** The arguments that name keys, of services other than AWS KMS. */
export function keyPaths(service: string, { name, members }: Operation): readonly string[] {
  if (service === KEY_SERVICE) return [];
  const more = MORE_KEYS.filter((row) => row.service === service && row.operations.includes(name));
  const named = members.filter(({ kmsKey }) => kmsKey).map(({ path }) => withMapValues(path));
  return [...named, ...more.flatMap(({ keys }) => keys)];
}

/** Arguments whose key the service uses with a permission of its own → the page. */
function judgedKeys(service: string, name: string): ReadonlyMap<string, string> {
  const rows = SERVICE_KEYS.filter((row) => row.service === service && row.operations.includes(name));
  return new Map(rows.flatMap(({ keys, source }) => keys.map((key) => [key, source] as const)));
}
