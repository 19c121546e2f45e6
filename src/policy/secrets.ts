import { type Arn, formatArn, parseArn } from '../iam/arn.ts';
import { hasWildcard } from '../iam/pattern.ts';

/**
 * Reads of what is kept by name: secrets, parameters, what keys protect, objects. Who may read which of them is decided name by
 * name, and a whole account keeps its own in one place: a wildcard there opens all that others have put into it. Tables, queues and
 * streams are an application's own, and not among them.
 *
 * Action → the name in its resource, behind `secret:`, `parameter/`, `key/` or at the start.
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
  ['s3:getobjecttorrent', nameOfBucket],
  ['s3:getobjectversion', nameOfBucket],
  ['s3:getobjectversiontorrent', nameOfBucket],
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html
  ['s3express:createsession', itself],
]);

/** Whether an action reads secrets, parameters, keys' contents or objects of which only a run tells the name. */
export function readsAnyName(action: string, resource: string): boolean {
  const name = READS.get(action.toLowerCase());
  return name !== undefined && hasWildcard(name(parseArn(resource)?.resource ?? resource));
}

function itself(resource: string): string {
  return resource;
}

/** Secrets Manager ends each name with six characters of its own. */
function nameOfSecret(resource: string): string {
  return resource.replace(/-\?{6}$/, '');
}

/** All below a path that is known. */
function pathOfParameters(resource: string): string {
  return resource.replace(/^(parameter\/.+)\/\*$/, '$1');
}

/** A bucket's name, or an access point's, is what people give rights by; its keys are data. */
function nameOfBucket(resource: string): string {
  return resource.replace(/^(accesspoint\/[^/]+|[^/]+)\/.*$/s, '$1');
}

/** So many characters of patterns are tried for a resource: names that people give need fewer. */
const MOST_CHARACTERS = 300_000;

/**
 * Patterns that allow all that the resource of such a read does, as definitions give them: with a `*` for what stands before the end,
 * before a part of its name or before what follows it, in this account or any. A deployment's digest of one of them says that it had
 * the permission. A name with too many parts has only the first of them.
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
