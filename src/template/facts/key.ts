import { isObject, type Json } from '../../asl/json.ts';
import { NO_KEY } from '../../facts/fact.ts';
import { parseArn } from '../../iam/arn.ts';
import { hasPlaceholder, isArnPlaceholder, isPlaceholder } from '../../iam/text.ts';
import { own } from '../../own.ts';
import { parameterValue } from '../parameters.ts';
import { propertiesOf, section } from '../read.ts';
import { attributeText, type FactContext, placeholderResource, withPlace, writtenText } from './context.ts';

/**
 * A property that names a KMS key: by ID, ARN, alias name or alias ARN.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html#API_DescribeKey_RequestParameters
 */

/**
 * The ARN of the key or of its alias; `none` for an AWS managed key, or without a key. Undefined if it isn't known
 * which of these it is: a parameter may be a key's ID, an ARN or an alias.
 */
export function kmsKeyIn(value: Json | undefined, context: FactContext): string | undefined {
  return keyAt(value, context, 0);
}

/** For properties that must be a key's ARN: a parameter is one, too. */
export function kmsKeyArnIn(value: Json | undefined, context: FactContext): string | undefined {
  const key = kmsKeyIn(value, context);
  if (key !== undefined || typeof value !== 'string' || !isPlaceholder(value)) return key;
  return placeholderResource(value, context) === undefined && defaultOf(value, context) !== '' ? value : undefined;
}

const KEY_ID = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Aliases point to keys, never to aliases. */
const MAX_ALIASES = 1;

function keyAt(value: Json | undefined, context: FactContext, aliases: number): string | undefined {
  if (value === undefined || value === null || value === '') return NO_KEY;
  if (typeof value !== 'string') return undefined;
  if (value.startsWith('arn:')) return keyWithArn(writtenText(value, context));
  if (value.startsWith('alias/')) return keyWithArn(withPlace(`${KMS}:`, context) + value);
  if (isPlaceholder(value)) return keyOfPlaceholder(value, context, aliases);
  return KEY_ID.test(value) ? withPlace(`${KMS}:key/`, context) + value : undefined;
}

const KMS = 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}';

function keyWithArn(text: string): string | undefined {
  const arn = parseArn(text);
  if (arn === undefined || (arn.service !== 'kms' && !hasPlaceholder(arn.service))) return undefined;
  return arn.resource.startsWith('alias/aws/') ? NO_KEY : text;
}

function keyOfPlaceholder(text: string, context: FactContext, aliases: number): string | undefined {
  const resource = placeholderResource(text, context);
  switch (resource?.type) {
    case 'AWS::KMS::Key':
    case 'AWS::KMS::ReplicaKey': {
      const arn = attributeText(resource.id, 'Arn', context);
      return arn === undefined ? undefined : writtenText(arn, context);
    }
    case 'AWS::KMS::Alias': {
      // Its name contains what only the deployment knows, and the ARN of its key may be known.
      const alias = own(context.template.resources, resource.id);
      const target = alias === undefined ? undefined : own(propertiesOf(alias), 'TargetKeyId');
      if (target === undefined || aliases >= MAX_ALIASES) return undefined;
      return keyAt(context.resolver.resolve(target), context, aliases + 1);
    }
    default:
      return keyOfReference(text, context);
  }
}

/**
 * A parameter that stays a reference is what its default is: a key's ARN, its ID, or an alias. With an empty default it
 * isn't known: a policy that names it would be refused where it stays empty.
 */
function keyOfReference(text: string, context: FactContext): string | undefined {
  const value = defaultOf(text, context);
  if (value === '') return undefined;
  if (isArnPlaceholder(text) || parseArn(value ?? '')?.service === 'kms') return writtenText(text, context);
  // An AWS managed key by default says nothing of the key that a deployment chooses.
  if (value?.startsWith('alias/') && !value.startsWith('alias/aws/')) return withPlace(`${KMS}:`, context) + text;
  return KEY_ID.test(value ?? '') ? withPlace(`${KMS}:key/`, context) + text : undefined;
}

/** The default of the parameter that a placeholder stands for. */
function defaultOf(text: string, { template }: FactContext): string | undefined {
  const parameter = own(section(template, 'Parameters'), text.slice('${'.length, -1));
  const value = isObject(parameter) ? parameterValue(parameter, undefined, true) : undefined;
  return typeof value === 'string' ? value : undefined;
}
