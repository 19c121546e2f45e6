import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { read } from './read.ts';

/** infra/guard.yaml: who may ask the guard, what it may do, and how template.yaml deploys it. */

const guard = read('infra/guard.yaml');
const template = read('template.yaml');
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const propertiesOf = (id: string) => plain(guard.Resources[id].Properties);

const statementsOf = (role: string) =>
  propertiesOf(role).Policies.flatMap(
    ({ PolicyDocument }: { readonly PolicyDocument: { readonly Statement: readonly object[] } }) =>
      PolicyDocument.Statement,
  );

describe('the guard’s roles', () => {
  it('let the function write its own log, and nothing else', () => {
    assert.deepEqual(statementsOf('GuardFunctionRole'), [
      {
        Sid: 'WriteLogs',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: 'GuardLogs.Arn',
      },
    ]);
    assert.equal(propertiesOf('GuardFunctionRole').ManagedPolicyArns, undefined);
  });

  it('let the Hooks invoke the function, and nothing else', () => {
    assert.deepEqual(statementsOf('HookRole'), [
      { Sid: 'AskTheGuard', Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: 'GuardFunction.Arn' },
    ]);
    assert.equal(propertiesOf('HookRole').ManagedPolicyArns, undefined);
  });

  it('are assumed by Lambda, and by the Hooks of this account and Region with this name', () => {
    assert.deepEqual(propertiesOf('GuardFunctionRole').AssumeRolePolicyDocument.Statement, [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]);
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/registry-public.html, Example trust policy 2
    assert.deepEqual(propertiesOf('HookRole').AssumeRolePolicyDocument.Statement, [
      {
        Effect: 'Allow',
        Principal: { Service: 'hooks.cloudformation.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': 'AWS::AccountId' },
          ArnLike: {
            'aws:SourceArn': [
              'arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:type/hook/${Names}-*',
              { Names: ['-', ['::', 'HookName']] },
            ],
          },
        },
      },
    ]);
  });

  it('are the only principals that may invoke the function, under whatever name', () => {
    const { Type, Condition, Properties } = plain(guard.Resources.GuardInvocation);
    assert.deepEqual([Type, Condition], ['AWS::Lambda::ResourcePolicy', 'HasInvocationPolicy']);
    assert.deepEqual(Properties.PolicyDocument.Statement, [
      {
        Sid: 'OnlyTheHooks',
        Effect: 'Deny',
        Principal: '*',
        Action: 'lambda:InvokeFunction',
        Resource: ['GuardFunction.Arn', '${GuardFunction.Arn}:*'],
        // A negated operator holds without the key:
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'HookRole.Arn' } },
      },
    ]);
  });
});

describe('the guard’s Hooks', () => {
  const hooks = ['TemplateHook', 'StateMachineHook'] as const;

  it('are about stacks and change sets, and about state machines, when they are made or changed', () => {
    assert.deepEqual(
      hooks.map((id) => {
        const { TargetOperations, TargetFilters } = propertiesOf(id);
        return [TargetOperations, TargetFilters];
      }),
      [
        [['STACK', 'CHANGE_SET'], { Actions: ['CREATE', 'UPDATE'], InvocationPoints: ['PRE_PROVISION'] }],
        [
          ['RESOURCE'],
          {
            TargetNames: ['AWS::StepFunctions::StateMachine'],
            Actions: ['CREATE', 'UPDATE'],
            InvocationPoints: ['PRE_PROVISION'],
          },
        ],
      ],
    );
  });

  it('have names of their own, of the form that CloudFormation takes', () => {
    const HOOK_NAME = guard.Parameters.HookName;
    const form = new RegExp(HOOK_NAME.AllowedPattern);
    const aliases = hooks.map((id) => propertiesOf(id).Alias.replace('${HookName}', HOOK_NAME.Default));
    assert.match(HOOK_NAME.Default, form);
    for (const name of ['Aws::Guard', 'a::b', 'Ro-le::Guard', 'Rolefit']) assert.doesNotMatch(name, form);
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-lambdahook.html
    for (const alias of aliases)
      assert.match(alias, /^(?!aws)[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}$/i);
    assert.equal(new Set(aliases).size, 2);
  });

  it('do the same with the same stacks: never with their own, warning unless the mode is fail', () => {
    const [one, other] = hooks.map((id) => {
      const { StackFilters, FailureMode, ExecutionRole, LambdaFunction, HookStatus } = propertiesOf(id);
      return { StackFilters, FailureMode, ExecutionRole, LambdaFunction, HookStatus };
    });
    assert.deepEqual(one, other);
    assert.deepEqual(one?.FailureMode, ['Fails', 'FAIL', 'WARN']);
    assert.equal(guard.Parameters.Mode.Default, 'warn');
    assert.deepEqual(one?.StackFilters.StackNames.Exclude, [
      'HasExcludedNames',
      [',', [',', ['AWS::StackName', [',', 'ExcludedStackNames']]]],
      ['AWS::StackName'],
    ]);
  });

  it('wait longer than the function runs', () => {
    // https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/hooks-concepts.html
    assert.ok(propertiesOf('GuardFunction').Timeout < 30);
  });
});

describe('infra/guard.yaml', () => {
  const text = readFileSync('infra/guard.yaml', 'utf8');

  it('has no transform, which StackSets of an organization refuse, and no alias of YAML, which CloudFormation does', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html, Capabilities
    assert.equal(guard.Transform, undefined);
    assert.doesNotMatch(text, /Fn::Transform|AWS::Serverless|(?:^|\s)[&*][A-Za-z]\w*\s*$/m);
  });

  it('names the bundle that is built, and its handler', () => {
    const { Code, Handler, Runtime } = propertiesOf('GuardFunction');
    assert.deepEqual([Code, Handler, Runtime], ['../dist/guard', 'index.handler', 'nodejs24.x']);
    assert.match(readFileSync('scripts/build.ts', 'utf8'), /guard: \['index', 'worker'\]/);
  });

  it('watches metrics that the function publishes', () => {
    const published = readFileSync('functions/guard/report.ts', 'utf8');
    const { Namespace, MetricName, Dimensions } = propertiesOf('Undecided');
    assert.deepEqual([Namespace, Dimensions], ['rolefit', [{ Name: 'service', Value: 'guard' }]]);
    assert.match(published, new RegExp(`addMetric\\('${MetricName}'`));
  });
});

describe('template.yaml', () => {
  const { Condition, Properties } = plain(template.Resources.GuardStack);

  it('has no guard unless it is asked for', () => {
    assert.deepEqual(plain(template.Parameters.Guard.AllowedValues), ['off', 'warn', 'fail']);
    assert.equal(template.Parameters.Guard.Default, 'off');
    assert.equal(Condition, 'HasGuard');
    assert.deepEqual(plain(guard.Parameters.Mode.AllowedValues), ['warn', 'fail']);
  });

  it('gives it each of its parameters but the Hooks’ name', () => {
    assert.deepEqual(
      [...Object.keys(Properties.Parameters), 'HookName'].toSorted(),
      Object.keys(guard.Parameters).toSorted(),
    );
  });

  it('keeps it from all of its own stacks: one that is out of order must not keep anybody from correcting it', () => {
    const nested = Object.entries<{ readonly Type: string }>(template.Resources).flatMap(([id, { Type }]) =>
      Type === 'AWS::Serverless::Application' && id !== 'GuardStack' ? [`\${AWS::StackName}-${id}-*`] : [],
    );
    const [, [own, ...others]] = Properties.Parameters.ExcludedStackNames;
    assert.equal(own, 'AWS::StackName');
    assert.deepEqual(others.slice(0, -1).toSorted(), nested.toSorted());
  });
});

describe('docs/guard.md', () => {
  const commands = [...readFileSync('docs/guard.md', 'utf8').matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  );

  it('names parameters that there are, with values that they take', () => {
    let checked = 0;
    for (const command of commands) {
      const { Parameters } = command.startsWith('sam deploy') ? template : guard;
      const [, overrides = ''] = /--parameter-overrides (.*)$/.exec(command) ?? [];
      const pairs = [
        ...overrides.matchAll(/(\w+)=('[^']*'|\S+)/g),
        ...command.matchAll(/ParameterKey=(\w+),ParameterValue=(\S+)/g),
      ];
      for (const [, name = '', value = ''] of pairs) {
        const parameter = plain(Parameters[name] ?? null);
        assert.ok(parameter, `${name} in ${command}`);
        if (parameter.AllowedValues) assert.ok(parameter.AllowedValues.includes(value), `${name}=${value}`);
        checked++;
      }
    }
    assert.ok(checked >= 5);
  });

  it('packages the template that it is about', () => {
    const packages = commands.filter((command) => command.startsWith('aws cloudformation package'));
    assert.ok(packages.length > 0);
    for (const command of packages) assert.match(command, /--template-file infra\/guard\.yaml /);
  });
});
