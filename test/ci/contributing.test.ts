import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readWorkflow } from '../../src/asl/readWorkflow.ts';
import { actingStates, partitionNamed } from '../../src/calls/acting.ts';
import { callsOf } from '../../src/calls/calls.ts';
import { machineOf } from '../../src/calls/machine.ts';
import { factsOf } from '../../src/facts/facts.ts';
import { grantsFor } from '../../src/grants/grantsOf.ts';
import type { Integration, Table } from '../../src/grants/integration.ts';
import { INTEGRATIONS } from '../../src/integrations/index.ts';
import { declaredInput } from '../../src/values/flow/declared.ts';
import { flowOf } from '../../src/values/flow/flow.ts';

/** The examples of CONTRIBUTING.md are run as they stand there. */

const folder = mkdtempSync(join(tmpdir(), 'rolefit-contributing-'));
after(() => rmSync(folder, { recursive: true }));

/** The integrations that the page shows as whole files, in its order. */
async function examples(): Promise<readonly Integration[]> {
  const blocks = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/```ts\n(import [\s\S]*?)```/g)];
  const whole = blocks.map(([, code = '']) => code).filter((code) => code.includes(': Integration ='));
  return Promise.all(
    whole.map(async (code, index): Promise<Integration> => {
      const file = join(folder, `example${index}.ts`);
      writeFileSync(file, code.replaceAll("from '../", `from '${pathToFileURL('src').href}/`));
      const module: { readonly acme: Integration } = await import(pathToFileURL(file).href);
      return module.acme;
    }),
  );
}

/** What a task of this integration with these arguments is granted: actions, resources and the kinds of origin. */
function granted(integration: Integration, api: string, parameters: object): readonly (readonly string[])[] {
  const { service, page, apis } = integration;
  const table: Table = { service, page, names: () => Object.keys(apis), api: (name) => apis[name] };
  const task = { Type: 'Task', Resource: `arn:aws:states:::acme:${api}`, Parameters: parameters, End: true };
  const definition = JSON.parse(JSON.stringify({ StartAt: 'A', States: { A: task } }));
  const workflow = readWorkflow(definition);
  const acting = actingStates(workflow);
  const machine = machineOf({ region: 'eu-west-1', account: '111122223333' }, partitionNamed(acting));
  const { place, name, type } = machine;
  const flow = flowOf(workflow, { ...place, name, type, input: declaredInput(undefined) }, undefined);
  const { calls } = callsOf(acting, flow, machine);
  const tables = { ...INTEGRATIONS, optimized: new Map([[service, table]]), sdk: new Map<string, Table>() };
  return grantsFor(calls, tables, machine, factsOf([]))
    .calls.flatMap(({ grants }) => grants)
    .map(({ actions, resources }) => [...actions, ...resources.flatMap(({ arn, origin }) => [arn, origin.kind])]);
}

const DEPOT = 'arn:aws:acme:eu-west-1:111122223333:depot';

describe("CONTRIBUTING's examples", async () => {
  const [simple, withWork] = await examples();

  it('are two: one with rows alone, one with real work', () => {
    assert.deepEqual(
      [simple, withWork].map((each) => Object.keys(each?.apis ?? {})),
      [['startJob'], ['dispatch']],
    );
  });

  const CASES: readonly (readonly [what: string, parcels: object, expected: readonly string[]])[] = [
    ['a name', { Parcels: [{ Depot: 'north' }] }, [`${DEPOT}/north`, 'literal']],
    [
      'a URL, of its own account and Region',
      { Parcels: [{ Depot: 'https://444455556666.acme.us-east-1.amazonaws.com/south' }] },
      ['arn:aws:acme:us-east-1:444455556666:depot/south', 'literal'],
    ],
    ['a name with a star is escaped', { Parcels: [{ Depot: 'no*' }] }, [`${DEPOT}/no\${*}`, 'literal']],
    [
      'several items',
      { Parcels: [{ Depot: 'a' }, { Depot: 'b' }] },
      [`${DEPOT}/a`, 'literal', `${DEPOT}/b`, 'literal'],
    ],
    ['a name that only a run tells', { Parcels: [{ 'Depot.$': '$.d' }] }, ['arn:aws:acme:*:*:depot/*', 'unknown']],
    ['a list that only a run tells', { 'Parcels.$': '$.parcels' }, ['arn:aws:acme:*:*:depot/*', 'unknown']],
    [
      'a URL of which parts are known',
      { Parcels: [{ 'Depot.$': "States.Format('https://{}.acme.eu-west-1.amazonaws.com/x', $.a)" }] },
      ['arn:aws:acme:*:*:depot/*', 'unknown'],
    ],
  ];
  for (const [what, parcels, expected] of CASES) {
    it(`the second grants the depot of ${what}`, () => {
      assert.ok(withWork);
      assert.deepEqual(granted(withWork, 'dispatch', parcels), [['acme:Dispatch', ...expected]]);
    });
  }

  it('the first grants the job, and for .sync what polling, cancelling, events and the passed role need', () => {
    assert.ok(simple);
    const job = 'arn:aws:acme:eu-west-1:111122223333:job/train';
    const role = 'arn:aws:iam::111122223333:role/worker';
    const rule = 'arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForAcmeJobsRule';
    assert.deepEqual(granted(simple, 'startJob', { JobName: 'train' }), [['acme:StartJob', job, 'literal']]);
    assert.deepEqual(granted(simple, 'startJob.sync', { JobName: 'train', RoleArn: role }), [
      ['acme:StartJob', job, 'literal'],
      ['iam:PassRole', role, 'literal'],
      ['acme:DescribeJob', job, 'literal'],
      ['acme:StopJob', job, 'literal'],
      ['events:DescribeRule', 'events:PutRule', 'events:PutTargets', rule, 'fixed'],
    ]);
  });
});
