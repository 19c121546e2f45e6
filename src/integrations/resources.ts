import { formatArn, type Place } from '../iam/arn.ts';
import type { Origin, Resource } from '../iam/grant.ts';
import { escapeText, isArnPlaceholder, isPlaceholder } from '../iam/text.ts';
import { knownText, type Value } from '../values/value.ts';
import { argument, type CallContext, type ResourceSpec } from './integration.ts';

/** The parts that make an ARN's names: what a value contributes, and where it came from. */
export interface NamePart {
  readonly text: string;
  readonly origin: Origin;
}

/**
 * A value as part of a resource's name: escaped where it is known, `*` where only a run tells.
 * `absent` is the text that a missing field stands for, such as the default event bus.
 */
export function namePart(value: Value, field: string, absent?: string): NamePart {
  switch (value.kind) {
    case 'known':
      return { text: escapeText(String(value.json)), origin: { kind: 'literal', field } };
    case 'unknown':
      return { text: '*', origin: { kind: 'unknown', field, expression: value.expression } };
    case 'absent':
      if (absent !== undefined) return { text: absent, origin: { kind: 'fixed' } };
      return { text: '*', origin: { kind: 'missing', field } };
    case 'object':
    case 'array':
      return { text: '*', origin: { kind: 'unknown', field, expression: `${field} is no plain text` } };
  }
}

/** Which of a resource's origins says most: what keeps it a wildcard, else what names it. */
const WEIGHT: Readonly<Record<Origin['kind'], number>> = {
  unknown: 6,
  missing: 5,
  unnamedMachine: 4,
  wildcard: 3,
  assumedName: 2,
  literal: 1,
  fixed: 0,
};

/** The origin of a resource that is made of several parts. */
export function joinOrigins(origins: readonly Origin[]): Origin {
  let joined: Origin = { kind: 'fixed' };
  for (const origin of origins) if (WEIGHT[origin.kind] > WEIGHT[joined.kind]) joined = origin;
  return joined;
}

/** A value that is certainly an ARN: its text says so, or the name of the placeholder that it consists of. */
export function knownArn(value: Value): string | undefined {
  if (value.kind !== 'known' || typeof value.json !== 'string') return undefined;
  return value.json.startsWith('arn:') || isArnPlaceholder(value.json) ? value.json : undefined;
}

/** The origin of a name where an ARN could stand as well: a placeholder does not tell which of them it is. */
export function nameOrigin(value: Value, field: string, origin: Origin): Origin {
  const text = knownText(value);
  return text !== undefined && isPlaceholder(text) ? { kind: 'assumedName', field, placeholder: text } : origin;
}

interface ArnOptions {
  /** Region and account where they are not the state machine's own: empty, or `*`. */
  readonly region?: string;
  readonly account?: string;
  /** This argument may hold the resource's whole ARN instead of its name. */
  readonly orArn?: string;
  /** An ARN in that argument is always of the own account. */
  readonly ownAccount?: true;
  /** Region and account where a name is known only at run time. */
  readonly dynamic?: Partial<Place>;
  /** Argument → what a missing one stands for. */
  readonly defaults?: Readonly<Record<string, string>>;
}

/**
 * A resource in the state machine's region and account, with arguments in its name:
 * `arn('dynamodb', 'table/{TableName}', { orArn: 'TableName' })`.
 *
 * Where a name is known only at run time, `*` stands for it. If the argument may be an ARN it may also be of another
 * account, but never of another region: 'Cross-Region AWS resource access isn't available in Step Functions'
 * (https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html).
 */
export function arn(service: string, template: string, options: ArnOptions = {}): ResourceSpec {
  const pieces = template.split(/\{([^}]+)\}/);
  if (pieces.length === 1) return fixedArn(service, template, options);
  return (context) => {
    if (options.orArn !== undefined) {
      const whole = knownArn(argument(context, options.orArn));
      if (whole !== undefined) return [{ arn: escapeText(whole), origin: { kind: 'literal', field: options.orArn } }];
    }
    let resource = '';
    const origins: Origin[] = [];
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 0) {
        resource += piece;
        continue;
      }
      const value = argument(context, piece);
      const { text, origin } = namePart(value, piece, options.defaults?.[piece]);
      resource += text;
      origins.push(piece === options.orArn ? nameOrigin(value, piece, origin) : origin);
    }
    const origin = joinOrigins(origins);
    const { partition, region, account } = placeFor(context, origin, options);
    return [{ arn: formatArn({ partition, service, region, account, resource }), origin }];
  };
}

/** A resource without arguments: one object for each place, so that the calls of a definition share it. */
function fixedArn(service: string, resource: string, options: ArnOptions): ResourceSpec {
  const made = new WeakMap<Place, readonly Resource[]>();
  return (context) => {
    const known = made.get(context.place);
    if (known) return known;
    const origin: Origin = { kind: 'fixed' };
    const resources = [{ arn: formatArn({ ...placeFor(context, origin, options), service, resource }), origin }];
    made.set(context.place, resources);
    return resources;
  };
}

function placeFor(context: CallContext, origin: Origin, options: ArnOptions): Place {
  const { partition } = context.place;
  const { region = context.place.region, account = context.place.account, orArn, ownAccount, dynamic } = options;
  if (origin.kind !== 'unknown') return { partition, region, account };
  return { partition, region, account: orArn === undefined || ownAccount ? account : '*', ...dynamic };
}

/** An argument that is an ARN of the own account; where it is unknown, the pattern of the resource type's ARNs. */
export function arnIn(field: string, service: string, dynamic: string): ResourceSpec {
  return (context) => {
    const value = argument(context, field);
    const { text, origin } = namePart(value, field);
    if (origin.kind === 'literal') return [{ arn: text, origin }];
    return [{ arn: formatArn({ ...context.place, service, resource: dynamic }), origin }];
  };
}

/** `*`, because AWS offers nothing narrower; the reason is told to the user. */
export function everything(reason: string): ResourceSpec {
  const resources: readonly Resource[] = [{ arn: '*', origin: { kind: 'wildcard', reason } }];
  return () => resources;
}

/**
 * The role that an argument passes to a service. A role's name alone does not tell its path, so both forms are
 * allowed. Absent: no role is passed.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html (a role can only be passed
 * within its own account)
 */
export function roleIn(...fields: readonly string[]): ResourceSpec {
  return (context) => fields.flatMap((field) => rolesOf(argument(context, field), field, context.place));
}

export function rolesOf(value: Value, field: string, place: Place): readonly Resource[] {
  if (value.kind === 'absent') return [];
  const whole = knownArn(value);
  const role = (name: string) => formatArn({ ...place, service: 'iam', region: '', resource: `role/${name}` });
  const { text, origin } = namePart(value, field);
  if (whole !== undefined) return [{ arn: text, origin }];
  return origin.kind === 'literal'
    ? [role(text), role(`*/${text}`)].map((arn) => ({ arn, origin }))
    : [{ arn: role('*'), origin }];
}
