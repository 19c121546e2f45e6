/**
 * How texts name what a template has and speak of it. A template that was made of another tool's files has the words of
 * that tool: its placeholders and messages are for people who never saw the template.
 */
export interface Dialect {
  /** The template as a sentence has it: `this template`. */
  readonly whole: string;
  /** When a value is known at last: `at deployment`. */
  readonly later: string;
  /** The name in the placeholder of what `Ref` (the attribute is empty) or `Fn::GetAtt` returns: `Queue.Arn`. */
  readonly nameOf: (id: string, type: string, attribute: string) => string;
  /** The resource and attribute that such a name stands for; undefined where its first part is the resource's ID. */
  readonly meaningOf: (name: string) => { readonly id: string; readonly attribute: string } | undefined;
  /** A property of a resource, or an entry of one, as a place of policies: `OrdersRole.Policies.0`. */
  readonly propertyOf: (id: string, property: string, index?: number) => string;
  /** True where the tool itself refuses references to nothing, so that there are none. */
  readonly isChecked: boolean;
}

const CLOUDFORMATION: Dialect = {
  whole: 'this template',
  later: 'at deployment',
  nameOf: (id, _, attribute) => (attribute === '' ? id : `${id}.${attribute}`),
  meaningOf: () => undefined,
  propertyOf: (id, property, index) => [id, property, ...(index === undefined ? [] : [String(index)])].join('.'),
  isChecked: false,
};

export function dialectOf({ dialect }: { readonly dialect?: Dialect }): Dialect {
  return dialect ?? CLOUDFORMATION;
}
