import { isArray, isObject, type Json } from '../asl/json.ts';
import { own } from '../own.ts';
import { resourceTypeOf, type Template } from './read.ts';

/** Resources that a template has at deployment and doesn't show. */

/** What a macro of the account makes of the template isn't known; AWS's own leave what is written as it is. */
export function hasMacro(template: Template): boolean {
  return transformsOf(template).some((name) => typeof name !== 'string' || !name.startsWith('AWS::'));
}

/**
 * True if something that isn't read here may add resources: a macro, an include, a module, or a loop. Of AWS's own
 * transforms SAM's is known, and that of the language extensions adds only what Fn::ForEach says.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
export function isExpanded(template: Template): boolean {
  return (
    transformsOf(template).some((name) => typeof name !== 'string' || !KNOWN_TRANSFORMS.has(name)) ||
    Object.values(template.resources).some((resource) => resourceTypeOf(resource).endsWith('::MODULE')) ||
    hasLoop(template.json)
  );
}

const KNOWN_TRANSFORMS: ReadonlySet<string> = new Set(['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions']);

function transformsOf({ json }: Template): readonly (Json | undefined)[] {
  const transform = own(json, 'Transform') ?? [];
  return (isArray(transform) ? transform : [transform]).map((each) => (isObject(each) ? own(each, 'Name') : each));
}

/** `Fn::ForEach::Name`, or `Fn::Transform` in place of resources or properties, at any depth. */
function hasLoop(json: Json): boolean {
  if (isArray(json)) return json.some(hasLoop);
  if (!isObject(json)) return false;
  return Object.entries(json).some(
    ([key, value]) => key.startsWith('Fn::ForEach') || key === 'Fn::Transform' || hasLoop(value),
  );
}

/** Resources that belong to no single one of the template's. */
const SHARED = /^(?:Serverless|CodeDeployServiceRole)/;

/**
 * True if SAM may make a resource with this logical ID: it starts with that of the resource for which it is made, such as
 * `PayRole` or `PayAliaslive` for `Pay`.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function isMadeBySam(id: string, { resources }: Template): boolean {
  const makers = Object.entries(resources).filter(
    ([, resource]) =>
      resourceTypeOf(resource).startsWith('AWS::Serverless::') || own(resource, 'Connectors') !== undefined,
  );
  return makers.length > 0 && (SHARED.test(id) || makers.some(([maker]) => id.startsWith(maker)));
}
