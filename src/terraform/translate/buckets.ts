import type { Json } from '../../asl/json.ts';
import type { Evaluated, EvaluatedResource } from '../resource.ts';
import { argumentAt, entryIn, listItems, type TranslationScope, textIn } from './scope.ts';
import { templateJson } from './values.ts';

/**
 * The encryption of buckets, which is a resource of its own; in older files a block of the bucket.
 *
 * Source: https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/s3_bucket_server_side_encryption_configuration.html.markdown
 */
export function bucketEncryption(
  bucket: EvaluatedResource,
  all: readonly EvaluatedResource[],
  scope: TranslationScope,
): Json | undefined {
  const configuration = all.find(
    (each) =>
      each.type === 'aws_s3_bucket_server_side_encryption_configuration' && isOf(argumentAt(each, 'bucket'), bucket),
  );
  const rules =
    configuration === undefined
      ? argumentAt(bucket, 'server_side_encryption_configuration.rule')
      : argumentAt(configuration, 'rule');
  if (rules === undefined) return undefined;
  const items = listItems(rules);
  const ServerSideEncryptionConfiguration =
    items === undefined ? (templateJson(rules, scope) ?? '') : items.flatMap((rule) => ruleOf(rule, scope));
  return { ServerSideEncryptionConfiguration };
}

function isOf(name: Evaluated | undefined, bucket: EvaluatedResource): boolean {
  if (name?.kind === 'reference') return name.address === bucket.address;
  const text = textIn(name);
  return text !== undefined && text === textIn(argumentAt(bucket, 'bucket'));
}

function ruleOf(rule: Evaluated, scope: TranslationScope): readonly Json[] {
  const block = entryIn(rule, 'apply_server_side_encryption_by_default');
  if (block === undefined) return [];
  const [first = block] = listItems(block) ?? [block];
  const part = (property: string, argument: string) => {
    const value = entryIn(first, argument);
    const json = value === undefined ? undefined : templateJson(value, scope);
    return json === undefined ? {} : { [property]: json };
  };
  return [
    {
      ServerSideEncryptionByDefault: {
        ...part('SSEAlgorithm', 'sse_algorithm'),
        ...part('KMSMasterKeyID', 'kms_master_key_id'),
      },
    },
  ];
}
