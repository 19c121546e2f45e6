import type { Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { knownOrigin, namePart } from '../grants/names.ts';
import { patternPart } from '../grants/partial.ts';
import { patternIn } from '../grants/resources.ts';
import { formatArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { model, modelIn, modelOf } from '../integrations/bedrock.ts';
import { taskDefinition } from '../integrations/ecs.ts';
import { lambdaFunctions } from '../integrations/lambda.ts';
import { queue } from '../integrations/sqs.ts';
import { knownText, type Value } from '../values/domain/value.ts';
import { valueAt, valuesAt } from './arguments.ts';
import { IDENTIFIERS } from './identifiers.ts';
import { imageRepository, otherImageRepository } from './images.ts';
import { key, keyIn } from './keys.ts';
import { bucketsOf, objectsBelow } from './locations.ts';
import {
  copySource,
  copySourceDirectory,
  copySourceVersion,
  directoryBucket,
  objectAt,
  objectLambda,
  outpost,
} from './storage.ts';

/** Resources that no pattern can name. In the data they are written like `=queue`. */
export const NAMED = {
  ...IDENTIFIERS,
  advancedPromptInput: objectAt('InputConfig.S3Uri'),
  advancedPromptBuckets: bucketsOf('InputConfig.S3Uri', 'OutputConfig.S3Uri'),
  advancedPromptOutput: objectsBelow('OutputConfig.S3Uri'),
  answerModel: modelIn('RetrieveAndGenerateConfiguration.KnowledgeBaseConfiguration.ModelArn'),
  answerReranker: modelIn(
    'RetrieveAndGenerateConfiguration.KnowledgeBaseConfiguration.RetrievalConfiguration.VectorSearchConfiguration.RerankingConfiguration.BedrockRerankingConfiguration.ModelConfiguration.ModelArn',
  ),
  asyncOutput: objectsBelow('OutputDataConfig.S3OutputDataConfig.S3Uri'),
  bedrockModel: model,
  copySource,
  copySourceDirectory,
  copySourceVersion,
  destinationKey: keyIn('DestinationKeyId'),
  directoryBucket,
  documentModel: modelIn('RetrieveAndGenerateConfiguration.ExternalSourcesConfiguration.ModelArn'),
  imageRepository,
  key,
  mediaFile: objectAt('Media.MediaFileUri'),
  objectLambda,
  optimizedModels: modelsIn('ModelConfigurations[].ModelId'),
  otherImageRepository,
  outpost,
  partialSecret,
  prompt,
  qualifiedFunction: lambdaFunctions,
  queue,
  referencedSecret,
  reranker: modelIn('RerankingConfiguration.BedrockRerankingConfiguration.ModelConfiguration.ModelArn'),
  sender,
  sessionTarget,
  sourceKey: keyIn('SourceKeyId'),
  taskDefinition,
} as const satisfies Readonly<Record<string, ResourceSpec>>;

export type RuleName = keyof typeof NAMED;

/** The models in a list. */
function modelsIn(field: string): ResourceSpec {
  return (context) => valuesAt(context.arguments, field).flatMap((value) => modelOf(value, field, context));
}

/** The prompt that ModelId may name. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-management-prereq.html */
function prompt(context: CallContext): readonly Resource[] {
  const value = valueAt({ value: context.arguments, path: 'ModelId' });
  const text = knownText(value);
  const pattern = patternIn(value, 'ModelId', 'bedrock', 'prompt/');
  if (pattern?.arn.includes(':prompt/')) return [pattern];
  if (text === undefined || !/:prompt\//.test(text)) return [];
  return [{ arn: escapeText(text), origin: knownOrigin(value, 'ModelId') }];
}

/**
 * A secret's ARN without the six characters at its end looks complete if the secret's name ends in such characters.
 *
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
function partialSecret(context: CallContext): readonly Resource[] {
  return ['SecretId', 'SecretIdList[]'].flatMap((field) =>
    valuesAt(context.arguments, field).flatMap((value): readonly Resource[] => {
      const text = knownText(value);
      if (text === undefined || !/^arn:.*-[A-Za-z0-9]{6}$/.test(text)) return [];
      return [{ arn: `${escapeText(text)}-??????`, origin: knownOrigin(value, field) }];
    }),
  );
}

/**
 * A secret that a parameter's name refers to.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
 */
function referencedSecret(context: CallContext): readonly Resource[] {
  return ['Name', 'Names[]'].flatMap((field) =>
    valuesAt(context.arguments, field).flatMap((value): readonly Resource[] => {
      const { text, origin } = patternPart(value, field);
      const secret = /^\/aws\/reference\/secretsmanager\/(.+)$/.exec(text)?.[1];
      if (secret === undefined) return [];
      const resource = `secret:${secret}-??????`;
      return [{ arn: formatArn({ ...context.place, service: 'secretsmanager', resource }), origin }];
    }),
  );
}

/**
 * The target of a session: an instance, a managed one, or an Amazon ECS task as `ecs:cluster_task_container`.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_StartSession.html
 */
function sessionTarget(context: CallContext): readonly Resource[] {
  const field = 'Target';
  const value = valueAt({ value: context.arguments, path: field });
  const { text, origin } = patternPart(value, field);
  const inService = (service: string, resource: string): Resource => ({
    arn: formatArn({ ...context.place, service, resource }),
    origin,
  });
  const target = knownText(value);
  // What follows a hole may be any part of the target.
  const known = target === undefined ? text.replace(/\*.*$/s, '*') : text;
  const [, cluster, task = '*'] = /^ecs:([^_]+)(?:_([^_]+))?/.exec(known) ?? [];
  if (cluster !== undefined && (target === undefined || known.includes('_'))) {
    return [inService('ecs', `task/${cluster}/${task}`)];
  }
  if (known.startsWith('mi-')) return [inService('ssm', `managed-instance/${text}`)];
  if (known.startsWith('i-')) return [inService('ec2', `instance/${text}`)];
  const kinds = [inService('ec2', 'instance/*'), inService('ssm', 'managed-instance/*'), inService('ecs', 'task/*')];
  return target === undefined
    ? kinds
    : kinds.map(({ arn }) => ({ arn, origin: { kind: 'unknown', field, expression: target } }));
}

/**
 * Amazon SES checks the identity that it sends with: the address, or a domain that it belongs to.
 *
 * Source: https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
 */
function sender(context: CallContext): readonly Resource[] {
  const senders = ['FromEmailAddressIdentityArn', 'SourceArn', 'FromEmailAddress', 'Source']
    .map((field) => ({ field, value: valueAt({ value: context.arguments, path: field }) }))
    .filter(({ value }) => value.kind !== 'absent');
  const { field, value } = senders[0] ?? { field: 'FromEmailAddress', value: { kind: 'absent' } };
  const identity = (name: string, account = context.place.account) =>
    formatArn({ ...context.place, account, service: 'ses', resource: `identity/${name}` });
  const { text, origin } = namePart(value, field);
  const known = knownText(value);
  if (known === undefined) {
    const partly = partlyKnownSender(value, field, identity);
    return partly ?? [{ arn: identity('*', field.endsWith('Arn') ? '*' : undefined), origin }];
  }
  if (known.startsWith('arn:')) return [{ arn: text, origin }];
  const address = /<([^>]+)>\s*$/.exec(known)?.[1] ?? known;
  const domains = domainsOf(address.slice(address.lastIndexOf('@') + 1));
  return [...new Set([address, ...domains])].map((name) => ({ arn: identity(escapeText(name)), origin }));
}

/** A domain's identity also covers its subdomains. */
function domainsOf(domain: string): readonly string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

/** A sender of whose ARN a part is known, or whose whole domain is. */
function partlyKnownSender(
  value: Value,
  field: string,
  identity: (name: string) => string,
): readonly Resource[] | undefined {
  const { text, origin } = patternPart(value, field);
  const arn = patternIn(value, field, 'ses', 'identity/');
  if (arn !== undefined) return [arn];
  const [, local = '', domain] = /<?([^<>@]*)@([^<>@*]+)>?\s*$/.exec(text) ?? [];
  if (domain === undefined || field.endsWith('Arn')) return undefined;
  const before = local.startsWith('*') ? local : `*${local}`;
  return [`${before}@${domain}`, ...domainsOf(domain)].map((name) => ({ arn: identity(name), origin }));
}
