import type { Resource } from './grant.ts';
import type { ResourceSpec } from './integration.ts';

/**
 * The resources, and those whose names have capital letters once more in small letters: some services write names in
 * small letters in their ARNs, and IAM compares resources case by case.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function alsoInSmallLetters(spec: ResourceSpec): ResourceSpec {
  return (context) => spec(context).flatMap(inBothSpellings);
}

const NAME = /^((?:[^:]*:){5}[^/:]*[/:])(.*)$/s;
const PLACEHOLDER = /(\$\{[^}]*\})/;

function inBothSpellings(resource: Resource): readonly Resource[] {
  const [, before, name] = NAME.exec(resource.arn) ?? [];
  if (before === undefined || name === undefined) return [resource];
  const small = name
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 1 ? part : part.toLowerCase()))
    .join('');
  return small === name ? [resource] : [resource, { ...resource, arn: before + small }];
}
