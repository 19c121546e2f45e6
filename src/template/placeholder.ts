import type { Json, JsonObject } from '../asl/json.ts';
import { substitute } from '../asl/substitute.ts';
import { own } from '../own.ts';

/**
 * What stands behind a `${…}` in a resolved text. Fn::Sub understands every one of them, except those with an
 * `intrinsic`: they need an entry in Fn::Sub's second argument.
 */
export interface Placeholder {
  /** `value` where nothing tells more: a parameter, an attribute. */
  readonly kind: 'arn' | 'name' | 'url' | 'id' | 'value';
  readonly resourceType?: string;
  readonly logicalId?: string;
  /** Its resource's ARN as a text with placeholders: `${Queue.Arn}` for the URL `${Queue}`. */
  readonly arn?: string;
  /**
   * The same value composed of its resource's name: the ARN `${Table.Arn}` is
   * `arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}`.
   */
  readonly writtenOut?: string;
  /** For a placeholder with a generated name: the value that the template has there. */
  readonly intrinsic?: Json;
}

/** By the placeholder's text, such as `${Queue.Arn}`. */
export type Placeholders = Readonly<Record<string, Placeholder>>;

/**
 * The text with ARNs and URLs composed of names, so that `${Table.Arn}` and an ARN around `${Table}` compare as equal.
 */
export function writeOut(text: string, placeholders: Placeholders): string {
  const once = (part: string) =>
    part.replaceAll(/\$\{[^{}]+\}/g, (whole) => known(placeholders, whole)?.writtenOut ?? whole);
  // Twice, for a function's alias is written out with the function's ARN.
  return once(once(text));
}

/** A definition with ARNs and URLs composed of names: the analysis reads a queue's ARN from its URL. */
export function writeOutAll(json: JsonObject, placeholders: Placeholders): JsonObject {
  const values = Object.keys(placeholders).map((text) => [text.slice(2, -1), writeOut(text, placeholders)] as const);
  return substitute(json, Object.fromEntries(values));
}

/** The second argument that Fn::Sub needs for this text; undefined where it needs none. */
export function substitutionsOf(text: string, placeholders: Placeholders): Readonly<Record<string, Json>> | undefined {
  const needed = [...text.matchAll(/\$\{([^{}]+)\}/g)].flatMap(([whole, name = '']) => {
    const intrinsic = known(placeholders, whole)?.intrinsic;
    return intrinsic === undefined ? [] : [[name, intrinsic] as const];
  });
  return needed.length === 0 ? undefined : Object.fromEntries(needed);
}

function known(placeholders: Placeholders, text: string): Placeholder | undefined {
  return own(placeholders, text);
}
