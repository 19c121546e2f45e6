import type { CallKind } from '../calls/call.ts';
import type { EncryptionTable } from './encryption.ts';
import type { Table } from './integration.ts';

/** What calls are looked up in. */
export interface Tables extends Readonly<Record<CallKind, ReadonlyMap<string, Table>>> {
  /** What the users of encrypted resources need, by action. */
  readonly encryption: EncryptionTable;
  /** The AWS SDK service that was most likely meant by a name that none has. */
  readonly sdkServiceLike?: (service: string) => string | undefined;
  /** SDK operations that no table has, as findings name them → the action of that name, and whether IAM has it. */
  readonly likelyActions?: ReadonlyMap<string, { readonly action: string; readonly isKnown: boolean }>;
}
