import { isObject, type Json, type JsonObject } from '../asl/json.ts';
import { own } from '../own.ts';
import { generatedArn } from './generatedArns.ts';
import type { Placeholder } from './placeholder.ts';
import { propertiesOf, resourceTypeOf } from './read.ts';
import { type ResourceShape, shapeOf } from './resources.ts';

/** What describing a resource needs from the rest of the template. */
export interface ResourceContext {
  /** The text of a property; undefined if it is absent or not a text that Fn::Sub understands as it is. */
  readonly text: (value: Json | undefined) => string | undefined;
  /** The value of a pseudo parameter such as `AWS::Region`, or its placeholder. */
  readonly pseudo: (name: string) => string;
  /** The placeholder of an attribute of a resource, or of what `Ref` returns. */
  readonly placeholder: (id: string, attribute: string) => string;
  readonly add: (placeholder: string, what: Placeholder) => string;
}

interface Subject {
  readonly id: string;
  readonly resource: JsonObject;
  readonly type: string;
  readonly shape: ResourceShape;
}

/** `Ref` of a resource, as a text. */
export function refOf(id: string, resource: JsonObject, context: ResourceContext): string {
  const subject = subjectOf(id, resource);
  switch (subject.shape.ref) {
    case 'arn':
      return arnText(subject, context);
    case 'url':
      return urlText(subject, context);
    case 'name':
      return explicitName(subject, context) ?? placeholder(subject, '', { kind: 'name' }, context);
    case 'id':
      return placeholder(subject, '', { kind: 'id' }, context);
  }
}

/** Attributes with the value of `Ref`, besides the ARN and the name. */
const SAME_AS_REF: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'KeyId',
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
  'AWS::SecretsManager::Secret': 'Id',
};

/** `Fn::GetAtt` of a resource, as a text. */
export function attributeOf(id: string, resource: JsonObject, attribute: string, context: ResourceContext): string {
  const subject = subjectOf(id, resource);
  const { shape, type } = subject;
  if (attribute === shape.arn) return arnText(subject, context);
  if (attribute === shape.nameAttribute) return nameOf(subject, context);
  if (shape.ref === 'url' && attribute === 'QueueUrl') return urlText(subject, context);
  if (own(SAME_AS_REF, type) === attribute) return refOf(id, resource, context);
  if (type === 'AWS::Serverless::Function' && /^(?:Alias|Version)$/.test(attribute)) {
    return placeholder(subject, attribute, publishedAlias(subject, attribute, context), context);
  }
  return placeholder(subject, attribute, { kind: placeholderKind(attribute) }, context);
}

/** The kind of value, guessed from the name of an attribute, an output or a parameter. */
export function placeholderKind(name: string): Placeholder['kind'] {
  if (/arn$/i.test(name)) return 'arn';
  if (/url$/i.test(name)) return 'url';
  return /name$/i.test(name) ? 'name' : 'value';
}

function subjectOf(id: string, resource: JsonObject): Subject {
  const type = resourceTypeOf(resource);
  return { id, resource, type, shape: shapeOf(type) };
}

function placeholder(
  { id, type, shape, resource }: Subject,
  attribute: string,
  what: Pick<Placeholder, 'kind' | 'writtenOut' | 'comparedAs'>,
  context: ResourceContext,
): string {
  const text = context.placeholder(id, attribute);
  const isOwn = attribute === '' || attribute === shape.nameAttribute || attribute === shape.arn;
  const arn = what.kind === 'arn' ? text : isOwn ? arnTextOf({ id, type, shape, resource }, context) : undefined;
  return context.add(text, { ...what, resourceType: type, logicalId: id, ...(arn === undefined ? {} : { arn }) });
}

/** The name that the template gives; undefined if CloudFormation generates it, or might. */
function explicitName({ resource, shape }: Subject, context: ResourceContext): string | undefined {
  if (shape.name === undefined) return undefined;
  let value: Json | undefined = propertiesOf(resource);
  for (const key of shape.name.split('.')) value = isObject(value) ? own(value, key) : undefined;
  const name = context.text(value);
  // A function's name may be given as an ARN.
  return name === '' || name?.startsWith('arn:') ? undefined : name;
}

function nameOf(subject: Subject, context: ResourceContext): string {
  const explicit = explicitName(subject, context);
  if (explicit !== undefined) return explicit;
  const { ref, nameAttribute = '' } = subject.shape;
  return placeholder(subject, nameAttribute, { kind: ref === 'id' && nameAttribute === '' ? 'id' : 'name' }, context);
}

/** The ARN: written out if the template names the resource, else the placeholder that CloudFormation resolves. */
function arnText(subject: Subject, context: ResourceContext): string {
  const { shape } = subject;
  const explicit = explicitName(subject, context);
  const writtenOut = qualifiedFunction(subject, context) ?? writtenOutArn(subject, context);
  if (explicit !== undefined && writtenOut !== undefined) return writtenOut;
  // The written-out form contains the name, so register its placeholder.
  if (writtenOut !== undefined && shape.form !== undefined) nameOf(subject, context);
  const comparedAs = comparedArn(subject, context);
  const what = {
    kind: 'arn',
    ...(writtenOut === undefined ? {} : { writtenOut }),
    ...(comparedAs === undefined ? {} : { comparedAs }),
  } as const;
  return placeholder(subject, shape.arn ?? '', what, context);
}

/** The ARN with a pattern or a placeholder for what is made in it, if anything is. */
function comparedArn({ id, type, shape, resource }: Subject, context: ResourceContext): string | undefined {
  const isArn = shape.ref === 'arn' && shape.arn === undefined;
  const arn = generatedArn(
    { id, properties: propertiesOf(resource), type, isArn, placeholder: (name) => context.placeholder(id, name) },
    context.text,
  );
  return arn === undefined ? undefined : composed(arn, context);
}

/** Like `arnText`, but for the description of another placeholder: registers nothing. */
function arnTextOf(subject: Subject, context: ResourceContext): string | undefined {
  const { id, shape } = subject;
  const explicit = explicitName(subject, context);
  const silent = { ...context, add: (text: string) => text };
  if (explicit !== undefined || shape.arn === undefined) return writtenOutArn(subject, silent);
  return context.placeholder(id, shape.arn);
}

function writtenOutArn(subject: Subject, context: ResourceContext): string | undefined {
  const { resource, shape } = subject;
  if (shape.form === undefined) return undefined;
  const name = bareName(subject, context);
  if (name === undefined) return undefined;
  const path = own(propertiesOf(resource), 'Path');
  const pathText = path === undefined ? '/' : context.text(path);
  if (pathText === undefined) return undefined;
  return composed(shape.form, context)
    .replace('{path}', () => pathText)
    .replace('{name}', () => name);
}

/** The name without registering a placeholder: an ARN's description would describe itself endlessly. */
function bareName(subject: Subject, context: ResourceContext): string | undefined {
  const { id, shape } = subject;
  const explicit = explicitName(subject, context);
  if (explicit !== undefined) return explicit;
  if (shape.nameAttribute !== undefined) return context.placeholder(id, shape.nameAttribute);
  return shape.ref === 'name' || shape.ref === 'id' ? context.placeholder(id, '') : undefined;
}

function composed(text: string, context: ResourceContext): string {
  return text.replaceAll(/\$\{(AWS::[A-Za-z]+)\}/g, (_, name: string) => context.pseudo(name));
}

/**
 * A queue's URL.
 *
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 */
function urlText(subject: Subject, context: ResourceContext): string {
  const suffix = context.pseudo('AWS::URLSuffix');
  // A placeholder would hide that this is an SQS host; only China has another suffix.
  const host = suffix.startsWith('${') ? 'amazonaws.com' : suffix;
  const base = composed(`https://sqs.\${AWS::Region}.${host}/\${AWS::AccountId}/`, context);
  const explicit = explicitName(subject, context);
  if (explicit !== undefined) return `${base}${explicit}`;
  return placeholder(subject, '', { kind: 'url', writtenOut: `${base}${nameOf(subject, context)}` }, context);
}

/** The ARN of a function's version or alias: the function's ARN with the qualifier appended. */
function qualifiedFunction({ id, type, resource }: Subject, context: ResourceContext): string | undefined {
  if (type !== 'AWS::Lambda::Alias' && type !== 'AWS::Lambda::Version') return undefined;
  const properties = propertiesOf(resource);
  const name = context.text(own(properties, 'FunctionName'));
  const qualifier =
    type === 'AWS::Lambda::Version' ? context.placeholder(id, 'Version') : context.text(own(properties, 'Name'));
  if (name === undefined || qualifier === undefined) return undefined;
  if (name.startsWith('arn:') || /arn\}$/i.test(name)) return `${name}:${qualifier}`;
  return `${composed(shapeOf('AWS::Lambda::Function').form ?? '', context).replace('{name}', () => name)}:${qualifier}`;
}

/**
 * `Function.Alias` is SAM's reference to the alias that AutoPublishAlias creates.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
function publishedAlias(
  subject: Subject,
  attribute: string,
  context: ResourceContext,
): Pick<Placeholder, 'kind' | 'writtenOut'> {
  const alias = context.text(own(propertiesOf(subject.resource), 'AutoPublishAlias'));
  const arn = alias === undefined || attribute !== 'Alias' ? undefined : writtenOutArn(subject, context);
  return { kind: 'arn', ...(arn === undefined ? {} : { writtenOut: `${arn}:${alias}` }) };
}
