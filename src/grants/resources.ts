import { formatArn, type Place } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { own } from '../own.ts';
import type { Value } from '../values/domain/value.ts';
import type { Origin, Resource } from './grant.ts';
import { argument, type CallContext, type ResourceSpec } from './integration.ts';
import { isNamed, joinOrigins, knownArn, knownOrigin, type NamePart, nameOrigin, namePart } from './names.ts';
import { partialOf, partialOrigin, patternPart, withinType } from './partial.ts';

interface ArnOptions {
  /** Region and account, if they aren't the state machine's own: empty, or `*`. */
  readonly region?: string;
  readonly account?: string;
  /** This argument may be the resource's whole ARN instead of its name. */
  readonly orArn?: string;
  /** An ARN in that argument is always in the state machine's account. */
  readonly ownAccount?: true;
  /** Region and account for a name that is known only at run time. */
  readonly dynamic?: Partial<Place>;
  /** Argument → its default. */
  readonly defaults?: Readonly<Record<string, string>>;
}

/**
 * A resource in the state machine's Region and account, with arguments in its name:
 * `arn('dynamodb', 'table/{TableName}', { orArn: 'TableName' })`.
 *
 * A name that is known only at run time becomes `*`. An argument that may be an ARN may also name another account, but
 * never another Region: 'cross-Region AWS resource access aren't available in Step Functions'
 * (https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html).
 */
export function arn(service: string, template: string, options: ArnOptions = {}): ResourceSpec {
  const pieces = template.split(/\{([^}]+)\}/);
  if (pieces.length === 1) return fixedArn(service, template, options);
  return (context) => {
    const { orArn } = options;
    const value = orArn === undefined ? undefined : argument(context, orArn);
    if (orArn !== undefined && value !== undefined) {
      const whole = knownArn(value, context.machine.arns);
      if (whole !== undefined) return [{ arn: escapeText(whole), origin: knownOrigin(value, orArn) }];
      const pattern = patternIn(value, orArn, service, pieces[0] ?? '');
      if (pattern !== undefined) return [pattern];
    }
    let resource = '';
    const origins: Origin[] = [];
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 0) {
        resource += piece;
        continue;
      }
      const { text, origin } = piecePart(context, piece, options);
      resource += text;
      origins.push(origin);
    }
    const origin = joinOrigins(origins);
    const maybeArn =
      origin.kind === 'unknown' ||
      (origin.kind === 'pattern' && value !== undefined && partialOf(value)?.kind === 'end');
    const { partition, region, account } = placeFor(context, maybeArn, options);
    return [{ arn: formatArn({ partition, service, region, account, resource }), origin }];
  };
}

/** What one argument contributes to a resource's name. */
function piecePart(context: CallContext, piece: string, { orArn, defaults }: ArnOptions): NamePart {
  const value = argument(context, piece);
  if (piece !== orArn) return patternPart(value, piece, own(defaults, piece));
  const partial = partialOf(value);
  const { text, origin } = namePart(value, piece, own(defaults, piece));
  if (partial === undefined || partial.kind === 'arn') return { text, origin: nameOrigin(value, piece, origin) };
  if (partial.kind === 'end' && partial.end === '') return { text, origin };
  return {
    text: partial.kind === 'name' ? partial.pattern : `*${partial.end}`,
    origin: patternPart(value, piece).origin,
  };
}

/** A resource without arguments: one object per Region and account, which the calls of a definition share. */
function fixedArn(service: string, resource: string, options: ArnOptions): ResourceSpec {
  const made = new WeakMap<Place, readonly Resource[]>();
  return (context) => {
    const known = made.get(context.place);
    if (known) return known;
    const origin: Origin = { kind: 'fixed' };
    const resources = [{ arn: formatArn({ ...placeFor(context, false, options), service, resource }), origin }];
    made.set(context.place, resources);
    return resources;
  };
}

function placeFor(context: CallContext, isDynamic: boolean, options: ArnOptions): Place {
  const { partition } = context.place;
  const { region = context.place.region, account = context.place.account, orArn, ownAccount, dynamic } = options;
  if (!isDynamic) return { partition, region, account };
  return { partition, region, account: orArn === undefined || ownAccount ? account : '*', ...dynamic };
}

/** An argument that is an ARN of the same account; if it is unknown, the pattern of the resource type's ARNs. */
export function arnIn(field: string, service: string, dynamic: string): ResourceSpec {
  return (context) => {
    const value = argument(context, field);
    const { text, origin } = namePart(value, field);
    if (isNamed(origin)) return [{ arn: text, origin }];
    return [
      patternIn(value, field, service, dynamic.slice(0, dynamic.indexOf('*'))) ?? {
        arn: formatArn({ ...context.place, service, resource: dynamic }),
        origin,
      },
    ];
  };
}

/** A partly known ARN in an argument, narrowed to the resources that start with `prefix`, such as `table/`. */
export function patternIn(value: Value, field: string, service: string, prefix: string): Resource | undefined {
  const partial = partialOf(value);
  if (partial?.kind !== 'arn' || value.kind !== 'unknown') return undefined;
  const arn = withinType(partial.arn, service, prefix);
  return arn === undefined ? undefined : { arn, origin: partialOrigin(value, field) };
}

/** `*`, because AWS offers nothing narrower; the user sees the reason. */
export function everything(reason: string): ResourceSpec {
  const resources: readonly Resource[] = [{ arn: '*', origin: { kind: 'wildcard', reason } }];
  return () => resources;
}

/**
 * The role that an argument names, by its ARN or by its name. A role's name doesn't include its path, so the role is
 * named with and without one. Without the argument there is no role.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html (a role can only be passed
 * within its own account)
 */
export function rolesOf(value: Value, field: string, place: Place): readonly Resource[] {
  if (value.kind === 'absent') return [];
  const role = (name: string) => formatArn({ ...place, service: 'iam', region: '', resource: `role/${name}` });
  const { text, origin } = namePart(value, field);
  if (knownArn(value) !== undefined) return [{ arn: text, origin }];
  if (isNamed(origin)) return [role(text), role(`*/${text}`)].map((arn) => ({ arn, origin }));
  const pattern = patternIn(value, field, 'iam', 'role/');
  if (pattern !== undefined) return [pattern];
  const partial = partialOf(value);
  const why = patternPart(value, field).origin;
  if (partial?.kind === 'name')
    return [role(partial.pattern), role(`*/${partial.pattern}`)].map((arn) => ({ arn, origin: why }));
  if (partial?.kind === 'end' && partial.end !== '') return [{ arn: role(`*${partial.end}`), origin: why }];
  return [{ arn: role('*'), origin }];
}
