import type { Json } from '../../asl/json.ts';
import type { Cause } from '../domain/cause.ts';
import { unknownValue } from '../domain/construct.ts';
import type { Possible, Unknown } from '../domain/possible.ts';

/** An argument of an intrinsic function: its own text, what it can be, and for a literal text its content. */
export interface IntrinsicArgument {
  readonly source: string;
  readonly value: Possible;
  readonly template?: string;
}

/** `source` is the text of the whole call. The result may be or contain `absent` if the function would fail. */
export type Intrinsic = (args: readonly IntrinsicArgument[], source: string) => Possible;

export function valuesOf(args: readonly IntrinsicArgument[]): readonly Possible[] {
  return args.map((arg) => arg.value);
}

/** The result if an argument is unknown. */
export function unknownFrom(args: readonly Possible[], source: string): Unknown {
  for (const arg of args) {
    const unknown = arg.kind === 'text' ? arg.parts.find((part) => typeof part !== 'string') : arg;
    if (typeof unknown === 'object' && unknown.kind === 'unknown') return unknownValue(source, causeOf(unknown));
  }
  return unknownValue(source);
}

/** What stopped the evaluation of an unknown value. */
export function causeOf(unknown: Unknown): Cause {
  return unknown.cause ?? { state: '', reason: unknown.expression };
}

/** A number that JSON, JavaScript and Java print alike. */
export function isSimpleInteger(json: Json | undefined): json is number {
  return typeof json === 'number' && Number.isInteger(json) && Math.abs(json) < 1e15;
}
