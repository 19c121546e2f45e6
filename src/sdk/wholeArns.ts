import type { Resource } from '../grants/grant.ts';
import { partialOf, partialOrigin, withinType } from '../grants/partial.ts';
import { formatArn, parseArn } from '../iam/arn.ts';
import { covers } from '../iam/pattern.ts';
import { escapeText, isPlaceholder } from '../iam/text.ts';
import type { Argument } from './arguments.ts';
import type { ArnPattern } from './pattern.ts';

/** Arguments with a whole ARN where the pattern has the resource's name. */

/** What follows a secret's name in its ARN: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html#auth-and-access_examples_wildcard */
const OF_SECRET = '-??????';

/**
 * A whole ARN in place of the last name, with what IAM expects after it: `:*` after a log group's, six characters after
 * a secret's. Nothing is added to an ARN that has it already, such as a stack's with the stack's ID. Undefined if the
 * ARN is that of another resource whose name the pattern needs, such as a service's ARN in a pattern of task sets.
 * `isReturned` for a placeholder of what CloudFormation returns as the ARN.
 */
export function wholeArns(
  { literals, slots }: ArnPattern,
  arn: string,
  isReturned = false,
): readonly string[] | undefined {
  const suffix = literals.at(-1) ?? '';
  const text = escapeText(arn);
  if (suffix === '') return [text];
  // The end of a placeholder's ARN is unknown. What CloudFormation returns for a stack has the stack's ID:
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html
  const isComplete = suffix === OF_SECRET || (isReturned && suffix === '/*' && literals[0]?.endsWith(':stack/'));
  if (isPlaceholder(arn)) return isComplete ? [text] : [text, text + suffix];
  if (isLike(arn, literals)) return [text];
  if (slots.at(-1)?.holds !== 'name' || isLike(arn, [...literals.slice(0, -1), ''])) return [withSuffix(text, suffix)];
  return undefined;
}

/**
 * A partly known ARN in place of the last name, narrowed to the pattern's type. One that is certainly of another type is
 * taken as it is, like a known ARN.
 */
export function partialArns(
  { literals, slots }: ArnPattern,
  { field, value }: Argument,
): readonly Resource[] | undefined {
  const partial = slots.at(-1)?.holds === 'name' ? undefined : partialOf(value);
  if (partial?.kind !== 'arn' || value.kind !== 'unknown') return undefined;
  const [, , service = '', , , ...type] = (literals[0] ?? '').split(':');
  const arn = withinType(partial.arn, service, type.join(':')) ?? formatArn(partial.arn);
  const suffix = literals.at(-1) ?? '';
  const arns = suffix === '' || arn.endsWith('*') ? [arn] : [arn, arn + suffix];
  return arns.map((text) => ({ arn: text, origin: partialOrigin(value, field) }));
}

/** True if the ARN's resource can consist of the literals with names between them. */
export function isLike(arn: string, literals: readonly string[]): boolean {
  const resource = parseArn(arn)?.resource;
  const shape = literals.join('\0').split(':').slice(5).join(':');
  // A name has at least one character.
  return resource !== undefined && covers(shape.replaceAll('\0', '?*'), escapeText(resource));
}

/**
 * Services whose resources can replace another's: directory buckets, and access points of S3 Object Lambda and S3 on
 * Outposts, in place of a bucket.
 */
const IN_THE_PLACE_OF: ReadonlyMap<string, RegExp> = new Map([['s3', /^s3/]]);

/** True if the pattern's service is the ARN's, or one whose resources the ARN's service can replace. */
export function isOfService(arn: string, { literals: [start = ''] }: ArnPattern): boolean {
  const [wanted, service] = [start.split(':')[2], parseArn(arn)?.service];
  if (wanted === undefined || wanted === '' || service === undefined || service.includes('$')) return true;
  return service === wanted || wanted.includes('*') || IN_THE_PLACE_OF.get(wanted)?.test(service) === true;
}

function withSuffix(arn: string, suffix: string): string {
  if (suffix === '' || arn.endsWith(suffix)) return arn;
  if (suffix === OF_SECRET && (isPlaceholder(arn) || /-[A-Za-z0-9]{6}$/.test(arn))) return arn;
  return arn + suffix;
}
