import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { machine, OPTIONS } from '../support/cases.ts';
import { pairs } from '../support/iam.ts';
import { HERE } from '../support/sdk.ts';

/** What certain lists of JSONata name: test/sdk/jsonataLists.test.ts has what holds of all of them. */

const INSTANCES = `arn:aws:ec2:${HERE}:instance`;
const TABLE = `arn:aws:dynamodb:${HERE}:table`;

/** Arguments, or their expression; each action with its resource; whether a finding is a warning. */
type Row = readonly [what: string, api: string, args: unknown, needs: readonly string[], warned?: true];

const items = "function($i) {{'Update': {'TableName': 'stock', 'Key': {'sku': {'S': $i.sku}}}}}";

const ROWS: readonly Row[] = [
  [
    'the objects that $map makes, with the table that they all name',
    'dynamodb:transactWriteItems',
    { TransactItems: `{% $map($states.input.items, ${items}) %}` },
    [`dynamodb:UpdateItem ${TABLE}/stock`],
  ],
  [
    'the objects of a path, some of which read and some of which write',
    'dynamodb:transactWriteItems',
    {
      TransactItems:
        "{% $states.input.items.(new ? {'Put': {'TableName': 'a', 'Item': {}}} : {'Delete': {'TableName': 'b', 'Key': {}}}) %}",
    },
    [`dynamodb:DeleteItem ${TABLE}/b`, `dynamodb:PutItem ${TABLE}/a`],
  ],
  [
    'unknown items, of the type that the action has',
    'ec2:terminateInstances',
    { InstanceIds: '{% [$states.input.Reservations.Instances.InstanceId] %}' },
    [`ec2:TerminateInstances ${INSTANCES}/*`],
    true,
  ],
  [
    'items with a known start',
    'ssm:getParameters',
    { Names: "{% $map($states.input.names, function($n) { '/app/' & $n }) %}" },
    [`ssm:GetParameters arn:aws:ssm:${HERE}:parameter/app/*`],
  ],
  [
    'known items and those with a known start',
    'ssm:getParameters',
    { Names: "{% $append(['/base'], $states.input.names.('/app/' & $)) %}" },
    [`ssm:GetParameters arn:aws:ssm:${HERE}:parameter/app/*`, `ssm:GetParameters arn:aws:ssm:${HERE}:parameter/base`],
  ],
  [
    'the items of a list that a condition leaves empty',
    'ec2:stopInstances',
    { InstanceIds: "{% $states.input.stop ? ['i-1', 'i-2'] : [] %}" },
    [`ec2:StopInstances ${INSTANCES}/i-1`, `ec2:StopInstances ${INSTANCES}/i-2`],
  ],
  [
    'the items of a list that a condition leaves out of the arguments',
    'ec2:stopInstances',
    "{% {'InstanceIds': $states.input.stop ? ['i-1'], 'Force': true} %}",
    [`ec2:StopInstances ${INSTANCES}/i-1`],
  ],
  [
    'an item that is alone, which JSONata takes out of its list',
    'ec2:stopInstances',
    { InstanceIds: "{% ['i-1', 'i-2'][$ = 'i-1'] %}" },
    [`ec2:StopInstances ${INSTANCES}/i-1`],
  ],
  [
    'the keys of an object',
    'dynamodb:batchGetItem',
    { RequestItems: "{% $merge($states.input.tables.{'orders': {'Keys': keys}}) %}" },
    [`dynamodb:BatchGetItem ${TABLE}/orders`],
  ],
  [
    'what $reduce gathers, in a shuffled order',
    'ssm:getParameters',
    { Names: "{% $shuffle($reduce($states.input.names, function($all, $n) { $append($all, '/app/' & $n) }, [])) %}" },
    [`ssm:GetParameters arn:aws:ssm:${HERE}:parameter/app/*`],
  ],
  [
    'what $each makes of an unknown object',
    'ssm:getParameters',
    { Names: "{% $each($states.input.names, function($v, $k) { '/app/' & $k }) %}" },
    [`ssm:GetParameters arn:aws:ssm:${HERE}:parameter/app/*`],
  ],
  [
    "the projects of builds' IDs",
    'codebuild:batchGetBuilds',
    { Ids: "{% $map($states.input.ids, function($i) { 'site:' & $i }) %}" },
    [`codebuild:BatchGetBuilds arn:aws:codebuild:${HERE}:project/site`],
  ],
  [
    'two lists of one call, each of which may be empty',
    'connect:createUser',
    {
      InstanceId: 'c',
      RoutingProfileId: 'r',
      SecurityProfileIds: "{% $states.input.profiles.('p-' & $) %}",
    },
    ['agent-group/*', 'agent/*', 'routing-profile/r', 'security-profile/p-*'].map(
      (resource) => `connect:CreateUser arn:aws:connect:${HERE}:instance/c/${resource}`,
    ),
  ],
];

describe('a list of JSONata names', () => {
  for (const [what, api, args, needs, warned] of ROWS) {
    it(what, async () => {
      const state = { Type: 'Task', QueryLanguage: 'JSONata', Resource: `arn:aws:states:::aws-sdk:${api}`, End: true };
      const { policy, findings } = await fit(machine({ A: { ...state, Arguments: args } }), OPTIONS);
      const found = pairs(policy).map(({ action, resource }) => `${action} ${resource}`);
      // The parameters and documents of AWS itself have no account.
      assert.deepEqual(found.filter((pair) => !pair.includes('::')).toSorted(), needs.toSorted());
      assert.deepEqual(
        findings.filter(({ code }) => code === 'missing-argument').map(({ message }) => message),
        [],
      );
      assert.equal(
        findings.some(({ severity }) => severity === 'warning'),
        warned === true,
      );
    });
  }

  it('nothing where it is empty in every run, and then the argument is missing', async () => {
    const state = { Type: 'Task', QueryLanguage: 'JSONata', Resource: 'arn:aws:states:::aws-sdk:ec2:stopInstances' };
    const { findings } = await fit(
      machine({
        A: { ...state, Arguments: { InstanceIds: "{% $filter(['i-1'], function($i) { false }) %}" }, End: true },
      }),
      OPTIONS,
    );
    assert.ok(findings.some(({ severity }) => severity === 'warning'));
  });

  it('the same as in JSONPath, where two states leave it empty and full', async () => {
    const choice = { Type: 'Choice', Choices: [{ Variable: '$.ok', IsNull: true, Next: 'Full' }], Default: 'Empty' };
    const set = (ids: readonly string[]) => ({ Type: 'Pass', Result: { ids }, Next: 'Stop' });
    const stop = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:ec2:stopInstances',
      Parameters: { 'InstanceIds.$': '$.ids' },
      End: true,
    };
    const { policy } = await fit(machine({ Which: choice, Full: set(['i-1']), Empty: set([]), Stop: stop }), OPTIONS);
    assert.deepEqual(
      pairs(policy).map(({ resource }) => resource),
      [`${INSTANCES}/i-1`],
    );
  });
});
