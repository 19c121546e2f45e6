import { type Arn, formatArn, parseArn } from '../iam/arn.ts';
import { hasWildcard } from '../iam/pattern.ts';

/**
 * Reads of secrets, parameters, encrypted data and objects. Access to these is granted name by name, and all
 * applications of an account keep theirs in one place, so a wildcard opens everyone's. Tables, queues and streams
 * belong to one application and aren't included.
 *
 * Action → the part of its resource that holds the name: behind `secret:`, `parameter/` or `key/`, or at the start.
 */
const READS: ReadonlyMap<string, (resource: string) => string> = new Map([
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html#auth-and-access_examples_batch
  ['secretsmanager:batchgetsecretvalue', nameOfSecret],
  ['secretsmanager:getsecretvalue', nameOfSecret],
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
  ['ssm:getparameter', itself],
  ['ssm:getparameterhistory', itself],
  ['ssm:getparameters', itself],
  ['ssm:getparametersbypath', pathOfParameters],
  // https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html
  ['kms:decrypt', itself],
  ['kms:derivesharedsecret', itself],
  ['kms:reencryptfrom', itself],
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
  ['s3:getobject', nameOfBucket],
  ['s3:getobjecttagging', nameOfBucket],
  ['s3:getobjecttorrent', nameOfBucket],
  ['s3:getobjectversion', nameOfBucket],
  ['s3:getobjectversiontagging', nameOfBucket],
  ['s3:getobjectversiontorrent', nameOfBucket],
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html
  ['s3express:createsession', itself],
]);

/** Whether an action reads secrets, parameters, encrypted data or objects whose name is known only at run time. */
export function readsAnyName(action: string, resource: string): boolean {
  const name = READS.get(action.toLowerCase());
  return name !== undefined && hasWildcard(name(parseArn(resource)?.resource ?? resource));
}

function itself(resource: string): string {
  return resource;
}

/** Secrets Manager appends six random characters to each name. */
function nameOfSecret(resource: string): string {
  return resource.replace(/-\?{6}$/, '');
}

/** Everything below a known path. */
function pathOfParameters(resource: string): string {
  return resource.replace(/^(parameter\/.+)\/\*$/, '$1');
}

/** Rights are granted by the name of a bucket or access point; object keys are data. */
function nameOfBucket(resource: string): string {
  return resource.replace(/^(accesspoint\/[^/]+|[^/]+)\/.*$/s, '$1');
}

/** The limit for the patterns tried per resource, in characters. Real names need far fewer. */
const MOST_CHARACTERS = 300_000;

/**
 * Patterns that cover the resource of such a read, in the forms that definitions produce: a `*` in place of the end,
 * of a part of the name or of what precedes it, in this account or any. If a deployment has the digest of one of
 * them, it had the permission. For a name with too many parts, only the first patterns are given.
 */
export function* widerPatterns(action: string, resource: string): Generator<string, void> {
  yield resource;
  yield '*';
  const arn = parseArn(resource);
  if (!arn) return;
  const name = (READS.get(action.toLowerCase()) ?? itself)(arn.resource);
  const isFolder = arn.resource.startsWith('/', name.length);
  let left = MOST_CHARACTERS;
  for (const below of isFolder ? [arn.resource, `${name}/*`] : [arn.resource]) {
    for (const account of new Set([arn.account, arn.account && '*'])) {
      for (const wider of withWiderNames({ ...arn, account, resource: below }, name)) {
        left -= wider.length;
        if (left < 0) return;
        yield wider;
      }
    }
  }
}

function* withWiderNames(arn: Arn, name: string): Generator<string, void> {
  const text = formatArn(arn);
  const nameStart = text.length - arn.resource.length;
  const nameEnd = nameStart + name.length;
  const separators = [...text.slice(0, nameEnd).matchAll(/[/:]/g)].map(({ index }) => index);
  yield text;
  for (const end of [text.length, nameEnd, ...separators.toReversed()]) {
    for (const colon of separators) {
      if (colon < nameStart - 1 && colon < end) yield `${text.slice(0, colon + 1)}*${text.slice(end)}`;
    }
    for (let start = nameStart; start <= Math.min(end, nameEnd); start++) {
      yield `${text.slice(0, start)}*${text.slice(end)}`;
    }
  }
}
