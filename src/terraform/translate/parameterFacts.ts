import type { StatedFacts } from '../../facts/fact.ts';
import { hasPlaceholder } from '../../iam/text.ts';
import { own } from '../../own.ts';
import { withPlace } from '../../template/facts/context.ts';
import { kmsKeyIn } from '../../template/facts/key.ts';
import { keyFact, regional } from '../../template/facts/row.ts';
import { type ParameterValues, resolverOf } from '../../template/intrinsics.ts';
import { propertiesOf, resourceTypeOf, type Template } from '../../template/read.ts';

/**
 * The keys of parameters of the type SecureString, which CloudFormation doesn't make: a template says nothing of them.
 *
 * Source: https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/ssm_parameter.html.markdown (key_id)
 */
export function parameterFacts(template: Template, values: ParameterValues): readonly StatedFacts[] {
  const context = { template, resolver: resolverOf(template, values) };
  return Object.entries(template.resources).flatMap(([id, resource]): readonly StatedFacts[] => {
    const properties = propertiesOf(resource);
    if (resourceTypeOf(resource) !== 'AWS::SSM::Parameter' || own(properties, 'Type') !== 'SecureString') return [];
    const [name, key] = ['Name', 'KeyId'].map((property) => context.resolver.resolve(own(properties, property) ?? ''));
    const facts = keyFact(kmsKeyIn(key, context));
    if (typeof name !== 'string' || name === '' || hasPlaceholder(name) || facts.key === undefined) return [];
    // A name that starts with a slash follows its type without another one.
    const text = regional('ssm', name.startsWith('/') ? `parameter${name}` : `parameter/${name}`);
    return [{ resource: withPlace(text, context), facts, source: 'terraform', place: id }];
  });
}
