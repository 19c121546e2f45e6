import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Fit, type FitOptions, fit } from '../../src/analysis/fit.ts';
import { machine, OPTIONS, task } from './cases.ts';
import { list, pairs } from './iam.ts';

export const HERE = 'eu-west-1:111122223333';

export type Args = Readonly<Record<string, unknown>>;

/** An SDK call as people write it, and what IAM is then asked for. */
export interface Case {
  /** What is so. */
  readonly name: string;
  /** The page that says it, below docs.aws.amazon.com. */
  readonly source: string;
  readonly api: string;
  readonly args: Args;
  /** Action → resources, sorted; iam:PassRole left out. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

/** A task of an integration, such as `ecs:runTask` or `aws-sdk:ecs:runTask`. */
function fitTask(resource: string, args: Args, options: FitOptions = OPTIONS): Promise<Fit> {
  return fit(machine({ A: task(`arn:aws:states:::${resource}`, args) }), options);
}

export async function fitCall(api: string, args: Args, options?: FitOptions): Promise<Fit> {
  return fitTask(`aws-sdk:${api}`, args, options);
}

/** Action → the resources that the policy grants it on, sorted; iam:PassRole left out. */
export async function granted(api: string, args: Args): Promise<Readonly<Record<string, readonly string[]>>> {
  const { policy } = await fitCall(api, args);
  const found: Record<string, string[]> = {};
  for (const { action, resource } of pairs(policy)) {
    if (action !== 'iam:PassRole') (found[action] ??= []).push(resource);
  }
  return Object.fromEntries(Object.entries(found).map(([action, resources]) => [action, resources.toSorted()]));
}

/** What a task may pass: role, operator and service of each statement. */
export async function passes(resource: string, args: Args): Promise<readonly string[]> {
  const { policy } = await fitTask(resource, args);
  return policy.Statement.filter(({ Action }) => Action.includes('iam:PassRole'))
    .flatMap(({ Resource, Condition = {} }) =>
      Object.entries(Condition).flatMap(([operator, keys]) =>
        list(Resource).map((role) => `${role} ${operator} ${Object.values(keys).flat().join(' ')}`),
      ),
    )
    .toSorted();
}

/** The findings of one code for one SDK call: severity and message. */
export async function told(api: string, args: Args, code: string): Promise<readonly string[]> {
  const { findings } = await fitCall(api, args);
  return findings.filter((finding) => finding.code === code).map(({ severity, message }) => `${severity} ${message}`);
}

/** An action, and the resources that a call needs it on. */
type Row = readonly [name: string, source: string, api: string, args: Args, action: string, ...resources: string[]];

/** Calls that need one action. */
export function cases(...rows: readonly Row[]): readonly Case[] {
  return rows.map(([name, source, api, args, action, ...resources]) => ({
    name,
    source,
    api,
    args,
    needs: { [action]: resources.toSorted() },
  }));
}

/** One test for each case, under its title. */
export function checkCases(tables: Readonly<Record<string, readonly Case[]>>): void {
  for (const [title, cases] of Object.entries(tables)) {
    describe(title, () => {
      for (const { name, source, api, args, needs } of cases) {
        it(`${name} (${source})`, async () => assert.deepEqual(await granted(api, args), needs));
      }
    });
  }
}
