import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FitOptions } from '../../src/analysis/fit.ts';
import { exceptEncryption, fitStates, OPTIONS, task } from '../support/cases.ts';
import { pairs } from '../support/iam.ts';

/** The forms in which AWS lets an argument name a resource, and the resource that IAM then checks. */

function resourcesOf(
  api: string,
  action: string,
  args: Readonly<Record<string, unknown>>,
  options: FitOptions = OPTIONS,
): readonly string[] {
  const { policy } = fitStates({ A: task(`arn:aws:states:::${api}`, args) }, options);
  return pairs(policy)
    .filter((pair) => pair.action === action)
    .map(({ resource }) => resource)
    .toSorted();
}

interface Forms {
  readonly api: string;
  readonly action: string;
  readonly source: string;
  readonly forms: readonly (readonly [args: Readonly<Record<string, unknown>>, ...resources: readonly string[]])[];
}

const HERE = 'eu-west-1:111122223333';
const F = `arn:aws:lambda:${HERE}:function`;
const Q = 'arn:aws:sqs';
const TASKS = `arn:aws:ecs:${HERE}:task-definition`;
const BEDROCK = 'arn:aws:bedrock';

const FORMS: readonly Forms[] = [
  {
    api: 'lambda:invoke',
    action: 'lambda:InvokeFunction',
    source: 'API_Invoke: name, partial ARN or ARN, with or without qualifier',
    forms: [
      [{ FunctionName: 'f' }, `${F}:f`],
      [{ FunctionName: 'f:live' }, `${F}:f:live`],
      [{ FunctionName: 'f:$LATEST' }, `${F}:f:$LATEST`],
      [{ FunctionName: '444455556666:f' }, 'arn:aws:lambda:eu-west-1:444455556666:function:f'],
      [{ FunctionName: '444455556666:function:f' }, 'arn:aws:lambda:eu-west-1:444455556666:function:f'],
      [{ FunctionName: 'function:f' }, `${F}:f`],
      [{ FunctionName: `${F}:f` }, `${F}:f`],
      [{ FunctionName: `${F}:f:live` }, `${F}:f:live`],
      [{ FunctionName: `${F}:f`, Qualifier: 'live' }, `${F}:f:live`],
      [{ FunctionName: 'f', Qualifier: '7' }, `${F}:f:7`],
      [{ FunctionName: 'f', 'Qualifier.$': '$.version' }, `${F}:f:*`],
      [{ FunctionName: 'f:live', Qualifier: 'live' }, `${F}:f:live`],
      [{ FunctionName: '${WorkerArn}' }, '${WorkerArn}'],
      [{ FunctionName: '${WorkerArn}', Qualifier: 'live' }, '${WorkerArn}:live'],
      [{ FunctionName: '${Worker}' }, `${F}:\${Worker}`],
      [{ 'FunctionName.$': '$.f' }, 'arn:aws:lambda:eu-west-1:*:function:*'],
      [{}, `${F}:*`],
    ],
  },
  {
    api: 'sqs:sendMessage',
    action: 'sqs:SendMessage',
    source: 'sqs-queue-message-identifiers; general/latest/gr/sqs-service',
    forms: [
      [{ QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs' }, `${Q}:${HERE}:jobs`],
      [
        { QueueUrl: 'https://sqs.us-east-2.amazonaws.com/444455556666/jobs.fifo' },
        `${Q}:us-east-2:444455556666:jobs.fifo`,
      ],
      [{ QueueUrl: 'http://sqs.eu-west-1.amazonaws.com/111122223333/jobs/' }, `${Q}:${HERE}:jobs`],
      [{ QueueUrl: 'https://sqs-fips.us-east-1.amazonaws.com/111122223333/jobs' }, `${Q}:us-east-1:111122223333:jobs`],
      [{ QueueUrl: 'https://sqs.eu-west-1.api.aws/111122223333/jobs' }, `${Q}:${HERE}:jobs`],
      [{ QueueUrl: 'https://vpce-1-2.sqs.eu-west-1.vpce.amazonaws.com/111122223333/jobs' }, `${Q}:${HERE}:jobs`],
      [{ QueueUrl: 'https://eu-west-1.queue.amazonaws.com/111122223333/jobs' }, `${Q}:${HERE}:jobs`],
      [{ QueueUrl: 'https://queue.amazonaws.com/111122223333/jobs' }, `${Q}:us-east-1:111122223333:jobs`],
      [{ QueueUrl: 'https://sqs.${There}.amazonaws.com/${Owner}/jobs' }, `${Q}:\${There}:\${Owner}:jobs`],
      [{ QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/${Queue}' }, `${Q}:${HERE}:\${Queue}`],
      [{ QueueUrl: 'http://localhost:4566/111122223333/jobs' }, `${Q}:*:111122223333:jobs`],
      [{ QueueUrl: '${Queue}' }, `${Q}:*:*:*`],
      [{ QueueUrl: 'jobs' }, `${Q}:*:*:*`],
      [{ 'QueueUrl.$': '$.url' }, `${Q}:*:*:*`],
    ],
  },
  {
    api: 'sns:publish',
    action: 'sns:Publish',
    source: 'connect-sns: a target or a phone number takes *',
    forms: [
      [{ TopicArn: `arn:aws:sns:${HERE}:news` }, `arn:aws:sns:${HERE}:news`],
      [{ TopicArn: '${News}' }, '${News}'],
      [{ 'TopicArn.$': '$.topic' }, 'arn:aws:sns:eu-west-1:*:*'],
      [{ PhoneNumber: '+1' }, '*'],
      [{ 'PhoneNumber.$': '$.phone' }, '*'],
      [{ TargetArn: 'arn:aws:sns:eu-west-1:111122223333:endpoint/APNS/app/1' }, '*'],
    ],
  },
  {
    api: 'states:startExecution',
    action: 'states:StartExecution',
    source: 'auth-version-alias: a version or alias is authorized as its state machine',
    forms: [
      [{ StateMachineArn: `arn:aws:states:${HERE}:stateMachine:c` }, `arn:aws:states:${HERE}:stateMachine:c`],
      [{ StateMachineArn: `arn:aws:states:${HERE}:stateMachine:c:PROD` }, `arn:aws:states:${HERE}:stateMachine:c`],
      [{ StateMachineArn: `arn:aws:states:${HERE}:stateMachine:c:7` }, `arn:aws:states:${HERE}:stateMachine:c`],
      [{ StateMachineArn: '${Child}' }, '${Child}'],
      [{ StateMachineArn: '${Child}:PROD' }, '${Child}'],
      [
        { StateMachineArn: 'arn:aws:states:${There}:${Owner}:stateMachine:${Child}:1' },
        'arn:aws:states:${There}:${Owner}:stateMachine:${Child}',
      ],
      [{ 'StateMachineArn.$': '$.child' }, `arn:aws:states:${HERE}:stateMachine:*`],
    ],
  },
  {
    api: 'states:startExecution.sync:2',
    action: 'states:StopExecution',
    source: 'connect-stepfunctions: on executions, not on the state machine',
    forms: [
      [{ StateMachineArn: `arn:aws:states:${HERE}:stateMachine:c:PROD` }, `arn:aws:states:${HERE}:execution:c:*`],
      [{ StateMachineArn: '${Child}' }, `arn:aws:states:${HERE}:execution:*:*`],
    ],
  },
  {
    api: 'ecs:runTask',
    action: 'ecs:RunTask',
    source: 'API_RunTask: a family is its latest revision',
    forms: [
      [{ TaskDefinition: 'report:3' }, `${TASKS}/report:3`],
      [{ TaskDefinition: 'report' }, `${TASKS}/report:*`],
      [{ TaskDefinition: `${TASKS}/report:3` }, `${TASKS}/report:3`],
      [{ TaskDefinition: `${TASKS}/report` }, `${TASKS}/report:*`],
      [{ TaskDefinition: '${ReportTaskArn}' }, '${ReportTaskArn}'],
      [{ 'TaskDefinition.$': '$.task' }, 'arn:aws:ecs:eu-west-1:*:task-definition/*:*'],
      [{ 'TaskDefinition.$': "States.Format('t:{}', $.x)" }, `${TASKS}/t:*`],
      [{ 'TaskDefinition.$': "States.Format('t-{}', $.x)" }, `${TASKS}/t-*:*`],
      [{ 'TaskDefinition.$': "States.Format('t-{}:3', $.x)" }, `${TASKS}/t-*:3`],
      [{ 'TaskDefinition.$': "States.Format('t-{}1', $.x)" }, `${TASKS}/t-*1`, `${TASKS}/t-*1:*`],
      [{ 'TaskDefinition.$': `States.Format('${TASKS}/t:{}', $.x)` }, `${TASKS}/t:*`],
    ],
  },
  {
    api: 'ecs:runTask',
    action: 'ecs:TagResource',
    source: 'supported-iam-actions-tagging',
    forms: [
      [{ TaskDefinition: 't:1', Tags: [{ Key: 'a', Value: 'b' }] }, `arn:aws:ecs:${HERE}:task/default/*`],
      [{ TaskDefinition: 't:1', Cluster: 'c', PropagateTags: 'TASK_DEFINITION' }, `arn:aws:ecs:${HERE}:task/c/*`],
      [
        { TaskDefinition: 't:1', Cluster: `arn:aws:ecs:${HERE}:cluster/c`, EnableECSManagedTags: true },
        `arn:aws:ecs:${HERE}:task/c/*`,
      ],
      [{ TaskDefinition: 't:1', Tags: [], EnableECSManagedTags: false }],
    ],
  },
  {
    api: 'batch:submitJob',
    action: 'batch:SubmitJob',
    source: 'list_awsbatch: queue, definition and job',
    forms: [
      [
        { JobDefinition: 'd', JobQueue: 'q' },
        `arn:aws:batch:${HERE}:job-definition/d`,
        `arn:aws:batch:${HERE}:job-definition/d:*`,
        `arn:aws:batch:${HERE}:job-queue/q`,
        `arn:aws:batch:${HERE}:job/*`,
      ],
      [
        { 'JobDefinition.$': "States.Format('d-{}-x', $.x)", JobQueue: 'q' },
        `arn:aws:batch:${HERE}:job-definition/d-*-x`,
        `arn:aws:batch:${HERE}:job-definition/d-*-x:*`,
        `arn:aws:batch:${HERE}:job-queue/q`,
        `arn:aws:batch:${HERE}:job/*`,
      ],
      [
        { JobDefinition: `arn:aws:batch:${HERE}:job-definition/d:2`, JobQueue: `arn:aws:batch:${HERE}:job-queue/q` },
        `arn:aws:batch:${HERE}:job-definition/d:2`,
        `arn:aws:batch:${HERE}:job-queue/q`,
        `arn:aws:batch:${HERE}:job/*`,
      ],
    ],
  },
  {
    api: 'bedrock:invokeModel',
    action: 'bedrock:InvokeModel',
    source: 'inference-profiles-prereq: the profile, and the model in every region it may choose',
    forms: [
      [{ ModelId: 'anthropic.claude-v2' }, `${BEDROCK}:eu-west-1::foundation-model/anthropic.claude-v2`],
      [
        { ModelId: 'eu.anthropic.claude-v2' },
        `${BEDROCK}:*::foundation-model/anthropic.claude-v2`,
        `${BEDROCK}:${HERE}:inference-profile/eu.anthropic.claude-v2`,
      ],
      [
        { ModelId: `${BEDROCK}:${HERE}:inference-profile/eu.anthropic.claude-v2` },
        `${BEDROCK}:*::foundation-model/anthropic.claude-v2`,
        `${BEDROCK}:${HERE}:inference-profile/eu.anthropic.claude-v2`,
      ],
      [
        { ModelId: `${BEDROCK}:${HERE}:application-inference-profile/abc` },
        `${BEDROCK}:*::foundation-model/*`,
        `${BEDROCK}:${HERE}:application-inference-profile/abc`,
      ],
      [{ ModelId: `${BEDROCK}:${HERE}:provisioned-model/p` }, `${BEDROCK}:${HERE}:provisioned-model/p`],
    ],
  },
  {
    api: 'bedrock:invokeModel',
    action: 's3:GetObject',
    source: 'connect-bedrock: Input.S3Uri',
    forms: [
      [{ ModelId: 'm', Input: { S3Uri: 's3://in/key.json' } }, 'arn:aws:s3:::in/key.json'],
      [{ ModelId: 'm', Input: { 'S3Uri.$': '$.in' } }, 'arn:aws:s3:::*/*'],
      [{ ModelId: 'm', Input: { S3Uri: '${Uri}' } }, 'arn:aws:s3:::*/*'],
    ],
  },
  {
    api: 'events:putEvents',
    action: 'events:PutEvents',
    source: 'connect-eventbridge, eb-global-endpoints',
    forms: [
      [{ Entries: [{ Detail: {} }] }, `arn:aws:events:${HERE}:event-bus/default`],
      [
        { Entries: [{ EventBusName: 'a' }, { EventBusName: `arn:aws:events:us-east-1:444455556666:event-bus/b` }] },
        `arn:aws:events:${HERE}:event-bus/a`,
        'arn:aws:events:us-east-1:444455556666:event-bus/b',
      ],
      [{ Entries: [{ EventBusName: 'a' }], EndpointId: 'abc.def' }, 'arn:aws:events:*:111122223333:event-bus/a'],
      [{ 'Entries.$': '$.entries' }, 'arn:aws:events:*:*:event-bus/*'],
    ],
  },
  {
    api: 'apigateway:invoke',
    action: 'execute-api:Invoke',
    source: 'api-gateway-control-access-using-iam-policies-to-invoke-api',
    forms: [
      [
        {
          ApiEndpoint: 'abc.execute-api.us-east-1.amazonaws.com',
          Method: 'GET',
          Stage: 'prod',
          Path: '/pets',
          AuthType: 'IAM_ROLE',
        },
        'arn:aws:execute-api:us-east-1:111122223333:abc/prod/GET/pets',
      ],
      [
        { ApiEndpoint: '${Api}', Method: 'GET', AuthType: 'RESOURCE_POLICY' },
        `arn:aws:execute-api:${HERE}:*/$default/GET/`,
      ],
      [{ ApiEndpoint: 'abc.execute-api.us-east-1.amazonaws.com', Method: 'GET' }],
    ],
  },
  {
    api: 'elasticmapreduce:createCluster',
    action: 'iam:PassRole',
    source: 'id_roles_use_passrole: the name of a role does not tell its path',
    forms: [
      [
        { ServiceRole: 'emr', JobFlowRole: 'arn:aws:iam::111122223333:role/ec2' },
        'arn:aws:iam::111122223333:role/*/emr',
        'arn:aws:iam::111122223333:role/ec2',
        'arn:aws:iam::111122223333:role/emr',
      ],
      [{}],
    ],
  },
];

for (const { api, action, source, forms } of FORMS) {
  describe(`${api}: ${action} (${source})`, () => {
    for (const [args, ...resources] of forms) {
      it(JSON.stringify(args), () => assert.deepEqual(resourcesOf(api, action, args), resources));
    }
  });
}

describe('the roles that are handed over where nothing names one (--pass-role)', () => {
  const any = { resource: 'arn:aws:iam::111122223333:role/*', facts: { roles: ['arn:aws:iam::111122223333:role/h'] } };
  const handed: FitOptions = { ...OPTIONS, facts: [{ ...any, source: 'commandLine', place: '--pass-role' }] };
  const nodes = (JobFlowRole: string) =>
    resourcesOf(
      'elasticmapreduce:createCluster',
      'iam:PassRole',
      { JobFlowRole, ServiceRole: 'arn:aws:iam::111122223333:role/emr' },
      handed,
    );

  it('are those of an instance profile that nobody knows', () => {
    assert.deepEqual(nodes('nodes'), ['arn:aws:iam::111122223333:role/emr', 'arn:aws:iam::111122223333:role/h']);
  });

  it('do not replace the role of EMR’s default profile (emr/latest/ManagementGuide/emr-iam-role-for-ec2.html)', () => {
    assert.deepEqual(nodes('EMR_EC2_DefaultRole'), [
      'arn:aws:iam::111122223333:role/*/EMR_EC2_DefaultRole',
      'arn:aws:iam::111122223333:role/EMR_EC2_DefaultRole',
      'arn:aws:iam::111122223333:role/emr',
    ]);
  });

  it('do not replace a role that is named or assumed', () => {
    const { policy } = fitStates(
      {
        A: { ...task('arn:aws:states:::glue:startJobRun', { JobName: 'j' }), Credentials: { 'RoleArn.$': '$.role' } },
        B: task('arn:aws:states:::eks:createNodegroup', {
          ClusterName: 'c',
          NodegroupName: 'n',
          NodeRole: 'arn:aws:iam::111122223333:role/n',
        }),
      },
      handed,
    );
    const of = (action: string) =>
      pairs(policy)
        .filter((pair) => pair.action === action)
        .map(({ resource }) => resource);
    assert.deepEqual(of('iam:PassRole'), ['arn:aws:iam::111122223333:role/n']);
    assert.ok(!of('sts:AssumeRole').includes('arn:aws:iam::111122223333:role/h'));
    assert.deepEqual(of('iam:GetRole'), ['arn:aws:iam::111122223333:role/*']);
  });
});

describe('findings name what made a wildcard', () => {
  const findingsOf = (api: string, args: Readonly<Record<string, unknown>>) =>
    exceptEncryption(fitStates({ A: task(`arn:aws:states:::${api}`, args) }).findings);

  for (const [name, api, args, code, message] of [
    [
      'an expression',
      'dynamodb:getItem',
      { 'TableName.$': '$.table' },
      'dynamic-resource',
      /TableName is known only at run time \(\$\.table: the execution's input\): dynamodb:GetItem on arn:/,
    ],
    ['a missing argument', 'dynamodb:getItem', {}, 'missing-argument', /TableName is missing/],
    [
      'a value that is no text',
      'dynamodb:getItem',
      { TableName: {} },
      'dynamic-resource',
      /TableName is no plain text/,
    ],
    [
      'a placeholder for a URL',
      'sqs:sendMessage',
      { QueueUrl: '${Queue}' },
      'placeholder',
      /QueueUrl is the placeholder \$\{Queue\}.*--substitute/,
    ],
    ['a placeholder for a name or ARN', 'lambda:invoke', { FunctionName: '${Fn}' }, 'placeholder', /taken for a name/],
    [
      'characters that IAM would read',
      'dynamodb:getItem',
      { TableName: 'a*' },
      'special-characters',
      /table\/a\$\{\*\}/,
    ],
  ] as const) {
    it(name, () => {
      const [finding, ...others] = findingsOf(api, args);
      assert.equal(finding?.code, code);
      assert.equal(finding?.state, '/States/A');
      assert.match(finding?.message ?? '', message);
      assert.deepEqual(others, []);
    });
  }
});

describe('China (id_roles_use_passrole)', () => {
  it('lets a role be passed to both spellings of the principal', () => {
    const args = { TaskDefinition: 'report:3' };
    const options = { ...OPTIONS, region: 'cn-north-1' };
    const { policy } = fitStates({ A: task('arn:aws-cn:states:::ecs:runTask', args) }, options);
    const pass = policy.Statement.find(({ Action }) => Action.includes('iam:PassRole'));
    assert.deepEqual(pass?.Resource, ['arn:aws-cn:iam::111122223333:role/*']);
    assert.deepEqual(pass?.Condition?.['StringEquals']?.['iam:PassedToService'], [
      'ecs-tasks.amazonaws.com',
      'ecs-tasks.amazonaws.com.cn',
    ]);
  });
});
