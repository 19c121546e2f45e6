import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { parseArn } from '../iam/arn.ts';
import { own } from '../own.ts';
import { resolverOf } from './intrinsics.ts';
import { propertiesOf, section, type Template, typeOf } from './read.ts';
import { shapeOf } from './resources.ts';

/**
 * Whether a request to a custom resource's function is the one that CloudFormation has under way. Whoever may invoke the
 * function can send any event: nothing of it counts but what CloudFormation itself says of the stack.
 */

/** An event that claims to be CloudFormation's. */
export interface CustomResourceRequest {
  readonly type: 'Create' | 'Update' | 'Delete';
  readonly stackId: string;
  readonly logicalId: string;
  readonly resourceType: string;
  /** Empty for a Create. */
  readonly physicalId: string;
  readonly properties: Json;
}

/** A stack as DescribeStacks has it. */
export interface StackView {
  readonly id: string;
  readonly status: string;
  /** With their resolved values, those from Parameter Store included; without those that CloudFormation hides. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** An entry of DescribeStackEvents. */
export interface ResourceEvent {
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  /** Empty where there is none yet. */
  readonly physicalId: string;
  /** The resolved properties, as far as CloudFormation shows them. */
  readonly properties: JsonObject | undefined;
}

/** What the template refers to. */
export interface References {
  /** Export's name → its value. */
  readonly exports: ReadonlyMap<string, string>;
  /** Logical ID → physical ID of the stack's resources. */
  readonly physicalIds: ReadonlyMap<string, string>;
}

/** What CloudFormation writes in place of what it hides: NoEcho parameters. */
const HIDDEN = /^\*{4,}$/;

export function isHidden(value: string): boolean {
  return HIDDEN.test(value);
}

/**
 * Whether CloudFormation is doing to that very resource what the request asks for: a line that says why not, else
 * undefined. `events`: the newest first, as DescribeStackEvents gives them.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
 */
export function notInProgress(
  request: CustomResourceRequest,
  stack: StackView | undefined,
  events: readonly ResourceEvent[],
): string | undefined {
  const { logicalId, stackId, type, resourceType, physicalId } = request;
  // A stack's name is used again once it is deleted, its ID never is.
  if (!stack || stack.id !== stackId) return `there is no stack with the ID ${stackId}`;
  // A stack in review is one that nobody has begun to make.
  if (!stack.status.endsWith('_IN_PROGRESS') || stack.status === 'REVIEW_IN_PROGRESS') {
    return `CloudFormation is not working on the stack (its status is ${stack.status})`;
  }
  const newest = events.find((event) => event.logicalId === logicalId);
  if (!newest) return `the stack has no resource ${logicalId} under way`;
  if (newest.status !== IN_PROGRESS[type]) return `${logicalId} is not under way (its status is ${newest.status})`;
  if (!isCustom(newest.type) || newest.type !== resourceType) return `${logicalId} is of the type ${newest.type}`;
  if (type !== 'Create' && newest.physicalId !== physicalId) {
    return `${logicalId} is ${newest.physicalId}, and not ${physicalId}`;
  }
  return undefined;
}

const IN_PROGRESS = {
  Create: 'CREATE_IN_PROGRESS',
  Update: 'UPDATE_IN_PROGRESS',
  Delete: 'DELETE_IN_PROGRESS',
} as const;

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html */
function isCustom(type: string): boolean {
  return type === 'AWS::CloudFormation::CustomResource' || type.startsWith('Custom::');
}

/**
 * Whether the request's properties are those that are being deployed, and the function theirs: a line that says why not,
 * else undefined. They must be the ones that the stack's template gives, or that the resource's newest event shows. While
 * CloudFormation rolls back, those of an earlier event count too: its template may be the new one or the old one then.
 */
export function notDeployed(
  request: CustomResourceRequest,
  functionArn: string,
  stack: StackView,
  events: readonly ResourceEvent[],
  template: Template,
  references: References,
): string | undefined {
  const { logicalId, properties, resourceType } = request;
  const resource = own(template.resources, logicalId);
  if (!resource) return `the stack's template has no resource ${logicalId}`;
  if (typeOf(resource) !== resourceType) return `${logicalId} is of the type ${typeOf(resource)} in the template`;
  const token = isObject(properties) ? own(properties, 'ServiceToken') : undefined;
  if (typeof token !== 'string' || unqualified(token) !== unqualified(functionArn)) {
    return `the ServiceToken of ${logicalId} is not this function`;
  }
  const shown = events.filter((event) => event.logicalId === logicalId);
  const counting = stack.status.includes('ROLLBACK') ? shown : shown.slice(0, 1);
  const witnesses = [
    declaredProperties(template, resource, stack, references),
    ...counting.flatMap((event) => (event.properties ? [shownIn(event.properties)] : [])),
  ].map((witness) => differences(witness, properties, ''));
  if (witnesses.some((found) => isMadeGood(found, witnesses))) return undefined;
  const [best = []] = witnesses.toSorted((a, b) => a.length - b.length);
  const mismatch = best.find(({ hidden }) => !hidden);
  return mismatch
    ? `${placeOf(mismatch, logicalId)} is not what is being deployed`
    : `CloudFormation does not tell what ${placeOf(best[0], logicalId)} is; give it in the template as a text, a Ref, a parameter or an import`;
}

/** A function's ARN without version or alias. */
function unqualified(arn: string): string {
  return parseArn(arn)?.service === 'lambda' ? arn.split(':').slice(0, 7).join(':') : arn;
}

/** A place at which the request is not known to be what is deployed: it is another, or CloudFormation hides it. */
interface Difference {
  /** `.DefinitionSubstitutions.QueueUrl`; empty for the properties as a whole. */
  readonly path: string;
  readonly hidden: boolean;
}

function placeOf(difference: Difference | undefined, logicalId: string): string {
  const path = difference?.path ?? '';
  return path === '' ? `what ${logicalId} has as properties` : `property ${path.slice(1)} of ${logicalId}`;
}

/** True where all is the same, but for what is hidden here and the same elsewhere. */
function isMadeGood(found: readonly Difference[], witnesses: readonly (readonly Difference[])[]): boolean {
  const meet = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
  return found.every(
    ({ path, hidden }) => hidden && witnesses.some((other) => other.every((one) => !meet(one.path, path))),
  );
}

function differences(shown: Shown, sent: Json | undefined, path: string): readonly Difference[] {
  const different = [{ path, hidden: false }];
  switch (shown.kind) {
    case 'hidden':
      return [{ path, hidden: true }];
    case 'null':
      return sent === undefined || sent === null ? [] : different;
    case 'text':
      // CloudFormation sends booleans and numbers as texts.
      return sent === undefined || sent === null || typeof sent === 'object' || String(sent) !== shown.text
        ? different
        : [];
    case 'list':
      if (!isArray(sent) || sent.length !== shown.items.length) return different;
      return shown.items.flatMap((item, index) => differences(item, sent[index], `${path}.${index}`));
    case 'object': {
      if (!isObject(sent)) return different;
      const names = new Set([...shown.members.keys(), ...Object.keys(sent)]);
      return [...names].flatMap((name) => {
        const member = shown.members.get(name);
        const at = `${path}.${name}`;
        return member ? differences(member, own(sent, name), at) : [{ path: at, hidden: false }];
      });
    }
  }
}

/** Properties as CloudFormation shows them. */
type Shown =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly items: readonly Shown[] }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Shown> };

const HIDES: Shown = { kind: 'hidden' };

/** `text`: what a text stands for. Values without one (AWS::NoValue) are not there. */
function shownBy(json: Json, value: (json: Json) => Shown | undefined): Shown | undefined {
  if (isArray(json)) return { kind: 'list', items: json.flatMap((item) => value(item) ?? []) };
  if (json === null) return { kind: 'null' };
  if (!isObject(json)) return { kind: 'text', text: String(json) };
  const members = Object.entries(json).flatMap(([name, item]) => {
    const member = value(item);
    return member ? [[name, member] as const] : [];
  });
  return { kind: 'object', members: new Map(members) };
}

/** Properties in a stack's event: resolved, but for what nobody is to see. */
function shownIn(json: Json): Shown {
  if (typeof json === 'string' && (isHidden(json) || json.includes(DYNAMIC))) return HIDES;
  return shownBy(json, shownIn) ?? HIDES;
}

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const DYNAMIC = '{{resolve:';

/** Properties in a template, as far as its parameters, imports and resources' names tell them. */
function declaredProperties(
  template: Template,
  resource: JsonObject,
  stack: StackView,
  { exports, physicalIds }: References,
): Shown {
  const resolver = resolverOf(withStoredParameters(template, stack.parameters), {
    parameters: Object.fromEntries(stack.parameters),
    pseudo: pseudoParameters(stack.id),
    // A parameter whose value is hidden may have another than its default.
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
  const resolved = (json: Json): Shown | undefined => {
    if (typeof json !== 'string') return shownBy(json, resolved);
    const known = text(json);
    return known === undefined ? HIDES : { kind: 'text', text: known };
  };
  const written = (json: Json): Shown | undefined => {
    if (!isIntrinsic(json) && !(typeof json === 'string' && json.includes(DYNAMIC))) return shownBy(json, written);
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

function withImports(json: Json, importOf: (name: Json) => string | undefined): Json {
  if (isArray(json)) return json.map((item) => withImports(item, importOf));
  if (!isObject(json)) return json;
  const name = isIntrinsic(json) ? own(json, 'Fn::ImportValue') : undefined;
  const value = name === undefined ? undefined : importOf(name);
  if (value !== undefined) return value;
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, withImports(item, importOf)]));
}

/** True for the attribute that is a resource's name where `Ref` gives its URL or its ARN: `${Queue.QueueName}`. */
function isNameOf(placeholder: string, type: string): boolean {
  const { ref, nameAttribute } = shapeOf(type);
  return (ref === 'url' || ref === 'arn') && nameAttribute !== undefined && placeholder.endsWith(`.${nameAttribute}}`);
}

function lastPart(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
}

/** Parameters from Parameter Store as what they hold: a template has only their names. */
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
