import type { FilePlace } from '../resource.ts';

/** Where an expression stands, and how it is written. */
export interface Source {
  readonly place: FilePlace;
  readonly text: string;
}

/**
 * The expressions of HCL.
 *
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 */
export type Expression = Source &
  (
    | { readonly kind: 'literal'; readonly value: string | boolean | null }
    | { readonly kind: 'number'; readonly digits: string }
    /** A quoted text, a heredoc, or a file of templatefile. */
    | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }
    | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
    | { readonly kind: 'object'; readonly items: readonly { readonly key: Expression; readonly value: Expression }[] }
    | { readonly kind: 'variable'; readonly name: string }
    | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
    | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
    | { readonly kind: 'splat'; readonly of: Expression; readonly each: Expression }
    /** The item of the innermost splat. */
    | { readonly kind: 'item' }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly spread: boolean }
    | ForExpression
    | { readonly kind: 'unary'; readonly operator: string; readonly of: Expression }
    | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | {
        readonly kind: 'conditional';
        readonly condition: Expression;
        readonly whenTrue: Expression;
        readonly whenFalse: Expression;
      }
    | { readonly kind: 'invalid'; readonly why: string }
  );

export interface ForExpression {
  readonly kind: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  /** Of an object. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** `...`: values of one key are gathered in a list. */
  readonly grouped: boolean;
}

export type TemplatePart =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'interpolation'; readonly expression: Expression }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly whenTrue: readonly TemplatePart[];
      readonly whenFalse: readonly TemplatePart[];
    }
  | {
      readonly kind: 'for';
      readonly keyName?: string;
      readonly valueName: string;
      readonly collection: Expression;
      readonly body: readonly TemplatePart[];
    };

export interface Attribute {
  readonly name: string;
  readonly value: Expression;
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
