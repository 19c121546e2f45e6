/** One resource type of the AWS provider, and the CloudFormation type that says the same. */
export interface TypeRow {
  /** CloudFormation's type. */
  readonly type: string;
  /** CloudFormation's properties, as far as the analysis reads them. */
  readonly properties: PropertyRows;
  /**
   * What each attribute is: nothing for what `Ref` returns, the name of an attribute of `Fn::GetAtt`, or a text with
   * parts in braces: `{}` is what `Ref` returns, `{arn}` the ARN, `{.version}` an attribute of Terraform's.
   */
  readonly attributes: Readonly<Record<string, string>>;
}

/** CloudFormation's property → the argument that has its value, as a path through nested blocks. */
export interface PropertyRows {
  readonly [property: string]: string | PropertyRows;
}

/** A type's properties and attributes. */
export function row(type: string, properties: PropertyRows, attributes: TypeRow['attributes']): TypeRow {
  return { type, properties, attributes };
}

/** A type that is named by its argument `name`; that is its ID, too. */
export function namedType(type: string, nameProperty: string, more: PropertyRows = {}): TypeRow {
  return row(type, { [nameProperty]: 'name', ...more }, { name: '', id: '', arn: '{arn}' });
}

/** A type whose ID is its ARN. */
export function byArn(type: string, nameProperty: string, more: PropertyRows = {}): TypeRow {
  return row(type, { [nameProperty]: 'name', ...more }, { arn: '{arn}', id: '{arn}', name: '{name}' });
}

/** A type whose ID AWS makes. */
export function byId(type: string, more: PropertyRows = {}): TypeRow {
  return row(type, more, { id: '', arn: '{arn}' });
}

/** A part of an ARN in the Region and account of the resource. */
export function regionalForm(service: string, resource: string): string {
  return `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`;
}
