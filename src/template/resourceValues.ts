import { isObject, type Json, type JsonObject } from '../asl/json.ts';
import { own } from '../own.ts';
import type { Placeholder } from './placeholder.ts';
import { propertiesOf, typeOf } from './read.ts';
import { type ResourceShape, shapeOf } from './resources.ts';

/** What the answers for a resource need of the rest of the template. */
export interface Surroundings {
  /** The text of a property; undefined where it is absent or no text that Fn::Sub understands as it is. */
  readonly text: (value: Json | undefined) => string | undefined;
  /** `AWS::Region` and the like: the value that was given, or its placeholder. */
  readonly pseudo: (name: string) => string;
  readonly add: (placeholder: string, what: Placeholder) => string;
}

interface Subject {
  readonly id: string;
  readonly resource: JsonObject;
  readonly type: string;
  readonly shape: ResourceShape;
}

/** `Ref` of a resource, as a text. */
export function refOf(id: string, resource: JsonObject, around: Surroundings): string {
  const subject = subjectOf(id, resource);
  switch (subject.shape.ref) {
    case 'arn':
      return arnText(subject, around);
    case 'url':
      return urlText(subject, around);
    case 'name':
      return explicitName(subject, around) ?? placeholder(subject, '', { kind: 'name' }, around);
    case 'id':
      return placeholder(subject, '', { kind: 'id' }, around);
  }
}

/** `Fn::GetAtt` of a resource, as a text. */
export function attributeOf(id: string, resource: JsonObject, attribute: string, around: Surroundings): string {
  const subject = subjectOf(id, resource);
  const { shape, type } = subject;
  if (attribute === shape.arn) return arnText(subject, around);
  if (attribute === shape.nameAttribute) return nameOf(subject, around);
  if (shape.ref === 'url' && attribute === 'QueueUrl') return urlText(subject, around);
  if (type === 'AWS::KMS::Key' && attribute === 'KeyId') return refOf(id, resource, around);
  if (type === 'AWS::Serverless::Function' && /^(?:Alias|Version)$/.test(attribute)) {
    return placeholder(subject, attribute, publishedAlias(subject, attribute, around), around);
  }
  return placeholder(subject, attribute, { kind: kindOf(attribute) }, around);
}

/** The kind that an attribute's, an output's or a parameter's name tells. */
export function kindOf(name: string): Placeholder['kind'] {
  if (/arn$/i.test(name)) return 'arn';
  if (/url$/i.test(name)) return 'url';
  return /name$/i.test(name) ? 'name' : 'value';
}

function subjectOf(id: string, resource: JsonObject): Subject {
  const type = typeOf(resource);
  return { id, resource, type, shape: shapeOf(type) };
}

function placeholder(
  { id, type, shape, resource }: Subject,
  attribute: string,
  what: Pick<Placeholder, 'kind' | 'writtenOut'>,
  around: Surroundings,
): string {
  const text = attribute === '' ? `\${${id}}` : `\${${id}.${attribute}}`;
  const isOwn = attribute === '' || attribute === shape.nameAttribute || attribute === shape.arn;
  const arn = what.kind === 'arn' ? text : isOwn ? arnTextOf({ id, type, shape, resource }, around) : undefined;
  return around.add(text, { ...what, resourceType: type, logicalId: id, ...(arn === undefined ? {} : { arn }) });
}

/** The name as the template gives it; undefined where CloudFormation makes it up, or might. */
function explicitName({ resource, shape }: Subject, around: Surroundings): string | undefined {
  if (shape.name === undefined) return undefined;
  let value: Json | undefined = propertiesOf(resource);
  for (const key of shape.name.split('.')) value = isObject(value) ? own(value, key) : undefined;
  const name = around.text(value);
  // A function may be named by an ARN.
  return name === '' || name?.startsWith('arn:') ? undefined : name;
}

function nameOf(subject: Subject, around: Surroundings): string {
  const explicit = explicitName(subject, around);
  if (explicit !== undefined) return explicit;
  const { ref, nameAttribute = '' } = subject.shape;
  return placeholder(subject, nameAttribute, { kind: ref === 'id' && nameAttribute === '' ? 'id' : 'name' }, around);
}

/** The ARN: written out where the template names the resource, else the placeholder that CloudFormation resolves. */
function arnText(subject: Subject, around: Surroundings): string {
  const { shape } = subject;
  const explicit = explicitName(subject, around);
  const writtenOut = qualifiedFunction(subject, around) ?? writtenOutArn(subject, around);
  if (explicit !== undefined && writtenOut !== undefined) return writtenOut;
  // Who writes it out meets the name.
  if (writtenOut !== undefined && shape.form !== undefined) nameOf(subject, around);
  const what = { kind: 'arn', ...(writtenOut === undefined ? {} : { writtenOut }) } as const;
  return placeholder(subject, shape.arn ?? '', what, around);
}

/** As `arnText`, for the description of another placeholder: nothing is added. */
function arnTextOf(subject: Subject, around: Surroundings): string | undefined {
  const { id, shape } = subject;
  const explicit = explicitName(subject, around);
  const silent = { ...around, add: (text: string) => text };
  if (explicit !== undefined || shape.arn === undefined) return writtenOutArn(subject, silent);
  return `\${${id}.${shape.arn}}`;
}

function writtenOutArn(subject: Subject, around: Surroundings): string | undefined {
  const { resource, shape } = subject;
  if (shape.form === undefined) return undefined;
  const name = bareName(subject, around);
  if (name === undefined) return undefined;
  const path = own(propertiesOf(resource), 'Path');
  const pathText = path === undefined ? '/' : around.text(path);
  if (pathText === undefined) return undefined;
  return composed(shape.form, around)
    .replace('{path}', () => pathText)
    .replace('{name}', () => name);
}

/** The name without telling of a placeholder: an ARN's description would describe itself for ever. */
function bareName(subject: Subject, around: Surroundings): string | undefined {
  const { id, shape } = subject;
  const explicit = explicitName(subject, around);
  if (explicit !== undefined) return explicit;
  if (shape.nameAttribute !== undefined) return `\${${id}.${shape.nameAttribute}}`;
  return shape.ref === 'name' || shape.ref === 'id' ? `\${${id}}` : undefined;
}

function composed(text: string, around: Surroundings): string {
  return text.replaceAll(/\$\{(AWS::[A-Za-z]+)\}/g, (_, name: string) => around.pseudo(name));
}

/**
 * A queue's URL.
 *
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 */
function urlText(subject: Subject, around: Surroundings): string {
  const suffix = around.pseudo('AWS::URLSuffix');
  // Its placeholder would hide that the host is one of SQS; China has the only other suffix.
  const host = suffix.startsWith('${') ? 'amazonaws.com' : suffix;
  const base = composed(`https://sqs.\${AWS::Region}.${host}/\${AWS::AccountId}/`, around);
  const explicit = explicitName(subject, around);
  if (explicit !== undefined) return `${base}${explicit}`;
  return placeholder(subject, '', { kind: 'url', writtenOut: `${base}${nameOf(subject, around)}` }, around);
}

/** The ARN of a function's version or alias: the function's with the qualifier behind it. */
function qualifiedFunction({ id, type, resource }: Subject, around: Surroundings): string | undefined {
  if (type !== 'AWS::Lambda::Alias' && type !== 'AWS::Lambda::Version') return undefined;
  const properties = propertiesOf(resource);
  const name = around.text(own(properties, 'FunctionName'));
  const qualifier = type === 'AWS::Lambda::Version' ? `\${${id}.Version}` : around.text(own(properties, 'Name'));
  if (name === undefined || qualifier === undefined) return undefined;
  if (name.startsWith('arn:') || /arn\}$/i.test(name)) return `${name}:${qualifier}`;
  return `${composed(shapeOf('AWS::Lambda::Function').form ?? '', around).replace('{name}', () => name)}:${qualifier}`;
}

/**
 * `Function.Alias`, SAM's word for the alias that AutoPublishAlias makes.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
function publishedAlias(
  subject: Subject,
  attribute: string,
  around: Surroundings,
): Pick<Placeholder, 'kind' | 'writtenOut'> {
  const alias = around.text(own(propertiesOf(subject.resource), 'AutoPublishAlias'));
  const arn = alias === undefined || attribute !== 'Alias' ? undefined : writtenOutArn(subject, around);
  return { kind: 'arn', ...(arn === undefined ? {} : { writtenOut: `${arn}:${alias}` }) };
}
