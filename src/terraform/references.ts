import { type ParameterValues, resolverOf } from '../template/intrinsics.ts';
import { type Placeholders, writeOut } from '../template/placeholder.ts';
import type { Template } from '../template/read.ts';
import { resourceTypeOf } from '../template/read.ts';
import { shapeOf } from '../template/resources.ts';

/**
 * The texts by which policies name the template's resources, ARNs first of all, and Terraform's expression for each: of a
 * queue with a name, `arn:aws:sqs:eu-west-1:111122223333:orders` and `aws_sqs_queue.orders.arn`.
 */
export function referencesIn(template: Template, values: ParameterValues): ReadonlyMap<string, string> {
  const { resolve, placeholders } = resolverOf(template, values);
  const all = new Map<string, string>();
  for (const [id, resource] of Object.entries(template.resources)) {
    const type = resourceTypeOf(resource);
    const { ref, arn } = shapeOf(type);
    const json = arn !== undefined ? { 'Fn::GetAtt': [id, arn] } : ref === 'arn' ? { Ref: id } : undefined;
    const text = json === undefined ? undefined : resolve(json);
    const expression = template.dialect?.nameOf(id, type, arn ?? '');
    if (typeof text !== 'string' || expression === undefined) continue;
    for (const each of [text, writtenOut(text, placeholders())]) if (!all.has(each)) all.set(each, expression);
  }
  return all;
}

function writtenOut(text: string, placeholders: Placeholders): string {
  return writeOut(text, placeholders);
}
