/** The rows of services that ask for permission in a way of their own: catalog/curated/exceptions.ts. */
import { own } from '../../src/own.ts';
import { parsePattern, printPattern } from '../../src/sdk/pattern.ts';
import type { AllowRow } from '../../src/sdk/service.ts';
import { OTHER_PREFIXES, READ_OBJECTS } from '../curated/exceptions.ts';
import { PREFIXES } from '../curated/services.ts';
import { arnPattern, name, optional, rule } from '../curated/write.ts';
import { patternWith } from './arnFormat.ts';
import { type Authority, prefixOf } from './authority.ts';
import type { Operation } from './models.ts';

/** The verb of the operation's request, on the request's path. */
export function verbRow({ http, members }: Operation): AllowRow {
  const path = http.path.replace(/\?.*$/, '').replace(/^\/v2(?=\/)/, '');
  const [first = '', ...pieces] = path.split(/\{([^}]+)\}/);
  const literals = [`arn:$p:apigateway:$r::${first}`, ...pieces.filter((_, index) => index % 2 === 1)];
  const names = pieces.filter((_, index) => index % 2 === 0);
  const slots = names.map((parameter) => {
    const wanted = parameter.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
    const member = members.find((one) => one.path.toLowerCase() === wanted);
    // A tagged resource's ARN stands URL-encoded in the path.
    return member === undefined || wanted.endsWith('arn') ? undefined : name(member.path);
  });
  return { actions: [`apigateway:${http.method}`], on: [printPattern(patternWith({ literals, names }, slots))] };
}

/** The rows' actions under another prefix, for resources of another kind in the place of the bucket. */
export function otherPrefixRows(service: string, rows: readonly AllowRow[], authority: Authority): readonly AllowRow[] {
  const others = OTHER_PREFIXES.filter((row) => row.service === service);
  return rows
    .filter(({ on }) => on.some(namesBucket))
    .flatMap(({ actions: written, when, unless, doubt }) =>
      others.flatMap(({ prefix, rule: found }) => {
        const actions = written
          .map((action) => (prefixOf(action) === own(PREFIXES, service) ? underPrefix(prefix, action) : action))
          .flatMap((action) => authority.action(action)?.name ?? [])
          .filter((action) => prefixOf(action) === prefix);
        const row = {
          actions,
          on: [printPattern(rule(found))],
          ...(when === undefined ? {} : { when }),
          ...(unless === undefined ? {} : { unless }),
          ...(doubt === undefined ? {} : { doubt }),
        };
        return actions.length === 0 ? [] : [row];
      }),
    );
}

function underPrefix(prefix: string, action: string): string {
  return prefix + action.slice(action.indexOf(':'));
}

function namesBucket(text: string): boolean {
  const pattern = parsePattern(text);
  if (pattern.kind !== 'arn' || pattern.optional) return false;
  return pattern.literals[0] === 'arn:$p:s3:::' && pattern.slots.length > 0;
}

/** Images and documents in Amazon S3 that the caller's own permission reads. */
export function objectRows(service: string, { members }: Operation): readonly AllowRow[] {
  if (!Object.hasOwn(READ_OBJECTS, service)) return [];
  return members
    .filter(({ path }) => path.endsWith('S3Object.Bucket'))
    .map(({ path }) => {
      const object = optional(name(path.replace(/Bucket$/, 'Name')));
      return {
        actions: ['s3:GetObject'],
        on: [printPattern(arnPattern`arn:$p:s3:::${name(path)}/${object}`)],
        purpose: 'data',
        when: [path],
      };
    });
}
