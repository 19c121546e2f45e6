import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { partitionOf, urlSuffixOf } from '../iam/arn.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';
import { type ConditionMemo, conditionMemo, evaluateCondition } from './conditions.ts';
import { dialectOf } from './dialect.ts';
import {
  argumentList,
  type FunctionResult,
  type FunctionScope,
  fnFindInMap,
  fnJoin,
  fnSelect,
  fnSplit,
  fnSub,
  NONE,
  UNKNOWN,
  undecidedResult,
  valueOrNone,
  valueResult,
} from './functions.ts';
import { opaqueName } from './opaque.ts';
import { parameterValue } from './parameters.ts';
import { type Placeholder, type Placeholders, writeOut } from './placeholder.ts';
import { propertiesOf, resourceTypeOf, section, type Template } from './read.ts';
import { attributeOf, placeholderKind, type ResourceContext, refOf } from './resourceValues.ts';
import { attribute } from './tags.ts';

/** Values of a template's parameters that the user gives. Everything is optional. */
export interface ParameterValues {
  readonly parameters?: Readonly<Record<string, string>>;
  /** Values of pseudo parameters, such as `AWS::Region`. */
  readonly pseudo?: Readonly<Record<string, string>>;
  /** False: ignore default values, so a parameter without a value stays `${Parameter}`. */
  readonly defaults?: boolean;
}

/** Resolves a template's intrinsic functions; leaves what it cannot resolve as `${…}`. */
export interface Resolver {
  /** The value without intrinsic functions; undefined for `AWS::NoValue`. */
  readonly resolve: (value: Json, locals?: FunctionScope['locals']) => Json | undefined;
  /** Undefined if it is known only at deployment. */
  readonly condition: (name: string) => boolean | undefined;
  /** What a placeholder in the values resolved so far stands for. */
  readonly placeholder: (text: string) => Placeholder | undefined;
  /** All placeholders in the values resolved so far. */
  readonly placeholders: () => Placeholders;
}

interface Context {
  readonly template: Template;
  readonly values: ParameterValues;
  readonly placeholders: Map<string, Placeholder>;
  /** The resources being described now: a name may contain another resource's name, but not its own. */
  readonly open: Set<string>;
  /** The texts found for resources so far: names within names would be resolved over and over. */
  readonly answers: Map<string, string>;
  readonly conditions: ConditionMemo;
}

export function resolverOf(template: Template, values: ParameterValues = {}): Resolver {
  const context: Context = {
    template,
    values,
    placeholders: new Map(),
    open: new Set(),
    answers: new Map(),
    conditions: conditionMemo(),
  };
  return {
    resolve: (json, locals = {}) => resolve(context, json, locals),
    condition: (name) => condition(context, name),
    placeholder: (text) => context.placeholders.get(text),
    placeholders: allOf(context.placeholders),
  };
}

/** All of a map that only grows, copied where it has grown. */
function allOf<T>(map: ReadonlyMap<string, T>): () => Readonly<Record<string, T>> {
  let copy: Readonly<Record<string, T>> = {};
  let size = 0;
  return () => {
    if (size === map.size) return copy;
    size = map.size;
    return (copy = Object.fromEntries(map));
  };
}

function resolve(context: Context, json: Json, locals: FunctionScope['locals'] = {}): Json | undefined {
  if (typeof json === 'string') return dynamicReferences(context, json);
  if (isArray(json)) return json.map((item) => resolve(context, item, locals)).filter((item) => item !== undefined);
  if (!isObject(json)) return json;
  const [key = '', ...more] = Object.keys(json);
  if (more.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) return intrinsic(context, key, json, locals);
  const entries: (readonly [string, Json])[] = [];
  for (const [name, item] of Object.entries(json)) {
    const resolved = resolve(context, item, locals);
    if (resolved !== undefined) entries.push([name, resolved]);
  }
  return Object.fromEntries(entries);
}

/** A few lines of a template can double a text many times. */
const MAX_TEXT = 2_000_000;

function intrinsic(context: Context, key: string, json: JsonObject, locals: FunctionScope['locals']): Json | undefined {
  const apply = own(FUNCTIONS, key);
  const scope: FunctionScope = { locals, resolve: (item) => resolve(context, item, locals) };
  const result = apply?.(own(json, key) ?? '', scope, context) ?? UNKNOWN;
  switch (result.kind) {
    case 'none':
      return undefined;
    case 'value': {
      const resolved = result.value;
      return typeof resolved === 'string' && resolved.length > MAX_TEXT ? opaque(context, json, 'value') : resolved;
    }
    case 'unknown':
      return opaque(context, json, result.placeholder ?? 'value');
  }
}

const FUNCTIONS: Readonly<Record<string, (argument: Json, scope: FunctionScope, context: Context) => FunctionResult>> =
  {
    Ref: (argument, scope, context) => (typeof argument === 'string' ? ref(context, argument, scope) : UNKNOWN),
    'Fn::GetAtt': (argument, scope, context) => {
      const parts = argumentList(typeof argument === 'string' ? attribute(argument) : argument).map(scope.resolve);
      const texts = parts.filter((part) => typeof part === 'string');
      const [id, ...rest] = texts;
      return id === undefined || rest.length === 0 || texts.length < parts.length
        ? UNKNOWN
        : valueResult(getAtt(context, id, rest.join('.')));
    },
    'Fn::Sub': (argument, scope, context) => fnSub(argument, scope, (name) => ref(context, name, scope)),
    'Fn::Join': fnJoin,
    'Fn::Select': fnSelect,
    'Fn::Split': (argument, scope, context) =>
      fnSplit(argument, scope, (text) =>
        argumentList(argument)[0] === ':'
          ? (familyArn(context, text) ?? familyRevision(context, text) ?? composedArn(context, text))
          : (revisionArn(context, text) ?? composedArn(context, text)),
      ),
    'Fn::If': (argument, scope, context) => {
      const [name, yes = '', no = ''] = argumentList(argument);
      const decided = typeof name === 'string' ? condition(context, name) : undefined;
      if (decided === undefined) return undecidedResult(scope.resolve(yes), scope.resolve(no));
      return valueOrNone(scope.resolve(decided ? yes : no));
    },
    'Fn::FindInMap': (argument, scope, { template }) => fnFindInMap(argument, scope, section(template, 'Mappings')),
    'Fn::ToJsonString': (argument, scope) => valueResult(JSON.stringify(scope.resolve(argument) ?? '')),
    'Fn::Length': (argument, scope) => {
      const list = scope.resolve(argument);
      return isArray(list) ? valueResult(list.length) : UNKNOWN;
    },
  };

function ref(context: Context, name: string, { locals }: Pick<FunctionScope, 'locals'>): FunctionResult {
  if (name === 'AWS::NoValue') return NONE;
  const local = own(locals, name);
  if (local !== undefined) return valueResult(local);
  if (name.startsWith('AWS::')) return valueResult(pseudo(context, name));
  const { template, values } = context;
  const parameter = own(section(template, 'Parameters'), name);
  if (isObject(parameter)) {
    const override = new Map(Object.entries(values.parameters ?? {})).get(name);
    const known = parameterValue(parameter, override, values.defaults ?? true);
    return valueResult(known ?? add(context, `\${${name}}`, { kind: placeholderKind(name) }));
  }
  const resource = own(template.resources, name);
  if (isObject(resource))
    return valueResult(answeredOnce(context, name, '', () => refOf(name, resource, resourceContext(context))));
  const meant = dialectOf(template).meaningOf(name);
  if (meant !== undefined)
    return meant.attribute === ''
      ? ref(context, meant.id, { locals })
      : valueResult(getAtt(context, meant.id, meant.attribute));
  // `${Queue.Arn}` in Fn::Sub, and SAM's `Ref: Function.Alias`.
  const [id = '', attributeName] = name.split(/\.(.*)/s);
  if (attributeName) return valueResult(getAtt(context, id, attributeName));
  return valueResult(add(context, `\${${name}}`, { kind: placeholderKind(name), logicalId: name }));
}

function getAtt(context: Context, id: string, name: string): string {
  // A custom resource may have an attribute of any name, and no placeholder has one: the CDK's reader of another Region's
  // exports has `/cdk/exports/Shop/Cuseast1FnGetAttTD925BC7EArn3E33F70D`.
  if (!/^[\w.-]+$/.test(name)) {
    return opaque(context, { 'Fn::GetAtt': [id, name] }, /FnGetAtt\w+Arn[0-9A-F]{8}$/.test(name) ? 'arn' : 'value');
  }
  const resource = own(context.template.resources, id);
  if (isObject(resource))
    return answeredOnce(context, id, name, () => attributeOf(id, resource, name, resourceContext(context)));
  // A resource that SAM creates, such as a function's role.
  return add(context, `\${${id}.${name}}`, { kind: placeholderKind(name), logicalId: id });
}

/** The ARN composed of names that CloudFormation generates; undefined if a part may contain anything. */
function composedArn({ placeholders }: Context, text: string): string | undefined {
  const arn = writeOut(text, Object.fromEntries(placeholders));
  const isName = (part: string) => {
    const what = placeholders.get(part);
    return part.startsWith('${AWS::') || (what?.resourceType !== undefined && what.kind !== 'value');
  };
  return arn.startsWith('arn:') && (arn.match(/\$\{[^{}]+\}/g) ?? []).every(isName) ? arn : undefined;
}

/** A task definition's ARN without its revision, which only the deployment knows: the CDK takes the family from it. */
function familyArn(context: Context, text: string): string | undefined {
  const { logicalId = '', resourceType } = context.placeholders.get(text) ?? {};
  const resource = own(context.template.resources, logicalId);
  if (resourceType !== 'AWS::ECS::TaskDefinition' || resource === undefined) return undefined;
  const { text: textOf, pseudo: part } = resourceContext(context);
  const family = textOf(own(propertiesOf(resource), 'Family'));
  if (family === undefined) return undefined;
  const [partition, region, account] = ['Partition', 'Region', 'AccountId'].map((name) => part(`AWS::${name}`));
  return `arn:${partition}:ecs:${region}:${account}:task-definition/${family}`;
}

/** A task definition's ARN with its revision, which gets a placeholder: `…task-definition/nightly:${SelectValue}`. */
function revisionArn(context: Context, text: string): string | undefined {
  const arn = familyArn(context, text);
  const { logicalId = '' } = context.placeholders.get(text) ?? {};
  return arn === undefined ? undefined : `${arn}:${opaque(context, revisionOf(logicalId), 'value')}`;
}

/** The last part of that ARN, which a text that contains anything else isn't. */
function familyRevision({ placeholders }: Context, text: string): string | undefined {
  const [, family = '', revision = ''] = /^((?:\$\{[^{}]+\}|[^:${}])+):(\$\{[^{}]+\})$/.exec(text) ?? [];
  const { intrinsic } = placeholders.get(revision) ?? {};
  const isRevision = JSON.stringify(intrinsic)?.startsWith(JSON.stringify(revisionOf('')).split('""')[0] ?? '');
  return isRevision && !hasPlaceholder(family) ? text : undefined;
}

/** A task definition's ARN has six colons in front of the revision. */
function revisionOf(logicalId: string): JsonObject {
  return { 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: logicalId }] }] };
}

/** Names in names, deeper than anyone writes them. */
const MAX_NAMES = 100;

function answeredOnce(
  { template, open, answers }: Context,
  id: string,
  attributeName: string,
  run: () => string,
): string {
  const key = `${id}.${attributeName}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (open.has(id) || open.size >= MAX_NAMES) return placeholderOf(template, id, '');
  open.add(id);
  const result = run();
  open.delete(id);
  answers.set(key, result);
  return result;
}

function condition(context: Context, name: string): boolean | undefined {
  const { template, conditions } = context;
  return evaluateCondition(name, section(template, 'Conditions'), (json) => resolve(context, json), conditions);
}

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html */
function pseudo({ values }: Context, name: string): string {
  const known = values.pseudo ?? {};
  const region = known['AWS::Region'];
  const partition = known['AWS::Partition'] ?? (region === undefined ? undefined : partitionOf(region));
  const derived: Readonly<Record<string, string | undefined>> = {
    'AWS::Partition': partition,
    'AWS::URLSuffix': partition === undefined ? undefined : urlSuffixOf(partition),
  };
  return own(known, name) ?? own(derived, name) ?? `\${${name}}`;
}

/** The placeholder of what `Ref` or `Fn::GetAtt` of one of the template's resources returns. */
function placeholderOf(template: Template, id: string, attributeName: string): string {
  const type = resourceTypeOf(own(template.resources, id) ?? {});
  return `\${${dialectOf(template).nameOf(id, type, attributeName)}}`;
}

function resourceContext(context: Context): ResourceContext {
  return {
    pseudo: (name) => pseudo(context, name),
    placeholder: (id, attribute) => placeholderOf(context.template, id, attribute),
    add: (text, what) => add(context, text, what),
    text: (json) => {
      const resolved = json === undefined ? undefined : resolve(context, json);
      if (typeof resolved !== 'string') return undefined;
      const parts = resolved.match(/\$\{[^{}]+\}/g) ?? [];
      return parts.some((part) => context.placeholders.get(part)?.intrinsic !== undefined) ? undefined : resolved;
    },
  };
}

function add({ placeholders }: Context, text: string, what: Placeholder): string {
  if (!placeholders.has(text)) placeholders.set(text, what);
  return text;
}

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
function dynamicReferences(context: Context, text: string): string {
  if (!text.includes('{{resolve:')) return text;
  return text.replaceAll(/\{\{resolve:(?:\$\{[^{}]*\}|[^{}])*\}\}/g, (whole) =>
    opaque(context, whole.includes('${') ? { 'Fn::Sub': whole } : whole, 'value'),
  );
}

/** A placeholder with a generated name for what only the deployment knows. */
function opaque(context: Context, json: Json, kind: Placeholder['kind']): string {
  const { placeholders, template } = context;
  const imported = isObject(json) ? resolve(context, own(json, 'Fn::ImportValue') ?? '') : '';
  const same = JSON.stringify(json);
  const name = opaqueName(json, typeof imported === 'string' ? imported : '', kind, (candidate) => {
    const known = placeholders.get(`\${${candidate}}`);
    if (known) return known.intrinsic !== undefined && JSON.stringify(known.intrinsic) === same;
    return !Object.hasOwn(template.resources, candidate) && !own(section(template, 'Parameters'), candidate);
  });
  return add(context, `\${${name}}`, { kind: /arn$/i.test(name) ? 'arn' : kind, intrinsic: json });
}
