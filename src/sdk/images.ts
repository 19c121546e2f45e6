import type { Resource } from '../grants/grant.ts';
import type { CallContext } from '../grants/integration.ts';
import { namePart } from '../grants/names.ts';
import { partialOrigin, patternOf } from '../grants/partial.ts';
import { formatArn } from '../iam/arn.ts';
import { escapeText, hasPlaceholder } from '../iam/text.ts';
import { knownText } from '../values/domain/value.ts';
import { valueAt } from './arguments.ts';

/** Repositories of Amazon ECR by the URIs of their images. */

const FIELDS = ['Code.ImageUri', 'ImageUri'];
const PLACEHOLDER = String.raw`\$\{[^}]*\}`;

/** `111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:tag`, or with `@sha256:…` in place of the tag. */
const IMAGE = new RegExp(
  String.raw`^(${PLACEHOLDER}|[^./]+)\.dkr\.ecr\.(${PLACEHOLDER}|[^./]+)\.(?:amazonaws\.com(?:\.cn)?|${PLACEHOLDER})\/((?:${PLACEHOLDER}|[^:@])+)`,
);

/** The repository of a function's image, unless it is another account's. */
export function imageRepository(context: CallContext): readonly Resource[] {
  const own = context.place.account;
  return FIELDS.flatMap((field) => repository(field, own, context) ?? []).filter(({ account }) => mayBe(account, own));
}

/** The same, if it may be another account's. */
export function otherImageRepository(context: CallContext): readonly Resource[] {
  const own = context.place.account;
  return FIELDS.flatMap((field) => repository(field, '*', context) ?? []).filter(({ account }) => account !== own);
}

function mayBe(account: string, own: string): boolean {
  return account === own || account === '*' || hasPlaceholder(account) || hasPlaceholder(own);
}

interface Repository extends Resource {
  readonly account: string;
}

/**
 * The repository of an image, in `anyAccount` if the URI's isn't known. It is in the function's Region.
 *
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html
 */
function repository(field: string, anyAccount: string, context: CallContext): Repository | undefined {
  const value = valueAt({ value: context.arguments, path: field });
  if (value.kind === 'absent') return undefined;
  const known = knownText(value);
  const pattern = known === undefined ? patternOf(value) : escapeText(known);
  const [, account = '*', region = '*', name = '*'] = IMAGE.exec(pattern ?? '') ?? [];
  const place = {
    ...context.place,
    account: account === '*' ? anyAccount : account,
    ...(region === '*' ? {} : { region }),
  };
  const arn = formatArn({ ...place, service: 'ecr', resource: `repository/${name}` });
  if (name !== '*' && value.kind === 'unknown') return { account, arn, origin: partialOrigin(value, field) };
  if (name !== '*' || known === undefined) return { account, arn, origin: namePart(value, field).origin };
  return { account, arn, origin: { kind: 'unknown', field, expression: known } };
}
