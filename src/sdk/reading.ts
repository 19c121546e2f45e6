import type { ArnPattern } from './pattern.ts';

/** How an argument's value is read where its resource's type has a way of its own. */
export type Reading =
  /** A key's ID or ARN. An alias is no key. */
  | { readonly kind: 'key'; readonly service: string }
  /** Any text can be an object's key, also one that looks like an ARN. */
  | { readonly kind: 'object' }
  /** A state machine is started by a version or an alias, and authorized without it. */
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

/** The type's own reading; undefined where a name or an ARN is what it looks like. */
export function readingOf({ literals: [start = ''], slots }: ArnPattern): Reading | undefined {
  const reading = READINGS.get(start);
  // The first name is the bucket's.
  return reading?.kind === 'object' && slots.length < 2 ? undefined : reading;
}
