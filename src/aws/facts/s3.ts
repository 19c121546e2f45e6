import { GetBucketEncryptionCommand, type GetBucketEncryptionCommandOutput, S3Client } from '@aws-sdk/client-s3';
import { S3_CLIENT } from '../clients.ts';
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
  let { region } = session.own;
  const command = new GetBucketEncryptionCommand({ Bucket });
  const ask = () =>
    session.request('s3:GetEncryptionConfiguration', text, async (options): Promise<Answer> => {
      try {
        return { output: await s3(session, region).send(command, options) };
      } catch (error) {
        if (error instanceof Error && error.name === NOT_ENCRYPTED) return {};
        const bucketRegion = regionIn(error);
        if (bucketRegion === undefined || bucketRegion === region) throw error;
        return { bucketRegion };
      }
    });
  let answer = await ask();
  if (answer.bucketRegion !== undefined) {
    region = answer.bucketRegion;
    answer = await ask();
  }
  const [rule] = answer.output?.ServerSideEncryptionConfiguration?.Rules ?? [];
  // `aws:kms` without a key is the AWS managed key:
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html
  return keyFacts(rule?.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID, { ...session.own, region }, session);
};

interface Answer {
  readonly output?: GetBucketEncryptionCommandOutput;
  readonly bucketRegion?: string;
}

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
