import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { EmbeddedAws } from '../double/aws.ts';
import { allowedBy, loadHook, send } from './hook.ts';
import {
  addRole,
  context,
  type Functions,
  HERE,
  listFleet,
  loadFunctions,
  look,
  lookAgain,
  machineArn,
  roleArn,
  SWEEP,
  updated,
} from './recheck.ts';

/** Roles, state machines, states and substitutions may be called as what every object inherits, or is asked for. */
const NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'toJSON', 'then'];

const aws = new EmbeddedAws();
let functions: Functions;
let hook: Awaited<ReturnType<typeof loadHook>>;
before(async () => {
  await aws.start();
  functions = await loadFunctions(aws.endpoint);
  hook = await loadHook(aws.endpoint);
});
after(() => aws.stop());
beforeEach(() => {
  aws.messages.length = 0;
  aws.objects.clear();
  aws.states.machines.clear();
  aws.states.executions.clear();
});

const allowed = (role: string) => [...allowedBy(aws.iam.stateOf(role), role)].toSorted();
const reads = (...tables: readonly string[]) =>
  tables.map((table) => `dynamodb:GetItem arn:aws:dynamodb:${HERE}:table/${table}`).toSorted();
const get = (TableName: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::dynamodb:getItem',
  Parameters: { TableName },
  End: true,
});
const definition = (name: string, table: string) => ({ StartAt: name, States: { [name]: get(table) } });

function addMachine(name: string, role: string, table: string): void {
  const text = JSON.stringify(definition(name, table));
  aws.states.machines.set(machineArn(name), { name, type: 'STANDARD', definition: text, roleArn: roleArn(role) });
}

for (const name of NAMES) {
  describe(name, () => {
    it('is a role, a state, a substitution and a bucket to the hook', async () => {
      aws.iam.createRole(name, {});
      const properties = {
        RoleName: name,
        StateMachineName: name,
        Definition: {
          StartAt: 'First',
          States: {
            First: { ...get('first'), Catch: [{ ErrorEquals: ['E'], Next: name }] },
            [name]: get(`\${${name}}`),
          },
        },
        DefinitionSubstitutions: { [name]: 'second' },
        BucketKeys: { [name]: `arn:aws:kms:${HERE}:key/k` },
        SettleSeconds: '0',
      };
      const answer = await send(aws, hook, { type: 'Create', properties });
      assert.equal(answer.Status, 'SUCCESS', answer.Reason);
      assert.deepEqual(allowed(name), reads('first', 'second'));
      const tags = [...(aws.iam.stateOf(name).roles.get(name)?.tags ?? [])];
      assert.ok(
        tags.some(([key]) => key.endsWith(`:key:${name}`)),
        JSON.stringify(tags),
      );
      const { PhysicalResourceId: physicalId } = answer;
      assert.equal((await send(aws, hook, { type: 'Delete', properties, physicalId })).Status, 'SUCCESS');
      assert.deepEqual(allowed(name), []);
    });

    it('is a role and a state machine to the re-check', async () => {
      const role = `${name}_`;
      addRole(aws, role);
      addMachine(name, role, 'before');
      addMachine('other', role, 'shared');
      listFleet(aws, { [role]: [machineArn(name), machineArn('other')] });
      await functions.check(updated(name), context());
      assert.deepEqual(allowed(role), reads('before', 'shared'));
    });

    it('is a role that the last sweep has not seen', async () => {
      addRole(aws, name);
      addMachine(name, name, 'orders');
      listFleet(aws, {});
      await functions.check(updated(name), context());
      assert.deepEqual(allowed(name), reads('orders'));
    });

    it('is a role and a state machine to the sweep, which takes away only what nothing needs', async () => {
      addRole(aws, name);
      addMachine(name, name, 'before');
      addMachine('other', name, 'shared');
      listFleet(aws, { [name]: [machineArn(name), machineArn('other')] });
      await functions.check(updated(name), context());
      assert.deepEqual(allowed(name), reads('before', 'shared'));
      addMachine(name, name, 'after');
      await look(aws, functions, name);
      await lookAgain(aws, functions, name);
      assert.deepEqual(allowed(name), reads('after', 'shared'));
    });

    it('is listed by the sweep', async () => {
      addMachine(name, name, 'orders');
      aws.states.machines.set(SWEEP, { name: 'rolefit-sweep', definition: '{}', roleArn: roleArn('sweep') });
      const executionArn = `arn:aws:states:${HERE}:execution:rolefit-sweep:1`;
      const revision = { definition: '{}', updateDate: 1 };
      aws.states.executions.set(SWEEP, [{ executionArn, startDate: 10, revision }]);
      await functions.sweep({ step: 'list', executionArn }, context());
      const { roles } = JSON.parse(aws.objects.get('sweep/fleet.json') ?? 'null');
      assert.deepEqual(
        new Map(Object.entries(roles)),
        new Map([
          [name, [machineArn(name)]],
          ['sweep', [SWEEP]],
        ]),
      );
    });
  });
}
