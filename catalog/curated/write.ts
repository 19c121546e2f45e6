/** How the curated rows write resources, conditions and roles: as the unions of src/sdk, checked by the compiler. */
import type { Condition } from '../../src/sdk/condition.ts';
import type { RuleName } from '../../src/sdk/named.ts';
import type { ArnPattern, ResourcePattern, Slot } from '../../src/sdk/pattern.ts';
import type { Restriction } from '../../src/sdk/restriction.ts';
import type { RoleField, RoleRule } from '../../src/sdk/roles.ts';

/**
 * The ARN of a resource, with the arguments that name it in their places:
 * arnPattern`arn:$p:dynamodb:$r:$a:table/${nameOrArn('TableName')}/index/${name('IndexName')}`. `$p`, `$r` and `$a` are the
 * partition, region and account of the state machine; a text in place of a slot is a part of the ARN.
 */
export function arnPattern(texts: TemplateStringsArray, ...parts: readonly (Slot | string)[]): ArnPattern {
  const literals: string[] = [texts[0] ?? ''];
  const slots: Slot[] = [];
  for (const [index, part] of parts.entries()) {
    const next = texts[index + 1] ?? '';
    if (typeof part === 'string') literals.push(`${literals.pop() ?? ''}${part}${next}`);
    else {
      slots.push(part);
      literals.push(next);
    }
  }
  return { kind: 'arn', optional: false, literals, slots };
}

/** A resource that counts only where the call has one of its arguments. */
export function optionalResource(pattern: ArnPattern): ArnPattern {
  return { ...pattern, optional: true };
}

/** What a rule of src/sdk/named.ts finds, where no ARN can say it. */
export function rule(name: RuleName): ResourcePattern {
  return { kind: 'rule', rule: name };
}

/** The resource's name: the first of these arguments that the call has. */
export function name(...paths: readonly string[]): Slot {
  return { paths, holds: 'name', optional: false, absent: undefined };
}

/** The same, where the argument may hold the resource's whole ARN. */
export function nameOrArn(...paths: readonly string[]): Slot {
  return { ...name(...paths), holds: 'nameOrArn' };
}

/** The same, where only an ARN names the resource. */
export function arnOnly(...paths: readonly string[]): Slot {
  return { ...name(...paths), holds: 'arn' };
}

/** An argument that a call may leave out, and the name that counts then. */
export function optional(slot: Slot, absent?: string): Slot {
  return { ...slot, optional: true, absent };
}

/** An argument, and the name that counts where a call leaves it out. */
export function withDefault(slot: Slot, absent: string): Slot {
  return { ...slot, absent };
}

/** Holds where the call may have the argument. */
export function isGiven(path: string): Condition {
  return { kind: 'given', path };
}

/** Holds where the argument's text may start so. */
export function startsWith(path: string, start: string): Condition {
  return { kind: 'startsWith', path, start };
}

/** An argument that holds a role. */
export function roleArgument(path: string): RoleField {
  return { kind: 'argument', path };
}

/** The roles that a rule of src/sdk/roles.ts finds. */
export function roleRule(name: RoleRule): RoleField {
  return { kind: 'rule', rule: name };
}

/** Requests on a key that come from the service, on behalf of the caller. */
export function via(service: string): Restriction {
  return { kind: 'via', service, anyRegion: false };
}

/** The same, in other Regions as well. */
export function viaAnyRegion(service: string): Restriction {
  return { kind: 'via', service, anyRegion: true };
}

/** Grants on a key that an AWS service has made for itself, on behalf of the caller. */
export const SERVICE_GRANT: Restriction = { kind: 'serviceGrant' };
