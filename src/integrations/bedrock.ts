import type { Origin, Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration, type ResourceSpec } from '../grants/integration.ts';
import { keyRows, keysIn } from '../grants/keyRows.ts';
import { isNamed, knownArn, namePart, originOf } from '../grants/names.ts';
import { objectOfUri } from '../grants/objects.ts';
import { partialOf, patternOf, patternPart } from '../grants/partial.ts';
import { arn } from '../grants/resources.ts';
import { call, cancel, data, ifGiven, passRole, poll } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';
import { escapeText, isPlaceholder } from '../iam/text.ts';
import { knownText, type Value } from '../values/domain/value.ts';

const JOBS = arn('bedrock', 'model-customization-job/*');
const CUSTOM_MODELS = arn('bedrock', 'custom-model/*');

/** Amazon Bedrock. */
export const bedrock: Integration = {
  service: 'bedrock',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html',
  apis: {
    invokeModel: {
      patterns: ['requestResponse', 'waitForTaskToken'],
      grants: [
        call('bedrock:InvokeModel', model),
        // A guardrail is a resource of its own, used with the caller's credentials.
        // https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html
        ifGiven(
          'GuardrailIdentifier',
          call(
            'bedrock:ApplyGuardrail',
            arn('bedrock', 'guardrail/{GuardrailIdentifier}', { orArn: 'GuardrailIdentifier' }),
          ),
        ),
        // Step Functions itself reads the request's body from S3 and writes the answer there.
        ifGiven('Input.S3Uri', data('s3:GetObject', s3Uri('Input.S3Uri', ''))),
        ifGiven('Output.S3Uri', data('s3:PutObject', s3Uri('Output.S3Uri', '*'))),
      ],
    },
    createModelCustomizationJob: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('bedrock:CreateModelCustomizationJob', [baseModel, CUSTOM_MODELS, JOBS]),
        ...passRole('RoleArn', 'bedrock.amazonaws.com'),
        // https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-custom-job.html#encryption-cm-statements
        ...keyRows(
          keysIn('CustomModelKmsKeyId'),
          ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
          ({ place }) => ({ StringLike: { 'kms:ViaService': [`bedrock.${place.region}.amazonaws.com`] } }),
        ),
        ifGiven('JobTags', call('bedrock:TagResource', JOBS)),
        ifGiven('CustomModelTags', call('bedrock:TagResource', CUSTOM_MODELS)),
        poll('bedrock:GetModelCustomizationJob', JOBS),
        cancel('bedrock:StopModelCustomizationJob', JOBS),
      ],
    },
  },
};

/** Geography prefixes of system-defined inference profiles: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const PROFILE_ID = /^(?:us|us-gov|eu|apac|jp|au|ca|sa|global)\.(.+)$/;

/** Resource types that InvokeModel accepts: list_amazonbedrock.html in the service authorization reference. */
const INVOCABLE = [
  'application-inference-profile',
  'custom-model-deployment',
  'default-prompt-router',
  'imported-model',
  'inference-profile',
  'prompt-router',
  'provisioned-model',
] as const;

/**
 * A model is named by its ID or ARN, a provisioned model, an inference profile, and more. A call through an inference
 * profile also needs the model in every Region that the profile may choose.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
export function modelIn(field: string): ResourceSpec {
  return (context) => modelOf(argument(context, field), field, context);
}

/** The model in ModelId. */
export function model(context: CallContext): readonly Resource[] {
  return modelOf(argument(context, 'ModelId'), 'ModelId', context);
}

/** The model that a value names. */
export function modelOf(value: Value, field: string, context: CallContext): readonly Resource[] {
  const { text, origin } = namePart(value, field);
  const id = knownText(value);
  const bedrockArn = (resource: string, place: { region?: string; account?: string } = {}) =>
    formatArn({ ...context.place, service: 'bedrock', ...place, resource });
  const foundation = (name: string, region?: string) =>
    bedrockArn(`foundation-model/${name}`, { account: '', ...(region === undefined ? {} : { region }) });
  // The models that a profile chooses from; those that its name tells if nothing says which they are.
  const modelsOf = (profile: string, named: string, why: Origin): readonly Resource[] => {
    const models = context.facts.of(profile, 'models');
    if (models === undefined) return [{ arn: named, origin: why }];
    return models.value.map((arn) => ({ arn: escapeText(arn), origin: originOf(models) }));
  };
  const dynamic = [foundation('*', '*'), ...INVOCABLE.map((type) => bedrockArn(`${type}/*`, { account: '*' }))];
  // https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-management-prereq.html
  if (id !== undefined && /^arn:.*:prompt\//.test(id)) {
    return dynamic.map((arn) => ({
      arn,
      origin: { kind: 'wildcard', reason: `the prompt in ${field} names its model` },
    }));
  }
  const partly = partlyKnownModel(value, context);
  if (partly !== undefined) return partly.map((arn) => ({ arn, origin: patternPart(value, field).origin }));
  if (id === undefined || (isPlaceholder(id) && knownArn(value) === undefined)) {
    const why = id === undefined ? origin : ({ kind: 'unknown', field, expression: id } as const);
    return dynamic.map((arn) => ({ arn, origin: why }));
  }
  if (knownArn(value) !== undefined) {
    const profiled = /:(?:application-)?inference-profile\/(.+)$/.exec(id)?.[1];
    if (profiled === undefined) return [{ arn: text, origin }];
    return [{ arn: text, origin }, ...modelsOf(text, foundation(PROFILE_ID.exec(profiled)?.[1] ?? '*', '*'), origin)];
  }
  const profiled = PROFILE_ID.exec(text)?.[1];
  if (profiled === undefined) return [{ arn: foundation(text), origin }];
  const profile = bedrockArn(`inference-profile/${text}`);
  return [{ arn: profile, origin }, ...modelsOf(profile, foundation(profiled, '*'), origin)];
}

const GEOGRAPHIES = ['us', 'us-gov', 'eu', 'apac', 'jp', 'au', 'ca', 'sa', 'global'];

/** What a partly known model can be: its ARN, the ID of a model or of an inference profile. */
function partlyKnownModel(value: Value, { place }: CallContext): readonly string[] | undefined {
  const partial = partialOf(value);
  const model = (name: string) =>
    formatArn({ ...place, service: 'bedrock', region: '*', account: '', resource: `foundation-model/${name}` });
  switch (partial?.kind) {
    case 'arn': {
      const [, type = '', name = ''] = /^([^/*]+)\/(.*)$/.exec(partial.arn.resource) ?? [];
      const arn = formatArn(partial.arn);
      if (partial.arn.service !== 'bedrock' || type === 'prompt' || type === '') return undefined;
      if (!type.endsWith('inference-profile')) return [arn];
      return [arn, model(PROFILE_ID.exec(name)?.[1] ?? '*')];
    }
    case 'name': {
      const { pattern } = partial;
      const [head = ''] = pattern.split('*');
      const profile = formatArn({ ...place, service: 'bedrock', resource: `inference-profile/${pattern}` });
      const base = formatArn({ ...place, service: 'bedrock', account: '', resource: `foundation-model/${pattern}` });
      const profiled = PROFILE_ID.exec(head) === null ? undefined : PROFILE_ID.exec(pattern)?.[1];
      if (profiled !== undefined) return [profile, model(profiled)];
      const mayBeProfile = GEOGRAPHIES.some((geography) => `${geography}.`.startsWith(head));
      return mayBeProfile ? [base, profile, model('*')] : [base];
    }
    case 'end': {
      // A model behind the geography of its profile: `.anthropic.claude-…`. Other resources have IDs without a period.
      const end = endOfModel(value);
      if (end === undefined) return undefined;
      return [
        model(`*${end.replace(/^\./, '')}`),
        ...INVOCABLE.map((type) =>
          formatArn({ ...place, service: 'bedrock', account: '*', resource: `${type}/*${end}` }),
        ),
      ];
    }
    case undefined:
      return undefined;
  }
}

function endOfModel(value: Value): string | undefined {
  const pattern = patternOf(value) ?? '';
  const end = pattern.slice(pattern.lastIndexOf('*') + 1);
  return end.includes('.') && !/[/$]/.test(end) && pattern.includes('*') ? end : undefined;
}

/** BaseModelIdentifier names a foundation model, or a custom one that is covered already. */
function baseModel(context: CallContext): readonly Resource[] {
  const value = argument(context, 'BaseModelIdentifier');
  const base = arn('bedrock', 'foundation-model/{BaseModelIdentifier}', {
    account: '',
    orArn: 'BaseModelIdentifier',
    dynamic: { account: '' },
  });
  return /:custom-model\//.test(knownText(value) ?? '') ? [] : base(context);
}

/** `s3://bucket/key` as an object's ARN. */
function s3Uri(field: string, suffix: string): ResourceSpec {
  return (context) => {
    const { text, origin } = namePart(argument(context, field), field);
    const place = { ...context.place, service: 's3', region: '', account: '' };
    const pattern = objectOfUri(argument(context, field));
    if (pattern !== undefined) {
      const resource = pattern.endsWith('*') ? pattern : pattern + suffix;
      return [{ arn: formatArn({ ...place, resource }), origin: patternPart(argument(context, field), field).origin }];
    }
    const object = isNamed(origin) ? /^s3:\/\/(.+)$/.exec(text)?.[1] : undefined;
    if (object !== undefined) return [{ arn: formatArn({ ...place, resource: object + suffix }), origin }];
    const why = isNamed(origin) ? ({ kind: 'unknown', field, expression: text } as const) : origin;
    return [{ arn: formatArn({ ...place, resource: '*/*' }), origin: why }];
  };
}
