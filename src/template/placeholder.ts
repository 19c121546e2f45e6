import type { Json, JsonObject } from '../asl/json.ts';
import { substitute } from '../asl/substitute.ts';
import { own } from '../own.ts';

/**
 * What a `${…}` in a resolved text stands for. Fn::Sub understands all of them except those with an `intrinsic`,
 * which need an entry in its second argument.
 */
export interface Placeholder {
  /** `value` if nothing more is known, as for a parameter or an attribute. */
  readonly kind: 'arn' | 'name' | 'url' | 'id' | 'value';
  readonly resourceType?: string;
  readonly logicalId?: string;
  /** Its resource's ARN as a text with placeholders: `${Queue.Arn}` for the URL `${Queue}`. */
  readonly arn?: string;
  /**
   * The same value composed of the resource's name: `${Table.Arn}` is
   * `arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}`.
   */
  readonly writtenOut?: string;
  /**
   * For comparisons alone, the form of an ARN that contains something which CloudFormation or the service makes:
   * `arn:…:task-definition/nightly:${Task.Revision}`, `arn:…:secret:orders-??????`.
   */
  readonly comparedAs?: string;
  /** For a placeholder with a generated name: the value that the template has there. */
  readonly intrinsic?: Json;
}

/** By the placeholder's text, such as `${Queue.Arn}`. */
export type Placeholders = Readonly<Record<string, Placeholder>>;

/** Composes ARNs and URLs of names, so that `${Table.Arn}` equals an ARN that contains `${Table}`. */
export function writeOut(text: string, placeholders: Placeholders): string {
  return writeOutBy(text, (whole) => known(placeholders, whole));
}

/** The same for comparisons: ARNs with a generated part get their form, too. */
export function writeOutToCompare(text: string, placeholders: Placeholders): string {
  return writeOutBy(text, (whole) => {
    const { writtenOut, comparedAs = writtenOut, ...more } = known(placeholders, whole) ?? { kind: 'value' };
    return comparedAs === undefined ? undefined : { ...more, writtenOut: comparedAs };
  });
}

/** The same, with a function that looks a placeholder up. */
export function writeOutBy(text: string, placeholder: (text: string) => Placeholder | undefined): string {
  const once = (part: string) => part.replaceAll(/\$\{[^{}]+\}/g, (whole) => placeholder(whole)?.writtenOut ?? whole);
  // Twice, because the written-out form of a function's alias contains the function's ARN.
  return once(once(text));
}

/** Composes the ARNs and URLs in a definition of names: the analysis derives a queue's ARN from its URL. */
export function writeOutAll(json: JsonObject, placeholders: Placeholders): JsonObject {
  const values = Object.keys(placeholders).map((text) => [text.slice(2, -1), writeOut(text, placeholders)] as const);
  return substitute(json, Object.fromEntries(values));
}

/** The second argument that Fn::Sub needs for this text; undefined if it needs none. */
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
