import type { EncryptionTable, KeyUse } from '../grants/encryption.ts';
import type { Conditions } from '../grants/grant.ts';
import { type Arn, formatArn } from '../iam/arn.ts';

/**
 * What the users of encrypted resources need: with a customer managed key, the service uses the key with the caller's
 * permissions. AWS owned and AWS managed keys ask for nothing.
 */
interface EncryptedType {
  /** The AWS page that says what callers need. */
  readonly page: string;
  readonly service: string;
  /** The resource whose key is used, by the resource part of its ARN. Undefined if that isn't of this type. */
  readonly encrypted: (resource: string) => string | undefined;
  /** IAM action → actions on the key. */
  readonly uses: Readonly<Record<string, readonly string[]>>;
  readonly conditions?: (arn: Arn) => Conditions;
}

const itself = (resource: string) => resource;

const TYPES: readonly EncryptedType[] = [
  {
    page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
    service: 'sqs',
    encrypted: itself,
    uses: {
      'sqs:SendMessage': ['kms:Decrypt', 'kms:GenerateDataKey'],
      'sqs:ReceiveMessage': ['kms:Decrypt'],
    },
    conditions: via('sqs'),
  },
];

/** The request comes from the service, on behalf of the caller. */
function via(service: string): (arn: Arn) => Conditions {
  return ({ region, partition }) => ({
    StringEquals: {
      'kms:ViaService': [`${service}.${region}.${partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'}`],
    },
  });
}

export const ENCRYPTION: EncryptionTable = tableOf(TYPES);

function tableOf(types: readonly EncryptedType[]): EncryptionTable {
  const table = new Map<string, KeyUse[]>();
  for (const { service, encrypted, uses, conditions } of types) {
    for (const [action, actions] of Object.entries(uses)) {
      const use: KeyUse = {
        encrypted: (arn) => {
          const resource = arn.service === service ? encrypted(arn.resource) : undefined;
          return resource === undefined ? undefined : formatArn({ ...arn, resource });
        },
        actions,
        ...(conditions === undefined ? {} : { conditions }),
      };
      const known = table.get(action);
      if (known === undefined) table.set(action, [use]);
      else known.push(use);
    }
  }
  return table;
}
