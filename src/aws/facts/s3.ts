import { GetBucketEncryptionCommand, S3Client, type ServerSideEncryptionRule } from '@aws-sdk/client-s3';
import { S3_CLIENT } from '../clients.ts';
import { answered, RequestFailure } from './failure.ts';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const s3 = clientsOf(
  (settings) => new S3Client({ ...settings, forcePathStyle: S3_CLIENT.forcePathStyle, followRegionRedirects: false }),
);

/**
 * A bucket's ARN has no Region: where it is in another one than the credentials, S3 names that, and the key is there,
 * too.
 */
export const readBucket: FactReader = async ({ text, name: Bucket }, session) => {
  const ask = (region: string) =>
    session.request('s3:GetEncryptionConfiguration', text, async (options): Promise<Answer> => {
      try {
        const { ServerSideEncryptionConfiguration: encryption } = await s3(session, region).send(
          new GetBucketEncryptionCommand({ Bucket }),
          options,
        );
        return { kind: 'read', region, rules: encryption?.Rules };
      } catch (error) {
        if (error instanceof Error && error.name === NOT_ENCRYPTED) return { kind: 'read', region, rules: [] };
        const other = regionIn(error);
        if (other === undefined || other === region) throw error;
        return { kind: 'moved', region: other };
      }
    });
  let answer = await ask(session.own.region);
  if (answer.kind === 'moved') answer = await ask(answer.region);
  if (answer.kind === 'moved') {
    throw new RequestFailure(`s3:GetEncryptionConfiguration on ${text}: S3 says that it is in ${answer.region}`);
  }
  const [rule] = answered(answer.rules, 's3:GetEncryptionConfiguration', text);
  // `aws:kms` without a key is the AWS managed key:
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html
  return keyFacts(
    rule?.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID,
    { ...session.own, region: answer.region },
    session,
  );
};

type Answer =
  | { readonly kind: 'read'; readonly region: string; readonly rules: readonly ServerSideEncryptionRule[] | undefined }
  | { readonly kind: 'moved'; readonly region: string };

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const NOT_ENCRYPTED = 'ServerSideEncryptionConfigurationNotFoundError';

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html (x-amz-bucket-region) */
function regionIn(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('$response' in error)) return undefined;
  const { $response: response } = error;
  if (typeof response !== 'object' || response === null || !('headers' in response)) return undefined;
  const { headers } = response;
  if (typeof headers !== 'object' || headers === null || !(HEADER in headers)) return undefined;
  const region = headers[HEADER];
  return typeof region === 'string' && /^[a-z0-9-]+$/.test(region) ? region : undefined;
}

const HEADER = 'x-amz-bucket-region';
