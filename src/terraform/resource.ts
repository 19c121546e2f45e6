import type { Json } from '../asl/json.ts';

/** Where something stands, for messages: `modules/orders/main.tf:12`. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
}

/** What an expression gives, as far as the files tell. */
export type Evaluated =
  | { readonly kind: 'known'; readonly value: Json }
  /** A text with parts that only an apply tells. */
  | { readonly kind: 'text'; readonly parts: readonly (string | Evaluated)[] }
  | { readonly kind: 'list'; readonly items: readonly Evaluated[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Evaluated> }
  /**
   * An attribute of a resource or data source that only an apply tells: the address `module.a.aws_sqs_queue.q["eu"]` and
   * the path `['arn']`.
   */
  | {
      readonly kind: 'reference';
      readonly address: string;
      readonly path: readonly (string | number)[];
      readonly place: FilePlace;
    }
  /** `expression` as written, `why` as the end of a sentence: 'variable "x" has no value'. */
  | { readonly kind: 'unknown'; readonly expression: string; readonly why: string; readonly place: FilePlace };

export interface EvaluatedResource {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  /** The provider's region and account where the files tell them. */
  readonly provider: { readonly region?: string; readonly accountId?: string };
  /** Arguments; a nested block is a list of objects under the block's type. */
  readonly arguments: ReadonlyMap<string, Evaluated>;
  readonly place: FilePlace;
  /** The place of one argument, where it is known. */
  readonly places: ReadonlyMap<string, FilePlace>;
}

export interface Unread {
  readonly place: FilePlace;
  readonly why: string;
  readonly address?: string;
  /** A reference to what no file declares, for which Terraform refuses them all. */
  readonly isUndeclared?: true;
}

export interface Configuration {
  readonly resources: readonly EvaluatedResource[];
  /** What could not be read or evaluated: its place and one line, with the address it concerns. */
  readonly unread: readonly Unread[];
}
