import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../src/asl/json.ts';
import { writeOut } from '../../src/template/placeholder.ts';
import type { Evaluated, EvaluatedResource } from '../../src/terraform/resource.ts';
import { terraformMachines } from '../../src/terraform/translate/machines.ts';
import { block, configuration, list, ref, resource, text, unknown } from './configurations.ts';

/** What the field of a state is after translation: as a placeholder, and with the ARNs composed of names. */
function fieldOf(value: Evaluated, ...resources: readonly EvaluatedResource[]) {
  const machine = resource('aws_sfn_state_machine.m', {
    name: 'm',
    definition: text`{"StartAt":"A","States":{"A":{"Type":"Pass","Result":"${value}","End":true}}}`,
  });
  const { machines, placeholders } = terraformMachines(configuration(machine, ...resources), {});
  const [found] = machines;
  assert.equal(found?.definition.kind, 'found');
  const json: Json | undefined = found?.definition.kind === 'found' ? found.definition.json : undefined;
  const field = JSON.parse(JSON.stringify(json)).States.A.Result;
  return { field, written: writeOut(field, placeholders) };
}

const HERE = '${AWS::Region}:${AWS::AccountId}';
const AWS = 'arn:${AWS::Partition}';

describe("a reference to a resource's attribute", () => {
  const q = (address: string, ...path: readonly string[]) => ref(address, ...path);
  /** The reference, the resource, the text, and the text composed of names. */
  const TABLE: readonly (readonly [Evaluated, EvaluatedResource, string, string?])[] = [
    [q('aws_sqs_queue.q', 'arn'), resource('aws_sqs_queue.q', { name: 'orders' }), `${AWS}:sqs:${HERE}:orders`],
    [
      q('aws_sqs_queue.q', 'arn'),
      resource('aws_sqs_queue.q'),
      '${aws_sqs_queue.q.arn}',
      `${AWS}:sqs:${HERE}:\${aws_sqs_queue.q.name}`,
    ],
    [
      q('aws_sqs_queue.q', 'id'),
      resource('aws_sqs_queue.q'),
      '${aws_sqs_queue.q.url}',
      'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/${aws_sqs_queue.q.name}',
    ],
    [
      q('module.m["a b"].aws_sqs_queue.q[0]', 'arn'),
      resource('module.m["a b"].aws_sqs_queue.q[0]'),
      '${module.m["a b"].aws_sqs_queue.q[0].arn}',
      `${AWS}:sqs:${HERE}:\${module.m["a b"].aws_sqs_queue.q[0].name}`,
    ],
    [q('aws_sns_topic.t', 'arn'), resource('aws_sns_topic.t', { name: 'news' }), `${AWS}:sns:${HERE}:news`],
    [q('aws_sns_topic.t', 'name'), resource('aws_sns_topic.t'), '${aws_sns_topic.t.name}'],
    [q('aws_dynamodb_table.t', 'id'), resource('aws_dynamodb_table.t', { name: 'orders' }), 'orders'],
    [
      q('aws_dynamodb_table.t', 'arn'),
      resource('aws_dynamodb_table.t', { name: unknown('var.table') }),
      `${AWS}:dynamodb:${HERE}:table/\${var.table}`,
    ],
    [
      q('aws_lambda_function.f', 'arn'),
      resource('aws_lambda_function.f', { function_name: 'pay' }),
      `${AWS}:lambda:${HERE}:function:pay`,
    ],
    [
      q('aws_lambda_function.f', 'qualified_arn'),
      resource('aws_lambda_function.f', { function_name: 'pay' }),
      `${AWS}:lambda:${HERE}:function:pay:\${aws_lambda_function.f.version}`,
    ],
    [
      q('aws_lambda_alias.a', 'arn'),
      resource('aws_lambda_alias.a', { name: 'live', function_name: 'pay' }),
      '${aws_lambda_alias.a.arn}',
      `${AWS}:lambda:${HERE}:function:pay:live`,
    ],
    [
      q('aws_cloudwatch_log_group.g', 'arn'),
      resource('aws_cloudwatch_log_group.g', { name: '/aws/orders' }),
      `${AWS}:logs:${HERE}:log-group:/aws/orders`,
    ],
    [q('aws_glue_job.j', 'arn'), resource('aws_glue_job.j', { name: 'etl' }), `${AWS}:glue:${HERE}:job/etl`],
    [q('aws_s3_bucket.b', 'id'), resource('aws_s3_bucket.b'), '${aws_s3_bucket.b.bucket}'],
    [q('aws_kms_key.k', 'key_id'), resource('aws_kms_key.k'), '${aws_kms_key.k.key_id}'],
    [q('aws_sagemaker_model.m', 'name'), resource('aws_sagemaker_model.m'), '${aws_sagemaker_model.m.name}'],
    [
      q('aws_ecs_task_definition.t', 'arn_without_revision'),
      resource('aws_ecs_task_definition.t', { family: 'nightly' }),
      `${AWS}:ecs:${HERE}:task-definition/nightly`,
    ],
    // A type that no table has.
    [q('aws_quicksight_theme.t', 'arn'), resource('aws_quicksight_theme.t'), '${aws_quicksight_theme.t.arn}'],
    [q('random_pet.p', 'id'), resource('random_pet.p'), '${random_pet.p.id}'],
    [q('data.aws_caller_identity.me', 'account_id'), resource('data.aws_caller_identity.me'), '${AWS::AccountId}'],
    [q('data.aws_region.here', 'name'), resource('data.aws_region.here'), '${AWS::Region}'],
    [q('data.aws_region.here', 'region'), resource('data.aws_region.here', {}, { region: 'eu-west-1' }), 'eu-west-1'],
    [q('data.aws_partition.p', 'partition'), resource('data.aws_partition.p'), '${AWS::Partition}'],
    [q('data.aws_partition.p', 'dns_suffix'), resource('data.aws_partition.p'), '${AWS::URLSuffix}'],
    [
      q('data.aws_sqs_queue.q', 'arn'),
      resource('data.aws_sqs_queue.q', { name: 'orders' }),
      `${AWS}:sqs:${HERE}:orders`,
    ],
    [
      q('data.aws_sqs_queue.q', 'url'),
      resource('data.aws_sqs_queue.q', { name: 'orders' }),
      'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/orders',
    ],
    [
      q('data.aws_lambda_function.f', 'arn'),
      resource('data.aws_lambda_function.f', { function_name: 'pay' }),
      `${AWS}:lambda:${HERE}:function:pay`,
    ],
    [q('data.aws_s3_bucket.b', 'arn'), resource('data.aws_s3_bucket.b', { bucket: 'orders' }), `${AWS}:s3:::orders`],
    [
      q('data.aws_ecs_cluster.c', 'arn'),
      resource('data.aws_ecs_cluster.c', { cluster_name: 'main' }),
      `${AWS}:ecs:${HERE}:cluster/main`,
    ],
    // Its path is not known, and neither is the end of a secret's ARN.
    [q('data.aws_iam_role.r', 'arn'), resource('data.aws_iam_role.r', { name: 'batch' }), '${data.aws_iam_role.r.arn}'],
    [
      q('data.aws_secretsmanager_secret.s', 'arn'),
      resource('data.aws_secretsmanager_secret.s', { name: 's' }),
      '${data.aws_secretsmanager_secret.s.arn}',
    ],
    [
      q('data.aws_ssm_parameter.p', 'value'),
      resource('data.aws_ssm_parameter.p', { name: 'x' }),
      '${data.aws_ssm_parameter.p.value}',
    ],
  ];
  for (const [value, target, field, written = field] of TABLE) {
    const { address, path } = value.kind === 'reference' ? value : { address: '', path: [] };
    it(`${address}.${path.join('.')} is ${field}`, () => {
      assert.deepEqual(fieldOf(value, target), { field, written });
    });
  }
});

describe('what no file tells', () => {
  it('is a placeholder of its expression, the same wherever the expression stands', () => {
    assert.equal(fieldOf(unknown('var.queue_url')).field, '${var.queue_url}');
    assert.equal(fieldOf(text`${unknown('var.a')}-${unknown('var.a')}`).field, '${var.a}-${var.a}');
  });
  it('has a name of its own where the expression is no name', () => {
    const both = text`${unknown('lookup(var.m, "a")')} ${unknown('lookup(var.m, a)')}`;
    assert.equal(fieldOf(both).field, '${lookup-var.m-a} ${lookup-var.m-a-2}');
  });
});

describe('a definition', () => {
  const definitionOf = (definition: Evaluated | string) => {
    const machine = resource('aws_sfn_state_machine.m', { name: 'm', definition });
    return terraformMachines(configuration(machine), {}).machines[0]?.definition;
  };
  it('may have whole values that are known only after apply outside of strings', () => {
    const found = definitionOf(
      text`{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":${unknown('var.seconds')},"End":true}}}`,
    );
    assert.deepEqual(found?.kind === 'found' && found.json, {
      StartAt: 'A',
      States: { A: { Type: 'Wait', Seconds: '${var.seconds}', End: true } },
    });
  });
  const UNREAD: readonly (readonly [string, Evaluated | string, RegExp])[] = [
    [
      'unknown',
      unknown('var.definition', 'variable "definition" has no value'),
      /cannot be evaluated: variable "definition" has no value \(main\.tf:1\)/,
    ],
    [
      'a reference',
      ref('data.http.d', 'response_body'),
      /its definition is data\.http\.d\.response_body, known only after apply/,
    ],
    ['no JSON', '{"StartAt": }', /its definition is not valid JSON|its definition .*JSON/],
  ];
  for (const [what, definition, reason] of UNREAD) {
    it(`that is ${what} is not read, and says why`, () => {
      const found = definitionOf(definition);
      assert.equal(found?.kind, 'unreadable');
      assert.match(found?.kind === 'unreadable' ? found.reason : '', reason);
    });
  }
});

describe('aws_iam_policy_document', () => {
  const ALLOW = (sid: string, action: string) => block({ sid, actions: [action], resources: ['*'] });
  const document = (name: string, args: Readonly<Record<string, Evaluated | Json>>) =>
    resource(`data.aws_iam_policy_document.${name}`, args);
  const json = (name: string) => ref(`data.aws_iam_policy_document.${name}`, 'json');

  function statementsOf(...documents: readonly EvaluatedResource[]) {
    const resources = [
      resource('aws_iam_role.r', { name: 'r' }),
      resource('aws_iam_role_policy.p', { role: 'r', policy: json('d') }),
      resource('aws_sfn_state_machine.m', {
        name: 'm',
        role_arn: ref('aws_iam_role.r', 'arn'),
        definition: '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}',
      }),
    ];
    const [machine] = terraformMachines(configuration(...resources, ...documents), {}).machines;
    return machine?.policies[0]?.statements ?? machine?.notEvaluated;
  }

  it('escapes variables of IAM as &{…}, and has Allow by default', () => {
    const statement = block({
      actions: ['s3:GetObject'],
      resources: ['arn:aws:s3:::b/&{aws:username}/*'],
      condition: list(
        block({ test: 'StringLike', variable: 's3:prefix', values: ['home/&{aws:username}/'] }),
        block({ test: 'StringLike', variable: 'aws:PrincipalTag/x', values: ['y'] }),
      ),
    });
    assert.deepEqual(statementsOf(document('d', { statement: list(statement) })), [
      {
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: ['arn:aws:s3:::b/${aws:username}/*'],
        Condition: { StringLike: { 's3:prefix': ['home/${aws:username}/'], 'aws:PrincipalTag/x': ['y'] } },
      },
    ]);
  });

  it('has not_actions, not_resources and Deny', () => {
    const statement = block({ effect: 'Deny', not_actions: ['s3:GetObject'], not_resources: ['arn:aws:s3:::b/*'] });
    assert.deepEqual(statementsOf(document('d', { statement: list(statement) })), [
      { Effect: 'Deny', NotAction: ['s3:GetObject'], NotResource: ['arn:aws:s3:::b/*'] },
    ]);
  });

  /** The documents' arguments, and the actions by Sid that the page prints for them. */
  const MERGED: readonly (readonly [string, readonly EvaluatedResource[], readonly (readonly [string, string])[]])[] = [
    [
      'sources come first, and a statement of its own replaces the one with its Sid',
      [
        document('s', { statement: list(ALLOW('', 'ec2:*'), ALLOW('Sid', 's3:*')) }),
        document('d', { source_policy_documents: list(json('s')), statement: list(ALLOW('Sid', 's3:GetObject')) }),
      ],
      [
        ['', 'ec2:*'],
        ['Sid', 's3:GetObject'],
      ],
    ],
    [
      'overrides replace statements of its own',
      [
        document('o', { statement: list(ALLOW('Sid', 's3:*')) }),
        document('d', {
          override_policy_documents: list(json('o')),
          statement: list(ALLOW('', 'ec2:*'), ALLOW('Sid', 's3:GetObject')),
        }),
      ],
      [
        ['', 'ec2:*'],
        ['Sid', 's3:*'],
      ],
    ],
    [
      'of several overrides the last one counts, and what replaces nothing is added',
      [
        document('a', { statement: list(ALLOW('One', 's3:*')) }),
        document('b', { statement: list(ALLOW('', 'ec2:*'), ALLOW('Two', 'iam:*')) }),
        document('c', { statement: list(ALLOW('One', 'logs:*')) }),
        document('d', {
          override_policy_documents: list(json('a'), json('b'), json('c')),
          statement: list(ALLOW('Two', 'sns:*')),
        }),
      ],
      [
        ['Two', 'iam:*'],
        ['One', 'logs:*'],
        ['', 'ec2:*'],
      ],
    ],
    [
      'a source may be a text',
      [
        document('d', {
          source_policy_documents: ['{"Statement":{"Sid":"A","Effect":"Allow","Action":"ec2:*","Resource":"*"}}'],
        }),
      ],
      [['A', 'ec2:*']],
    ],
  ];
  for (const [what, documents, expected] of MERGED) {
    it(what, () => {
      const statements = statementsOf(...documents) ?? [];
      const found = statements.map((each) => ('Effect' in each ? [each.Sid ?? '', each.Action?.join()] : each));
      assert.deepEqual(found, expected);
    });
  }

  it('with a source that only an apply tells is not evaluated', () => {
    const found = statementsOf(document('d', { source_policy_documents: list(unknown('var.policy')) }));
    assert.match(JSON.stringify(found), /its document cannot be evaluated: the variable has no value \(main\.tf:1\)/);
  });
});
