import type { ArnPattern } from './pattern.ts';

/** How an argument's value is read if its resource's type has special rules. */
export type Reading =
  /** A key's ID or ARN, but not an alias. */
  | { readonly kind: 'key'; readonly service: string }
  /** Any text can be an object's key, even one that looks like an ARN. */
  | { readonly kind: 'object' }
  /** A state machine can be started by a version or an alias; authorization ignores it. */
  | { readonly kind: 'stateMachine' };

/**
 * Readings by the start of the type's ARN.
 *
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html,
 * https://docs.aws.amazon.com/payment-cryptography/latest/userguide/alias-about.html and
 * https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
 */
const READINGS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['arn:$p:kms:$r:$a:key/', { kind: 'key', service: 'kms' }],
  ['arn:$p:payment-cryptography:$r:$a:key/', { kind: 'key', service: 'payment-cryptography' }],
  ['arn:$p:s3:::', { kind: 'object' }],
  ['arn:$p:states:$r:$a:stateMachine:', { kind: 'stateMachine' }],
]);

/** The type's special reading; undefined if names and ARNs are what they look like. */
export function readingOf({ literals: [start = ''], slots }: ArnPattern): Reading | undefined {
  const reading = READINGS.get(start);
  // The first name is that of the bucket.
  return reading?.kind === 'object' && slots.length < 2 ? undefined : reading;
}
