import { matching } from '../grants/conditions.ts';
import type { GrantedResource, KeyUse } from '../grants/encryption.ts';
import type { Conditions } from '../grants/grant.ts';
import { formatArn } from '../iam/arn.ts';
import { hasWildcard } from '../iam/pattern.ts';

/**
 * The resources that have keys, by the resource parts of the ARNs in grants: an object's bucket, an index's table. A
 * placeholder can stand for the ARN, and has the same endings.
 */

export const itself = (resource: string) => resource;
export const tableOfIndex = startAs(/^(?:table\/(?:\$\{[^}]*\}|[^/])+|\*.*|\$\{[^}]*\})/s);
export const streamOf = startAs(/^(?:stream\/(?:\$\{[^}]*\}|[^/])+|\*.*|\$\{[^}]*\})/s);
export const logGroupOf = startAs(/^(?:log-group:(?:\$\{[^}]*\}|[^:])+|\$\{[^}]*\})/s);
/** Without a version or a label: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html (Name) */
export const parameterOf = startAs(/^(?:parameter\/(?:\$\{[^}]*\}|[^:])+|\*.*|\$\{[^}]*\})/s);
export const connectionOf = startAs(/^(?:connection\/.*|\$\{[^}]*\})/s);
export const workgroupOf = startAs(/^workgroup\/.*/s);
export const activityOf = startAs(/^(?:activity:.*|\$\{[^}]*\})/s);

/** The start of a resource in this form. */
function startAs(form: RegExp): (resource: string) => string | undefined {
  return (resource) => form.exec(resource)?.[0];
}

/**
 * The request comes from the service, on behalf of the caller. The suffix is the same in every partition. Keys are in
 * the Region of what they encrypt, which tells the Region of a bucket.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function viaService(service: string): KeyUse['conditions'] {
  return ({ arn }, key) => {
    const region = arn !== undefined && arn.region !== '' && !hasWildcard(arn.region) ? arn.region : key?.region;
    const value = `${service}.${region === undefined || region === '' ? '*' : region}.amazonaws.com`;
    return matching('kms:ViaService', [value]);
  };
}

/** The encryption context that Step Functions sends. */
export function statesContext(name: 'activityArn' | 'stateMachineArn', arn: string | undefined): Conditions {
  return arn === undefined ? {} : matching(`kms:EncryptionContext:aws:states:${name}`, [arn]);
}

/** The bucket of an object. An access point doesn't show its bucket, which may be any. */
export function bucketOf(resource: string): string | undefined {
  return /^accesspoint\//.test(resource) ? '*' : /^(?:\$\{[^}]*\}|[^/])+/.exec(resource)?.[0];
}

/** `rule/name` is on the default event bus, `rule/bus/name` on another; a partner's bus has slashes in its name. */
export function busOf(resource: string): string | undefined {
  if (/^rule\/\*/.test(resource)) return 'event-bus/*';
  const [rule, bus = 'default'] = /^rule\/(?:(.+)\/)?[^/]+$/.exec(resource) ?? [];
  return rule === undefined ? undefined : `event-bus/${bus}`;
}

/** `execution:name:id`, `express:name:id:id`, `execution:name/label:id` and `stateMachine:name` are of one machine. */
export function workflowOf(resource: string): string | undefined {
  const name = /^(?:stateMachine|execution|express):((?:\$\{[^}]*\}|[^:/])+)/.exec(resource)?.[1];
  // Any Express execution: the grant's other resource is the execution that the call names.
  if (resource.startsWith('express:*')) return undefined;
  if (name !== undefined) return `stateMachine:${name}`;
  return /^\$\{[^}]*\}$/.test(resource) ? resource : undefined;
}

export function onMachine({ arn, text }: GrantedResource): string | undefined {
  if (arn === undefined) return workflowOf(text);
  const machine = workflowOf(arn.resource);
  return machine === undefined ? undefined : formatArn({ ...arn, resource: machine });
}
