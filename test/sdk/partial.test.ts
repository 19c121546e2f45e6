import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import type { ServiceData } from '../../src/sdk/service.ts';
import { machine, OPTIONS, task } from '../support/cases.ts';
import { argumentsOfProbe, type Language, MARK, type Probe, probesOf } from '../support/fieldProbes.ts';

/** Every argument of every SDK operation that names a resource, a key or a role, with a text of which the start is known. */

/** Arguments whose known part names nothing, and why. */
const EXCEPTIONS: readonly { readonly is: (probe: Probe) => boolean; readonly reason: string }[] = [
  {
    is: ({ actions, field }) =>
      actions.includes('iam:PassRole') && /InstanceProfile|(^|\.)(JobFlowRole|InstanceRole)$/.test(field),
    reason: 'a profile has a name of its own, which is not that of its role',
  },
  {
    is: ({ service, field, form }) => /^appconfig/.test(service) && /Identifier$/.test(field) && form === 'arn',
    reason: 'the ID is a part of another ARN, and AWS documents it as an ID or a name',
  },
];

const DATA = new URL('../../src/sdk/data/', import.meta.url);
const AT_ONCE = 40;

describe('a partly known argument of an SDK operation', async () => {
  const probes: Probe[] = [];
  for (const file of readdirSync(DATA).filter((name) => name.endsWith('.json'))) {
    const module: { readonly default: ServiceData } = await import(new URL(file, DATA).href, {
      with: { type: 'json' },
    });
    probes.push(...probesOf(file.slice(0, -'.json'.length), module.default));
  }

  for (const language of ['JSONata', 'JSONPath'] as const) {
    test(`keeps its known part in the grant, in ${language}`, async () => {
      const open = new Map<Probe, string>();
      for (let start = 0; start < probes.length; start += AT_ONCE) {
        for (const [probe, resources] of await openIn(probes.slice(start, start + AT_ONCE), language)) {
          open.set(probe, resources);
        }
      }
      const unexpected = [...open].filter(([probe]) => !EXCEPTIONS.some(({ is }) => is(probe)));
      assert.deepEqual(
        unexpected.map(
          ([{ service, operation, field, start }, on]) => `${service}:${operation} ${field} ${start}: ${on}`,
        ),
        [],
      );
      assert.ok(probes.length > 20_000);
      for (const { is, reason } of EXCEPTIONS) assert.ok([...open.keys()].some(is), `no longer so: ${reason}`);
    });
  }
});

/** The probes whose grants don't have the known part, with their resources. */
async function openIn(probes: readonly Probe[], language: Language): Promise<ReadonlyMap<Probe, string>> {
  const states: Record<string, unknown> = {};
  const byState = new Map<string, Probe>();
  for (const [index, probe] of probes.entries()) {
    const args = argumentsOfProbe(probe, language);
    if (args === undefined) continue;
    states[`S${index}`] = task(`arn:aws:states:::aws-sdk:${probe.service}:${probe.operation}`, args, { language });
    byState.set(`/States/S${index}`, probe);
  }
  const open = new Map<Probe, string>();
  if (byState.size === 0) return open;
  const { calls } = await fit(machine(states), OPTIONS);
  for (const { call, grants } of calls) {
    const probe = byState.get(call.state);
    if (probe === undefined) continue;
    const same = grants.filter(({ actions }) => actions.some((action) => probe.actions.includes(action)));
    // The name of a key's alias stands in a condition.
    const known = same.some(
      ({ resources, conditions = {} }) =>
        resources.some(({ arn }) => arn.includes(MARK)) || JSON.stringify(conditions).includes(MARK),
    );
    if (!known) open.set(probe, same.flatMap(({ resources }) => resources.map(({ arn }) => arn)).join(' '));
  }
  return open;
}
