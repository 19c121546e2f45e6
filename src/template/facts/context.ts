import type { Json } from '../../asl/json.ts';
import type { Resolver } from '../intrinsics.ts';
import { writeOutBy } from '../placeholder.ts';
import type { Template } from '../read.ts';

/** What reading a resource's facts needs of the template that it is in. */
export interface FactContext {
  readonly template: Template;
  readonly resolver: Resolver;
}

/** A text with `${AWS::Region}` and the like, with their values as far as they are known. */
export function withPlace(text: string, { resolver }: FactContext): string {
  const resolved = resolver.resolve({ 'Fn::Sub': text });
  return typeof resolved === 'string' ? resolved : text;
}

/** The text as the analysis sees it, with ARNs composed of names. */
export function writtenText(text: string, { resolver }: FactContext): string {
  return writeOutBy(text, resolver.placeholder);
}

/** An attribute's text; undefined if it isn't one. */
export function attributeText(id: string, attribute: string, { resolver }: FactContext): string | undefined {
  const value = resolver.resolve({ 'Fn::GetAtt': [id, attribute] });
  return typeof value === 'string' ? value : undefined;
}

/** The resource that a placeholder stands for or belongs to. */
export function placeholderResource(
  text: string,
  { resolver }: FactContext,
): { readonly id: string; readonly type: string } | undefined {
  const what = resolver.placeholder(text);
  return what?.logicalId === undefined || what.resourceType === undefined
    ? undefined
    : { id: what.logicalId, type: what.resourceType };
}

/** CloudFormation also takes a boolean as a text. */
export function isTrue(json: Json | undefined): boolean {
  return json === true || (typeof json === 'string' && /^(?:true|yes|on)$/i.test(json));
}

export function isFalse(json: Json | undefined): boolean {
  return json === false || (typeof json === 'string' && /^(?:false|no|off)$/i.test(json));
}
