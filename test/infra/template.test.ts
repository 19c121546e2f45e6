import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LOOK_UP_REQUESTS } from '../../src/aws/facts/requests.ts';
import { read } from './read.ts';

/** What rolefit's own functions may do; docs/threat-model.md relies on it. */

interface Statement {
  readonly Sid?: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const template = read('template.yaml');

/** A role's statements, those below a condition of the template, too. */
function statementsOf(role: string): readonly Statement[] {
  const [policy] = template.Resources[role].Properties.Policies;
  const entries: readonly (Statement | readonly [string, Statement, unknown])[] = JSON.parse(
    JSON.stringify(policy.PolicyDocument.Statement),
  );
  return entries.map((entry) => ('Action' in entry ? entry : entry[1]));
}

function actionsOf(role: string): readonly string[] {
  return statementsOf(role).flatMap(({ Action }) => Action);
}

describe('RolePolicyInvocation', () => {
  it('denies the hook to all but CloudFormation, also where the request says nothing of who calls', () => {
    const { Type, Condition, Properties } = template.Resources.RolePolicyInvocation;
    assert.deepEqual([Type, Condition], ['AWS::Lambda::ResourcePolicy', 'HasInvocationPolicy']);
    assert.equal(Properties.ResourceArn, 'RolePolicyFunction.Arn');
    const [statement, ...others] = JSON.parse(JSON.stringify(Properties.PolicyDocument.Statement));
    assert.deepEqual(others, []);
    assert.deepEqual(statement, {
      Sid: 'OnlyCloudFormation',
      Effect: 'Deny',
      Principal: '*',
      Action: 'lambda:InvokeFunction',
      // Qualified, it is another resource: https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
      Resource: ['RolePolicyFunction.Arn', '${RolePolicyFunction.Arn}:*'],
      // Without the key, ForAllValues holds and a single-valued StringNotEquals would compare one of several values:
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
      Condition: { 'ForAllValues:StringNotEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' } },
    });
  });
});

/** By other statements, and by IAM without any. */
const ALLOWED_ANYWAY = ['iam:GetRole', 'states:DescribeStateMachine', 'sts:GetCallerIdentity'];

const WRITES = /^iam:(?!Get|List)/;

for (const role of ['RolePolicyFunctionRole', 'DriftCheckFunctionRole']) {
  describe(role, () => {
    it('changes roles with the tag rolefit:managed = true only, or policies below /rolefit/', () => {
      for (const statement of statementsOf(role)) {
        if (![statement.Action].flat().some((action) => WRITES.test(action))) continue;
        const tagged = JSON.stringify(statement.Condition ?? {}).includes('"aws:ResourceTag/rolefit:managed":"true"');
        assert.ok(tagged || String(statement.Resource).endsWith(':policy/rolefit/*'), statement.Sid);
      }
    });

    it('changes policies of roles with the boundary only, where one is asked for', () => {
      const writes = statementsOf(role).filter(({ Action }) =>
        [Action].flat().some((action) => /RolePolicy$/.test(action) && WRITES.test(action)),
      );
      assert.equal(writes.length, 2);
      for (const { Condition } of writes) assert.match(JSON.stringify(Condition), /"iam:PermissionsBoundary"/);
    });

    it('attaches policies of its own only', () => {
      const attach = statementsOf(role).filter(({ Action }) => Action.includes('iam:AttachRolePolicy'));
      assert.match(
        JSON.stringify(attach),
        /"iam:PolicyARN":"arn:\$\{AWS::Partition\}:iam::\$\{AWS::AccountId\}:policy\/rolefit\/\*"/,
      );
    });

    it('may ask AWS what src/aws/facts asks, and on all resources only where IAM knows no narrower one', () => {
      const lookUps = statementsOf(role).filter(({ Sid }) => Sid?.startsWith('LookUp'));
      assert.deepEqual(
        [...lookUps.flatMap(({ Action }) => Action), ...ALLOWED_ANYWAY].toSorted(),
        Object.keys(LOOK_UP_REQUESTS).toSorted(),
      );
      const wide = lookUps.filter(({ Resource }) => [Resource].flat().includes('*')).flatMap(({ Action }) => Action);
      const unscoped = Object.entries(LOOK_UP_REQUESTS).filter(([, resource]) => resource === '*');
      assert.deepEqual([...wide, 'sts:GetCallerIdentity'].toSorted(), unscoped.map(([action]) => action).toSorted());
    });

    it('makes no roles, users or keys, and passes and assumes no role', () => {
      const forbidden = /^(iam:(Create(?!Policy$)|PassRole|Put(?!RolePolicy$)|Update|AttachUser|AttachGroup)|sts:)/;
      assert.deepEqual(
        actionsOf(role).filter((action) => forbidden.test(action)),
        [],
      );
    });
  });
}

describe('the re-check', () => {
  it('cannot write tags, in which deployments say what they approve', () => {
    assert.deepEqual(
      actionsOf('DriftCheckFunctionRole').filter((action) => /Tag(Role|User)|Untag/.test(action)),
      [],
    );
  });

  it('is asked by the rules for every call that it knows, and by no other', () => {
    const names = (rule: string) => template.Resources[rule].Properties.EventPattern.detail.eventName;
    assert.deepEqual(names('StateMachineChanges'), names('StateMachineChanges').toSorted());
    const forwarded = read('infra/forward-iam-events.yaml').Resources.RoleChanges.Properties.EventPattern.detail
      .eventName;
    assert.deepEqual(names('RoleChanges'), forwarded);
  });
});

describe('the sweep’s bucket', () => {
  it('is one that nobody else writes', () => {
    const { Statement } = template.Resources.SweepBucketPolicy.Properties.PolicyDocument;
    assert.partialDeepStrictEqual(JSON.parse(JSON.stringify(Statement)), [
      {
        Effect: 'Deny',
        Principal: '*',
        Resource: '${SweepBucket.Arn}/*',
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': ['DriftCheckFunctionRole.Arn', 'SweepFunctionRole.Arn'] } },
      },
    ]);
  });
});

describe('the sweep', () => {
  it('changes nothing but its own files', () => {
    const writes = actionsOf('SweepFunctionRole').filter((action) => !/:(Get|List|Describe)/.test(action));
    assert.deepEqual(writes, [
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:PutObject',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });
});
