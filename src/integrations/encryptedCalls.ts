import type { EncryptedCall } from '../grants/encryption.ts';
import { at, knownText, mayBePresent } from '../values/domain/value.ts';

/** Which calls use the key of what they name. */

export function isMap({ call }: EncryptedCall): boolean {
  return call.kind === 'map';
}

export function isOutsideMaps(call: EncryptedCall): boolean {
  return !isMap(call);
}

export function isHeadOnly({ call, some }: EncryptedCall): boolean {
  return call.service === 's3' && call.api === 'headObject' && !some((args) => mayBePresent(at(args, 'ChecksumMode')));
}

/** These two send an object in one request; what a service does with s3:PutObject isn't known. */
export function mayUploadParts({ call }: EncryptedCall): boolean {
  return !(call.service === 's3' && ['copyObject', 'putObject'].includes(call.api));
}

export function mayDecrypt({ call, some }: EncryptedCall): boolean {
  return call.service !== 'ssm' || some((args) => mayBePresent(at(args, 'WithDecryption')));
}

export function mayReturnData({ call, some }: EncryptedCall): boolean {
  return call.kind !== 'sdk' || some((args) => knownText(at(args, 'IncludedData')) !== 'METADATA_ONLY');
}

/** A nested workflow's key has rows in stepfunctions.ts, since executions don't show which machine a placeholder is. */
export function isNested({ call }: EncryptedCall): boolean {
  return call.kind === 'optimized' && call.service === 'states';
}
