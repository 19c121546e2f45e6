import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { parseArn } from '../iam/arn.ts';
import { own } from '../own.ts';
import { resolverOf } from './intrinsics.ts';
import { propertiesOf, section, type Template } from './read.ts';
import { shapeOf } from './resources.ts';

/**
 * A resource's properties as CloudFormation shows them, in an event or in the template, and how others differ from
 * them.
 */

/** A stack as DescribeStacks returns it. */
export interface StackView {
  readonly id: string;
  readonly status: string;
  /** Resolved values, including those from Parameter Store; without those that CloudFormation hides. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** The values that the template refers to. */
export interface References {
  /** Export name → value. */
  readonly exports: ReadonlyMap<string, string>;
  /** Logical ID → physical ID of the stack's resources. */
  readonly physicalIds: ReadonlyMap<string, string>;
}

/** What CloudFormation shows in place of NoEcho parameters. */
const HIDDEN = /^\*{4,}$/;

export function isHidden(value: string): boolean {
  return HIDDEN.test(value);
}

/** A property of the request that isn't known to be what is deployed: it differs, or CloudFormation hides it. */
export interface PropertyDifference {
  /** `.DefinitionSubstitutions.QueueUrl`; empty for the properties as a whole. */
  readonly path: string;
  readonly hidden: boolean;
}

/** Where the properties that were sent differ from those that CloudFormation shows. */
export function differences(shown: ShownValue, sent: Json | undefined, path: string): readonly PropertyDifference[] {
  const different = [{ path, hidden: false }];
  switch (shown.kind) {
    case 'hidden':
      return [{ path, hidden: true }];
    case 'null':
      return sent === undefined || sent === null || isEmpty(sent) ? [] : different;
    case 'text':
      // CloudFormation sends booleans and numbers as strings.
      return sent === undefined || sent === null || typeof sent === 'object' || String(sent) !== shown.text
        ? different
        : [];
    case 'list':
      if (shown.items.length === 0 && (sent === undefined || sent === null)) return [];
      if (!isArray(sent) || sent.length !== shown.items.length) return different;
      return shown.items.flatMap((item, index) => differences(item, sent[index], `${path}.${index}`));
    case 'object': {
      if (shown.members.size === 0 && (sent === undefined || sent === null)) return [];
      if (!isObject(sent)) return different;
      const names = new Set([...shown.members.keys(), ...Object.keys(sent)]);
      return [...names].flatMap((name) => {
        const at = `${path}.${name}`;
        // CloudFormation's own property, which doesn't affect the policy.
        if (at === '.ServiceTimeout') return [];
        const member = shown.members.get(name) ?? ABSENT;
        return differences(member, own(sent, name), at);
      });
    }
  }
}

/** Properties as CloudFormation shows them. */
export type ShownValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly items: readonly ShownValue[] }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, ShownValue> };

const HIDES: ShownValue = { kind: 'hidden' };
const ABSENT: ShownValue = { kind: 'null' };

/** An empty list or object asks for the same as none. */
function isEmpty(json: Json): boolean {
  return isArray(json) ? json.length === 0 : isObject(json) && Object.keys(json).length === 0;
}

/** Maps the members of a list or an object; leaves out those without a value (AWS::NoValue). */
function mappedValue(json: Json, value: (json: Json) => ShownValue | undefined): ShownValue | undefined {
  if (isArray(json)) return { kind: 'list', items: json.flatMap((item) => value(item) ?? []) };
  if (json === null) return ABSENT;
  if (!isObject(json)) return { kind: 'text', text: String(json) };
  const members = Object.entries(json).flatMap(([name, item]) => {
    const member = value(item);
    return member ? [[name, member] as const] : [];
  });
  return { kind: 'object', members: new Map(members) };
}

/** Properties in a stack event: resolved, except secrets. */
export function shownIn(json: Json): ShownValue {
  if (typeof json === 'string' && (isHidden(json) || json.includes(DYNAMIC))) return HIDES;
  return mappedValue(json, shownIn) ?? HIDES;
}

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const DYNAMIC = '{{resolve:';

/** Properties in a template, as far as its parameters, imports and resource names determine them. */
export function declaredProperties(
  template: Template,
  resource: JsonObject,
  stack: StackView,
  { exports, physicalIds }: References,
): ShownValue {
  const resolver = resolverOf(withStoredParameters(template, stack.parameters), {
    parameters: Object.fromEntries(stack.parameters),
    pseudo: pseudoParameters(stack.id),
    // The value of a hidden parameter may differ from its default.
    defaults: false,
  });
  const text = (value: string): string | undefined => {
    const placeholders = resolver.placeholders();
    const parts = value.split(PLACEHOLDER).map((part) => {
      const what = own(placeholders, part);
      if (!what) return part;
      const known = physicalIds.get(what.logicalId ?? '');
      if (known !== undefined && part === `\${${what.logicalId}}`) return known;
      if (what.writtenOut !== undefined && what.writtenOut !== part) return text(what.writtenOut);
      return known !== undefined && isNameOf(part, what.resourceType ?? '') ? lastPart(known) : undefined;
    });
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
  };
  const resolved = (json: Json): ShownValue | undefined => {
    if (typeof json !== 'string') return mappedValue(json, resolved);
    const known = text(json);
    return known === undefined ? HIDES : { kind: 'text', text: known };
  };
  const written = (json: Json): ShownValue | undefined => {
    if (!isIntrinsic(json) && !(typeof json === 'string' && json.includes(DYNAMIC))) return mappedValue(json, written);
    if (hasLiteralPlaceholder(json)) return HIDES;
    const value = resolver.resolve(withImports(json, (name) => importOf(name)));
    return value === undefined ? undefined : resolved(value);
  };
  const importOf = (name: Json) => {
    const known = resolver.resolve(name);
    return typeof known === 'string' ? exports.get(known) : undefined;
  };
  return written(propertiesOf(resource)) ?? HIDES;
}

const PLACEHOLDER = /(\$\{[^{}]+\})/;

function isIntrinsic(json: Json): json is JsonObject {
  if (!isObject(json)) return false;
  const [key = '', ...more] = Object.keys(json);
  return more.length === 0 && (key === 'Ref' || key.startsWith('Fn::'));
}

/** True if a text contains a literal `${Orders}`: once resolved, it looks like a reference. */
function hasLiteralPlaceholder(json: Json): boolean {
  if (typeof json === 'string') return json.includes('${');
  if (isArray(json)) return json.some(hasLiteralPlaceholder);
  if (!isObject(json)) return false;
  return Object.entries(json).some(([name, item]) => {
    if (name !== 'Fn::Sub') return hasLiteralPlaceholder(item);
    const [text, values = {}] = isArray(item) ? item : [item];
    return (typeof text === 'string' && text.includes('${!')) || hasLiteralPlaceholder(values);
  });
}

function withImports(json: Json, importOf: (name: Json) => string | undefined): Json {
  if (isArray(json)) return json.map((item) => withImports(item, importOf));
  if (!isObject(json)) return json;
  const name = isIntrinsic(json) ? own(json, 'Fn::ImportValue') : undefined;
  const value = name === undefined ? undefined : importOf(name);
  if (value !== undefined) return value;
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, withImports(item, importOf)]));
}

/** True for the attribute that is the resource's name if `Ref` returns its URL or ARN, such as `${Queue.QueueName}`. */
function isNameOf(placeholder: string, type: string): boolean {
  const { ref, nameAttribute } = shapeOf(type);
  return (ref === 'url' || ref === 'arn') && nameAttribute !== undefined && placeholder.endsWith(`.${nameAttribute}}`);
}

function lastPart(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
}

/** Gives parameters from Parameter Store the type of the stored value: the template has only their names. */
function withStoredParameters(template: Template, values: ReadonlyMap<string, string>): Template {
  const parameters = Object.entries(section(template, 'Parameters')).map(([name, parameter]) => {
    const type = isObject(parameter) ? own(parameter, 'Type') : undefined;
    if (!isObject(parameter) || typeof type !== 'string' || !values.has(name)) return [name, parameter] as const;
    const stored = /^AWS::SSM::Parameter::Value<(.*)>$/.exec(type)?.[1];
    return [name, stored === undefined ? parameter : { ...parameter, Type: stored }] as const;
  });
  return { ...template, json: { ...template.json, Parameters: Object.fromEntries(parameters) } };
}

function pseudoParameters(stackId: string): Readonly<Record<string, string>> {
  const { region = '', account = '', partition = '', resource = '' } = parseArn(stackId) ?? {};
  return {
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::Partition': partition,
    'AWS::StackId': stackId,
    'AWS::StackName': resource.split('/')[1] ?? '',
  };
}
