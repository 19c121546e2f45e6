import { isArray, isObject, type Json } from '../asl/json.ts';
import { own } from '../own.ts';
import type { Resolver } from './intrinsics.ts';
import { propertiesOf, resourceTypeOf, type Template } from './read.ts';
import { registryType } from './resourceTypes.ts';
import { attribute } from './tags.ts';

/**
 * Attributes that a resource's type doesn't have: CloudFormation refuses the template.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html
 */

interface Use {
  readonly id: string;
  readonly attribute: string;
  readonly path: readonly string[];
}

/** The first of these resources' uses of an attribute that doesn't exist, in one line; undefined if all exist. */
export function unknownAttribute(
  ids: readonly string[],
  template: Template,
  { condition }: Resolver,
): string | undefined {
  if (hasMacro(template)) return undefined;
  for (const id of ids) {
    const resource = own(template.resources, id);
    const path = ['Resources', id, 'Properties'];
    for (const use of usesIn(resource === undefined ? {} : propertiesOf(resource), path, condition)) {
      const problem = problemOf(use, template);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

/** What a macro of the account makes of the template isn't known; AWS's own leave the attributes as they are. */
function hasMacro({ json }: Template): boolean {
  const transform = own(json, 'Transform') ?? [];
  return (isArray(transform) ? transform : [transform]).some((each) => {
    const name = isObject(each) ? own(each, 'Name') : each;
    return typeof name !== 'string' || !name.startsWith('AWS::');
  });
}

function usesIn(json: Json, path: readonly string[], condition: Resolver['condition']): readonly Use[] {
  if (isArray(json)) return json.flatMap((item, index) => usesIn(item, [...path, String(index)], condition));
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const at = [...path, key];
    if (key === 'Fn::GetAtt') return getAttUse(value, at);
    const [first, ...rest] = isArray(value) ? value : [value];
    if (key === 'Fn::Sub' && typeof first === 'string')
      return [...subUses(first, rest[0], at), ...rest.flatMap((map) => usesIn(map, at, condition))];
    if (key === 'Fn::If' && typeof first === 'string') {
      const decided = condition(first);
      const taken = decided === undefined ? rest : rest.slice(decided ? 0 : 1, decided ? 1 : 2);
      return taken.flatMap((branch) => usesIn(branch, at, condition));
    }
    return usesIn(value, at, condition);
  });
}

function getAttUse(argument: Json, path: readonly string[]): readonly Use[] {
  const parts = typeof argument === 'string' ? attribute(argument) : argument;
  if (!isArray(parts) || !parts.every((part) => typeof part === 'string')) return [];
  const [id = '', ...rest] = parts;
  return [{ id, attribute: rest.join('.'), path }];
}

function subUses(text: string, map: Json | undefined, path: readonly string[]): readonly Use[] {
  const variables = isObject(map) ? map : {};
  return [...text.matchAll(/\$\{([^!{}][^{}]*)\}/g)].flatMap(([, name = '']) => {
    const [id = '', attributeName] = name.trim().split(/\.(.*)/s);
    return attributeName === undefined || own(variables, name.trim()) !== undefined
      ? []
      : [{ id, attribute: attributeName, path }];
  });
}

/** SAM creates a resource of these types under the same logical ID, and has attributes of its own beside its. */
const MADE_BY_SAM: Readonly<Record<string, string>> = {
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::GraphQLApi': 'AWS::AppSync::GraphQLApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
};

function problemOf({ id, attribute: name, path }: Use, template: Template): string | undefined {
  const resource = own(template.resources, id);
  // An attribute with a dot is one of another stack's, or of what a property is.
  if (resource === undefined || !/^\w+$/.test(name)) return undefined;
  const written = resourceTypeOf(resource);
  const type = own(MADE_BY_SAM, written) ?? written;
  const attributes = registryType(type)?.attributes;
  if (attributes === undefined || attributes.some((each) => each === name || each.startsWith(`${name}.`))) {
    return undefined;
  }
  const meant = attributes.find((each) => each.toLowerCase() === name.toLowerCase());
  if (type !== written && meant === undefined) return undefined;
  const line = lineOf(path, template);
  const place = `${path[1]}${line === undefined ? '' : ` (line ${line})`}`;
  const hint = meant === undefined ? '' : `; did you mean ${id}.${meant}?`;
  const whole = attributes.filter((each) => !attributes.includes(each.replace(/\..*/s, '')) || !each.includes('.'));
  const list = whole.length === 0 ? 'It has none' : `It has ${whole.join(', ')}`;
  return `${place} uses ${id}.${name}, but ${type} has no attribute ${name}${hint === '' ? '.' : hint} ${list}`;
}

/** The line of the property that contains the function. */
function lineOf(path: readonly string[], template: Template): number | undefined {
  const inFunction = path.findIndex((key) => key.startsWith('Fn::'));
  return template.lineOf(path.slice(0, inFunction));
}
