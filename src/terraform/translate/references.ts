import { type ParameterValues, resolverOf } from '../../template/intrinsics.ts';
import { type Placeholders, writeOut } from '../../template/placeholder.ts';
import { resourceTypeOf } from '../../template/read.ts';
import { shapeOf } from '../../template/resources.ts';
import type { Translation } from './translate.ts';

/**
 * The texts by which policies name the template's resources, ARNs first of all, and Terraform's expression for each: of a
 * queue with a name, `arn:aws:sqs:eu-west-1:111122223333:orders` and `aws_sqs_queue.orders.arn`.
 */
export function referencesIn(
  { template, expressions }: Translation,
  used: Placeholders,
  values: ParameterValues,
): ReadonlyMap<string, string> {
  const { resolve, placeholders } = resolverOf(template, values);
  const all = new Map<string, string>();
  for (const text of Object.keys(used)) {
    const name = text.slice(2, -1);
    if (!name.startsWith('AWS::')) all.set(text, expressions.get(name) ?? name);
  }
  for (const [id, resource] of Object.entries(template.resources)) {
    const type = resourceTypeOf(resource);
    const { ref, arn, form } = shapeOf(type);
    const json = arn !== undefined ? { 'Fn::GetAtt': [id, arn] } : ref === 'arn' ? { Ref: id } : undefined;
    const expression = template.dialect?.nameOf(id, type, arn ?? '');
    const text = json === undefined ? undefined : resolve(json);
    // The provider's ARN of a log group lacks the `:*`.
    if (typeof text !== 'string' || expression === undefined || form?.endsWith(':*') === true) continue;
    for (const each of [text, writeOut(text, placeholders())]) {
      for (const form of [each, each.replace('arn:${AWS::Partition}:', 'arn:aws:')]) {
        if (!all.has(form)) all.set(form, expression);
      }
    }
  }
  return all;
}
