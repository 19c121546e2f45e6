import { formatArn, parseArn } from '../iam/arn.ts';
import { hasWildcard } from '../iam/pattern.ts';

/**
 * Reads of what is kept by name: secrets, parameters, what keys protect, objects. Who may read which of them is decided name by
 * name, and a whole account keeps its own in one place: a wildcard there opens all that others have put into it. Tables, queues and
 * streams are an application's own, and not among them.
 *
 * Action → the name in its resource, behind `secret:`, `parameter/`, `key/` or at the start.
 */
const READS: ReadonlyMap<string, (resource: string) => string> = new Map([
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
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

/**
 * Patterns that allow all that one allows, as definitions give them: with a `*` for what stands before the end, before a part or
 * before a secret's own ending, in this account or any. A deployment's digest of one of them says that it had the permission.
 */
export function widerPatterns(resource: string): ReadonlySet<string> {
  const wider = new Set([resource, '*']);
  for (const text of [resource, ofAnyAccount(resource)]) {
    const ends = [...[...text.matchAll(/[/:]|-\?{6}$/g)].map(({ index }) => index), text.length];
    for (let start = 'arn:'.length; start <= text.length; start++) {
      for (const end of ends) if (end >= start) wider.add(`${text.slice(0, start)}*${text.slice(end)}`);
    }
  }
  return wider;
}

function ofAnyAccount(resource: string): string {
  const arn = parseArn(resource);
  return arn && arn.account !== '' ? formatArn({ ...arn, account: '*' }) : resource;
}
