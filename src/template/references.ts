import { isArray, isObject, type Json } from '../asl/json.ts';
import { nearestLine, stateAndField } from '../asl/lines.ts';
import { nearest } from '../nearest.ts';
import { own } from '../own.ts';
import { attributeProblem, hasAttribute } from './attributes.ts';
import { dialectOf } from './dialect.ts';
import type { Resolver } from './intrinsics.ts';
import { propertiesOf, resourceTypeOf, section, type Template } from './read.ts';
import { attribute } from './tags.ts';
import { hasMacro, isExpanded, isMadeBySam } from './unseen.ts';

/**
 * References to resources and attributes that don't exist: CloudFormation refuses the template.
 *
 * Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html,
 * …-getatt.html and …-sub.html
 */

/** A reference to nothing. */
export interface BrokenReference {
  /** Its place, what is wrong and what to do, in one line. */
  readonly reason: string;
  readonly line: number | undefined;
}

interface Use {
  readonly id: string;
  /** Undefined for what Ref returns; empty where Fn::GetAtt lacks it. */
  readonly attribute: string | undefined;
  /** True for a Ref with a dot, as only SAM has it. */
  readonly isRef?: boolean;
  /** The keys that lead to it from the template's root. */
  readonly path: readonly string[];
  /** Lines above it in the text of an Fn::Sub. */
  readonly linesAbove: number;
}

/** The first of these resources' references to nothing; undefined if all exist, or may. */
export function brokenReference(
  ids: readonly string[],
  template: Template,
  { condition }: Resolver,
): BrokenReference | undefined {
  if (hasMacro(template) || dialectOf(template).isChecked) return undefined;
  const isWhole = !isExpanded(template);
  for (const id of ids) {
    const resource = own(template.resources, id);
    const path = ['Resources', id, 'Properties'];
    for (const use of usesIn(resource === undefined ? {} : propertiesOf(resource), path, condition)) {
      const problem = problemOf(use, template, isWhole);
      if (problem !== undefined) return located(use, problem, template);
    }
  }
  return undefined;
}

/** True if a value refers to this resource, in whichever branch of a condition. */
export function refersTo(json: Json, id: string): boolean {
  return usesIn(json, [], () => undefined).some((use) => use.id === id) || hasRef(json, id);
}

/** A logical ID has no dot, the address of another tool's resource has. */
function hasRef(json: Json, id: string): boolean {
  if (!id.includes('.')) return false;
  if (isArray(json)) return json.some((item) => hasRef(item, id));
  return isObject(json) && (own(json, 'Ref') === id || Object.values(json).some((item) => hasRef(item, id)));
}

/** `Orders (line 12): state /States/Pay: field Arguments.FunctionName: uses …`. */
function located({ path, linesAbove }: Use, problem: string, { lineOf, blockLineOf }: Template): BrokenReference {
  const [, id = '', , property = '', ...rest] = path;
  const inFunction = rest.findIndex((key) => key === 'Ref' || key.startsWith('Fn::'));
  const keys = inFunction < 0 ? rest : rest.slice(0, inFunction);
  const block = blockLineOf(path);
  const line = block === undefined ? nearestLine(lineOf, path) : block + linesAbove;
  const inState = property === 'Definition' ? stateAndField(keys) : undefined;
  const { state = '', field: below = '' } = inState ?? {};
  const field = state === '' ? [property, ...keys].join('.') : below;
  const where = [
    line === undefined ? id : `${id} (line ${line})`,
    ...(state === '' ? [] : [`state ${state}`]),
    `field ${field}`,
  ];
  return { reason: `${where.join(': ')}: ${problem}`, line };
}

function usesIn(json: Json, path: readonly string[], condition: Resolver['condition']): readonly Use[] {
  if (isArray(json)) return json.flatMap((item, index) => usesIn(item, [...path, String(index)], condition));
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const at = [...path, key];
    if (key === 'Ref') return refUse(value, at);
    if (key === 'Fn::GetAtt') return getAttUse(value, at);
    const [first, ...rest] = isArray(value) ? value : [value];
    if (key === 'Fn::Sub' && typeof first === 'string')
      return [...subUses(first, rest[0], isArray(value) ? [...at, '0'] : at), ...usesIn(rest, at, condition)];
    if (key === 'Fn::If' && typeof first === 'string') {
      const decided = condition(first);
      const taken = decided === undefined ? rest : rest.slice(decided ? 0 : 1, decided ? 1 : 2);
      return taken.flatMap((branch) => usesIn(branch, at, condition));
    }
    return usesIn(value, at, condition);
  });
}

function refUse(argument: Json, path: readonly string[]): readonly Use[] {
  if (typeof argument !== 'string') return [];
  const [id = '', name] = argument.split(/\.(.*)/s);
  return [{ id, attribute: name, isRef: name !== undefined, path, linesAbove: 0 }];
}

function getAttUse(argument: Json, path: readonly string[]): readonly Use[] {
  const parts = typeof argument === 'string' ? [attribute(argument)].flat() : argument;
  if (!isArray(parts) || !parts.every((part) => typeof part === 'string')) return [];
  const [id = '', ...rest] = parts;
  return [{ id, attribute: rest.join('.'), path, linesAbove: 0 }];
}

function subUses(text: string, map: Json | undefined, path: readonly string[]): readonly Use[] {
  const variables = isObject(map) ? map : {};
  return [...text.matchAll(/\$\{([^!{}][^{}]*)\}/g)].flatMap(({ 1: name = '', index }) => {
    const [id = '', attributeName] = name.trim().split(/\.(.*)/s);
    if (own(variables, name.trim()) !== undefined) return [];
    return [{ id, attribute: attributeName, path, linesAbove: text.slice(0, index).split('\n').length - 1 }];
  });
}

/** `isWhole`: the template shows all of its resources. */
function problemOf({ id, attribute: name, isRef }: Use, template: Template, isWhole: boolean): string | undefined {
  const resource = own(template.resources, id);
  if (resource !== undefined) {
    const type = resourceTypeOf(resource);
    if (isRef === true) return name === undefined ? undefined : refProblem(id, name, type);
    return name === undefined ? undefined : attributeProblem(id, name, type);
  }
  if (isRef === true) return undefined;
  if (id.startsWith('AWS::')) return pseudoProblem(id);
  const parameters = section(template, 'Parameters');
  const isThere = own(parameters, id) !== undefined && name === undefined;
  // A name that is no logical ID is some other tool's placeholder.
  if (!isWhole || isThere || !/^[A-Za-z0-9]+$/.test(id) || isMadeBySam(id, template)) return undefined;
  const resources = Object.keys(template.resources);
  const like = nearest(id, name === undefined ? [...resources, ...Object.keys(parameters)] : resources);
  const what = name === undefined ? 'no resource or parameter' : 'no resource';
  const hint = like === undefined ? '' : `; did you mean ${name === undefined ? like : `${like}.${name}`}?`;
  return `refers to ${id}, which is ${what} of this template${hint}`;
}

/**
 * SAM has a few properties that a Ref can name, such as `Function.Alias`; whatever CloudFormation has is for Fn::GetAtt.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
function refProblem(id: string, name: string, type: string): string | undefined {
  if (type.startsWith('AWS::Serverless::') && !hasAttribute(name, type)) return undefined;
  return `refers to ${id}.${name} by Ref, which takes no attribute; write Fn::GetAtt`;
}

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html */
const PSEUDO = ['AccountId', 'NotificationARNs', 'NoValue', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'];

/** AWS may have more of them by now: only what looks like a slip is one. */
function pseudoProblem(name: string): string | undefined {
  const known = PSEUDO.map((each) => `AWS::${each}`);
  const like = known.includes(name) ? undefined : nearest(name, known);
  return like === undefined ? undefined : `refers to ${name}, which is no pseudo parameter; did you mean ${like}?`;
}
