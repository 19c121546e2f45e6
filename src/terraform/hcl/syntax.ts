import type { FilePlace } from '../resource.ts';

/** Where an expression stands, and how it is written. */
export interface SourceText {
  readonly place: FilePlace;
  readonly text: string;
}

/**
 * The expressions of HCL.
 *
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 */
export type HclExpression = SourceText &
  (
    | { readonly kind: 'literal'; readonly value: string | boolean | null }
    | { readonly kind: 'number'; readonly digits: string }
    /** A quoted text, a heredoc, or a file of templatefile. */
    | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }
    | { readonly kind: 'tuple'; readonly items: readonly HclExpression[] }
    | {
        readonly kind: 'object';
        readonly items: readonly { readonly key: HclExpression; readonly value: HclExpression }[];
      }
    | { readonly kind: 'variable'; readonly name: string }
    | { readonly kind: 'attribute'; readonly of: HclExpression; readonly name: string }
    | { readonly kind: 'index'; readonly of: HclExpression; readonly key: HclExpression }
    | { readonly kind: 'splat'; readonly of: HclExpression; readonly each: HclExpression }
    /** The item of the innermost splat. */
    | { readonly kind: 'item' }
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly args: readonly HclExpression[];
        readonly spread: boolean;
      }
    | ForExpression
    | { readonly kind: 'unary'; readonly operator: string; readonly of: HclExpression }
    | {
        readonly kind: 'binary';
        readonly operator: string;
        readonly left: HclExpression;
        readonly right: HclExpression;
      }
    | {
        readonly kind: 'conditional';
        readonly condition: HclExpression;
        readonly whenTrue: HclExpression;
        readonly whenFalse: HclExpression;
      }
    | { readonly kind: 'invalid'; readonly why: string }
  );

export interface ForExpression {
  readonly kind: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: HclExpression;
  /** Of an object. */
  readonly key?: HclExpression;
  readonly value: HclExpression;
  readonly condition?: HclExpression;
  /** `...`: values of one key are gathered in a list. */
  readonly grouped: boolean;
}

export type TemplatePart =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'interpolation'; readonly expression: HclExpression }
  | {
      readonly kind: 'if';
      readonly condition: HclExpression;
      readonly whenTrue: readonly TemplatePart[];
      readonly whenFalse: readonly TemplatePart[];
    }
  | {
      readonly kind: 'for';
      readonly keyName?: string;
      readonly valueName: string;
      readonly collection: HclExpression;
      readonly body: readonly TemplatePart[];
    };

export interface Attribute {
  readonly name: string;
  readonly value: HclExpression;
  readonly place: FilePlace;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  readonly place: FilePlace;
}

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

/** What is wrong in a file. */
export interface SyntaxProblem {
  readonly place: FilePlace;
  readonly why: string;
}
