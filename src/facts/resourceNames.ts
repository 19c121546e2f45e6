import { type Arn, parseArn } from '../iam/arn.ts';
import { covers, hasWildcard } from '../iam/pattern.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';

/** Under which names a resource's facts are found. */

/**
 * The names of a resource that facts are looked up by, the most specific first: as it is written, and without what AWS
 * adds to the name that people use. A revision of a task definition has the facts of its family if there are none of
 * its own.
 *
 * Sources: https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html (six characters),
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html (`:*`),
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html (names are unique, whatever their paths)
 */
export function resourceNamesOf(resource: string): readonly string[] {
  return withoutEnding(resource, ENDINGS);
}

/** The names under which a source's facts are found. What it says of one revision isn't true of its family. */
export function statedNamesOf(resource: string): readonly string[] {
  return withoutEnding(resource, { ...ENDINGS, ecs: /:\*$/ });
}

function withoutEnding(resource: string, endings: Readonly<Record<string, RegExp>>): readonly string[] {
  const ending = own(endings, parseArn(resource)?.service ?? '');
  const bare = ending === undefined ? resource : resource.replace(ending, '');
  return bare === resource ? [resource] : [resource, bare];
}

/** By the ARN's service. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  ecs: /:(?:\*|\d+|\$\{[^}]*\})$/,
  events: /(?<=:connection\/[^/]+)\/[^/]+$/,
  iam: /(?<=:instance-profile\/)[^*?]+\/(?=[^/*?]+$)/,
  logs: /:\*$/,
  // A word of six small letters is the end of a name, such as `prod-orders`; as random characters it is one in 185.
  secretsmanager: /-(?:\?{6}|(?![a-z]{6}$)[A-Za-z0-9]{6})$/,
  states: /(?<=:stateMachine:(?:\$\{[^}]*\}|[^:])+):[^:]+$/,
};

/** An ARN by which facts are indexed and compared. */
export interface NamedResource {
  readonly text: string;
  /** Undefined for a placeholder that stands for a whole ARN. */
  readonly arn: Arn | undefined;
  readonly isPattern: boolean;
}

export function namedResource(text: string): NamedResource {
  return { text, arn: parseArn(text), isPattern: hasWildcard(text) };
}

/** Equal for resources of the same type and name, wherever they are. */
export function indexKey({ arn, text }: NamedResource): string {
  return arn === undefined ? text : `${arn.service} ${arn.resource}`;
}

/** Whether `outer` names everything that `inner` does, where a template's pseudo parameter may be any place. */
export function namesAll(outer: NamedResource, inner: NamedResource): boolean {
  if (outer.arn === undefined || inner.arn === undefined) return outer.text === inner.text;
  return (
    covers(outer.arn.service, inner.arn.service) &&
    covers(outer.arn.resource, inner.arn.resource) &&
    isSamePlace(outer.arn, inner.arn)
  );
}

/** How many of partition, Region and account an ARN leaves open. */
export function openPlaces({ arn }: NamedResource): number {
  return arn === undefined ? 0 : PLACE.filter((part) => isOpen(arn[part])).length;
}

/** Whether two ARNs are of one place only as long as nobody says where `inner` is. */
export function areApart(inner: NamedResource, a: NamedResource, b: NamedResource): boolean {
  return PLACE.some((part) => {
    const [open, one, other] = [inner.arn?.[part], a.arn?.[part], b.arn?.[part]];
    if (open === undefined || one === undefined || other === undefined) return false;
    return hasPlaceholder(open) && !isOpen(one) && !isOpen(other) && one !== other;
  });
}

function isOpen(part: string): boolean {
  return part === '*' || hasPlaceholder(part);
}

/** Whether two ARNs may be of one partition, Region and account. */
export function isSamePlace(outer: Arn, inner: Arn): boolean {
  return PLACE.every((part) => {
    const [a, b] = [outer[part], inner[part]];
    return a === b || a === '*' || hasPlaceholder(a) || hasPlaceholder(b);
  });
}

const PLACE = ['partition', 'region', 'account'] as const;
