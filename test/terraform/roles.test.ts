import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import type { Evaluated, EvaluatedResource } from '../../src/terraform/resource.ts';
import { terraformMachines } from '../../src/terraform/translate/machines.ts';
import { block, configuration, list, ref, resource, text, unknown } from './configurations.ts';

const QUEUE = resource('aws_sqs_queue.orders', { name: 'orders' });
const ARN = ref('aws_sqs_queue.orders', 'arn');
const ALLOWED = 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:orders';
const NO_TRUST = '{"Version":"2012-10-17","Statement":[]}';

/** The role's name as the file of a policy has it. */
const ROLE = ref('aws_iam_role.orders', 'name');

function role(args: Readonly<Record<string, Evaluated | string>> = {}): EvaluatedResource {
  return resource('aws_iam_role.orders', { name: 'orders', assume_role_policy: NO_TRUST, ...args });
}

const MACHINE = resource('aws_sfn_state_machine.orders', {
  name: 'orders',
  role_arn: ref('aws_iam_role.orders', 'arn'),
  definition: text`{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"${ref('aws_sqs_queue.orders', 'url')}","MessageBody":"x"},"End":true}}}`,
});

/** What jsonencode makes of a policy that allows it. */
const SEND = text`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"${ARN}"}]}`;
const DOCUMENT = resource('data.aws_iam_policy_document.send', {
  statement: list(block({ actions: ['sqs:SendMessage'], resources: list(ARN) })),
});
const JSON_OF_DOCUMENT = ref('data.aws_iam_policy_document.send', 'json');

function machine(...resources: readonly EvaluatedResource[]) {
  const [found] = terraformMachines(configuration(MACHINE, QUEUE, ...resources), {}).machines;
  assert.ok(found);
  return found;
}

/** What a role allows: sources of the statements that allow to send, and what is not evaluated. */
function allowing(...resources: readonly EvaluatedResource[]) {
  const { policies, notEvaluated } = machine(...resources);
  return {
    by: policies
      .filter(({ statements }) =>
        statements.some(
          ({ Effect, Action, Resource }) =>
            Effect === 'Allow' && Action?.includes('sqs:SendMessage') && Resource?.includes(ALLOWED),
        ),
      )
      .map(({ source }) => source),
    open: notEvaluated.map(({ source, reason }) => `${source} ${reason}`),
  };
}

const POLICY = resource('aws_iam_policy.send', { name: 'send', policy: SEND });
const POLICY_ARN = ref('aws_iam_policy.send', 'arn');

/** Each way in which Terraform gives a role a policy, and the place that people know it by. */
const WAYS: readonly (readonly [string, readonly EvaluatedResource[], string])[] = [
  [
    'aws_iam_role_policy with jsonencode',
    [role(), resource('aws_iam_role_policy.send', { name: 'send', role: ROLE, policy: SEND })],
    'aws_iam_role_policy.send',
  ],
  [
    'aws_iam_role_policy that names the role by its ID',
    [role(), resource('aws_iam_role_policy.send', { role: ref('aws_iam_role.orders', 'id'), policy: SEND })],
    'aws_iam_role_policy.send',
  ],
  [
    'aws_iam_role_policy that names the role by its name as text',
    [role(), resource('aws_iam_role_policy.send', { role: 'orders', policy: SEND })],
    'aws_iam_role_policy.send',
  ],
  [
    'aws_iam_role_policy with a data source',
    [role(), DOCUMENT, resource('aws_iam_role_policy.send', { role: ROLE, policy: JSON_OF_DOCUMENT })],
    'aws_iam_role_policy.send',
  ],
  [
    'inline_policy',
    [role({ inline_policy: list(block({ name: 'send', policy: SEND })) })],
    'aws_iam_role.orders.inline_policy["send"]',
  ],
  ['managed_policy_arns', [role({ managed_policy_arns: list(POLICY_ARN) }), POLICY], 'aws_iam_policy.send'],
  [
    'aws_iam_role_policy_attachment',
    [role(), POLICY, resource('aws_iam_role_policy_attachment.send', { role: ROLE, policy_arn: POLICY_ARN })],
    'aws_iam_policy.send',
  ],
  [
    'aws_iam_policy_attachment',
    [role(), POLICY, resource('aws_iam_policy_attachment.send', { roles: list(ROLE), policy_arn: POLICY_ARN })],
    'aws_iam_policy.send',
  ],
  [
    'aws_iam_role_policy_attachments_exclusive',
    [
      role(),
      POLICY,
      resource('aws_iam_role_policy_attachments_exclusive.all', { role_name: ROLE, policy_arns: list(POLICY_ARN) }),
    ],
    'aws_iam_policy.send',
  ],
  [
    'aws_iam_role_policy that an exclusive list has',
    [
      role(),
      resource('aws_iam_role_policy.send', { name: 'send', role: ROLE, policy: SEND }),
      resource('aws_iam_role_policies_exclusive.all', { role_name: ROLE, policy_names: ['send'] }),
    ],
    'aws_iam_role_policy.send',
  ],
];

describe('a role allows what Terraform gives it', () => {
  for (const [way, resources, place] of WAYS) {
    it(way, () => assert.deepEqual(allowing(...resources), { by: [place], open: [] }));
  }

  it('with as many documents as needed: what the definition needs is the very text of the policy', async () => {
    const found = machine(role());
    const { definition } = found;
    assert.equal(definition.kind, 'found');
    const { policy } = await fit(definition.kind === 'found' ? definition.json : {});
    assert.deepEqual(
      policy.Statement.flatMap(({ Resource }) => Resource),
      ['arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders'],
    );
  });
});

describe('a role does not have', () => {
  const REMOVED: readonly (readonly [string, readonly EvaluatedResource[]])[] = [
    ['the policy of another role', [role(), resource('aws_iam_role_policy.x', { role: 'other', policy: SEND })]],
    ['a policy that nothing attaches', [role(), POLICY]],
    [
      'an inline policy that an exclusive list lacks',
      [
        role(),
        resource('aws_iam_role_policy.send', { name: 'send', role: ROLE, policy: SEND }),
        resource('aws_iam_role_policies_exclusive.all', { role_name: ROLE, policy_names: [] }),
      ],
    ],
    [
      'an attachment that an exclusive list lacks',
      [
        role(),
        POLICY,
        resource('aws_iam_role_policy_attachment.send', { role: ROLE, policy_arn: POLICY_ARN }),
        resource('aws_iam_role_policy_attachments_exclusive.all', { role_name: ROLE, policy_arns: [] }),
      ],
    ],
    ['anything by an empty inline_policy', [role({ inline_policy: list(block({})) })]],
  ];
  for (const [what, resources] of REMOVED) {
    it(what, () => assert.deepEqual(allowing(...resources), { by: [], open: [] }));
  }
});

describe('what is not certain is said, in words of Terraform', () => {
  const OPEN: readonly (readonly [string, readonly EvaluatedResource[], RegExp])[] = [
    [
      'a role that only an apply names',
      [role(), resource('aws_iam_role_policy.x', { role: unknown('var.role'), policy: SEND })],
      /^aws_iam_role_policy\.x may belong to the role: its role is known only after apply$/,
    ],
    [
      'a document that nothing tells',
      [role(), resource('aws_iam_role_policy.x', { role: ROLE, policy: unknown('var.policy') })],
      /^aws_iam_role_policy\.x its document cannot be evaluated: the variable has no value \(main\.tf:1\)$/,
    ],
    [
      'a policy of elsewhere',
      [role(), resource('aws_iam_role_policy_attachment.x', { role: ROLE, policy_arn: unknown('var.arn') })],
      /^aws_iam_role_policy_attachment\.x the managed policy \$\{var\.arn\} is not in these files$/,
    ],
    [
      'a permissions boundary',
      [role({ permissions_boundary: 'arn:aws:iam::111122223333:policy/boundary' })],
      /^aws_iam_role\.orders\.permissions_boundary limits what these policies allow$/,
    ],
    [
      'a name in an exclusive list that no policy has',
      [role(), resource('aws_iam_role_policies_exclusive.all', { role_name: ROLE, policy_names: ['elsewhere'] })],
      /^aws_iam_role_policies_exclusive\.all\.policy_names\["elsewhere"\] its document is known only after apply$/,
    ],
    ['a role of another stack', [], /^aws_sfn_state_machine\.orders\.role_arn .* is no role of these files$/],
  ];
  for (const [what, resources, said] of OPEN) {
    it(what, () => {
      const { open } = allowing(...resources);
      assert.equal(open.length, 1, open.join('\n'));
      assert.match(open[0] ?? '', said);
    });
  }
});

describe('what rolefit itself gives the role is no permission that is missing', () => {
  const properties = '"RoleName":"orders","StateMachineName":"orders","DefinitionString":"{}"';
  const HOOKS: readonly (readonly [string, EvaluatedResource])[] = [
    ['an invocation of the hook', resource('aws_lambda_invocation.policy', { input: `{${properties}}` })],
    [
      'an invocation whose input is known in part',
      resource('aws_lambda_invocation.policy', {
        input: text`{"RoleName":"${ROLE}","DefinitionString":"{}","Owner":"${ref('terraform_data.owner', 'id')}"}`,
      }),
    ],
    [
      'the custom resource in a stack',
      resource('aws_cloudformation_stack.policy', {
        template_body: `{"Resources":{"P":{"Type":"Custom::StateMachineRolePolicy","Properties":{${properties}}}}}`,
      }),
    ],
  ];
  for (const [what, hook] of HOOKS) {
    it(what, () => {
      const { notEvaluated } = machine(role(), hook);
      assert.deepEqual(notEvaluated, [
        {
          source: hook.address,
          reason: 'gives the role what the definition needs, at deployment',
          mayAllow: 'needed',
        },
      ]);
    });
  }
  it('an invocation of any other function gives it nothing', () => {
    const other = resource('aws_lambda_invocation.other', { input: '{"RoleName":"orders"}' });
    assert.deepEqual(machine(role(), other).notEvaluated, []);
  });
});

describe('who else uses the role', () => {
  it('is told by resources of any type, by their address', () => {
    const { otherUsers } = machine(
      role(),
      resource('aws_lambda_function.f', { function_name: 'f', role: ref('aws_iam_role.orders', 'arn') }),
      resource('aws_cloudwatch_event_target.t', { role_arn: ref('aws_iam_role.orders', 'arn') }),
      resource('aws_iam_role_policy.p', { role: ROLE, policy: SEND }),
    );
    assert.deepEqual(otherUsers, ['aws_lambda_function.f', 'aws_cloudwatch_event_target.t']);
  });

  it('is told by its trust policy', () => {
    const trust = resource('data.aws_iam_policy_document.trust', {
      statement: list(
        block({
          actions: ['sts:AssumeRole'],
          principals: list(
            block({ type: 'Service', identifiers: ['states.amazonaws.com', 'scheduler.amazonaws.com'] }),
          ),
        }),
      ),
    });
    const trusted = role({ assume_role_policy: ref('data.aws_iam_policy_document.trust', 'json') });
    assert.deepEqual(machine(trusted, trust).otherUsers, ['scheduler.amazonaws.com']);
  });
});
