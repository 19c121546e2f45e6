/** Keys that services use with a permission of their own. */

export interface ServiceKeyRow {
  readonly service: string;
  readonly operations: readonly string[];
  /** The arguments that name the keys. */
  readonly keys: readonly string[];
  readonly source: string;
}

/**
 * The page says that the caller needs nothing on the key: the service's principal uses it by the key's policy, the role
 * that the call passes uses it, or the call only writes down which key is meant.
 */
export const SERVICE_KEYS: readonly ServiceKeyRow[] = [];
