import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { guardOf } from '../../src/policy/guarded.ts';
import { ownResources, reachesOwn } from '../../src/recheck/ownResources.ts';
import { read } from './read.ts';

/** Whatever template.yaml and infra/ make is rolefit's own: a new kind of resource fails here until there is a rule for it. */

const PLACE = { partition: 'aws', region: 'eu-west-1', account: '111122223333' } as const;
const HERE = 'eu-west-1:111122223333';
const STACK = `arn:aws:cloudformation:${HERE}:stack/rolefit/0a1b`;

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** The examples are not rolefit's. */
const FILES = [
  'template.yaml',
  ...readdirSync('infra')
    .filter((file) => file.endsWith('.yaml') && file !== 'example.yaml')
    .map((file) => `infra/${file}`),
];

const RESOURCES = FILES.flatMap((file) =>
  Object.entries<Resource>(JSON.parse(JSON.stringify(read(file).Resources))).map(([id, { Type, Properties = {} }]) => ({
    file,
    id,
    Type,
    Properties,
  })),
);

/** A property that names a resource, with what the parameters of the template stand for. */
function nameIn({ id, Properties }: (typeof RESOURCES)[number], property: string): string {
  const given = [Properties[property] ?? `rolefit-${id}-0A1B2C3D4E5F`].flat()[0];
  return given === 'Name'
    ? 'rolefit'
    : String(given)
        .replace(/\$\{(?:Name|AWS::StackName)\}/, 'rolefit')
        .replace('${Id}', '0a1b')
        .replace('${TargetRegion}', 'eu-west-1');
}

type Own = (resource: (typeof RESOURCES)[number]) => string;

/** The ARN of each type's resources; those that have none belong to another. */
const ARNS: Readonly<Record<string, Own>> = {
  'AWS::CloudWatch::Alarm': (one) => `arn:aws:cloudwatch:${HERE}:alarm:${nameIn(one, 'AlarmName')}`,
  'AWS::CloudWatch::Dashboard': (one) => `arn:aws:cloudwatch::111122223333:dashboard/${nameIn(one, 'DashboardName')}`,
  'AWS::Events::Rule': (one) =>
    `arn:aws:events:${one.file === 'template.yaml' ? 'eu-west-1' : 'us-east-1'}:111122223333:rule/${nameIn(one, 'Name')}`,
  'AWS::Lambda::Function': (one) => `arn:aws:lambda:${HERE}:function:${nameIn(one, 'FunctionName')}`,
  'AWS::Lambda::ResourcePolicy': ({ Properties }) => arnOfId(String(Properties['ResourceArn']).replace('.Arn', '')),
  'AWS::Logs::LogGroup': (one) => `arn:aws:logs:${HERE}:log-group:${nameIn(one, 'LogGroupName')}:*`,
  'AWS::S3::Bucket': (one) => `arn:aws:s3:::${nameIn(one, 'BucketName').toLowerCase()}`,
  'AWS::S3::BucketPolicy': ({ Properties }) => arnOfId(String(Properties['Bucket'])),
  'AWS::SNS::Subscription': ({ Properties }) => `${arnOfId(String(Properties['TopicArn']))}:0a1b-2c3d`,
  'AWS::SNS::Topic': (one) => `arn:aws:sns:${HERE}:${nameIn(one, 'TopicName')}`,
  'AWS::SQS::Queue': (one) => `arn:aws:sqs:${HERE}:${nameIn(one, 'QueueName')}`,
  'AWS::SQS::QueuePolicy': ({ Properties }) => arnOfId(String([Properties['Queues']].flat()[0])),
  'AWS::Serverless::Application': (one) => `arn:aws:cloudformation:${HERE}:stack/${nameIn(one, 'StackName')}/2c3d`,
  'AWS::Serverless::Function': (one) => `arn:aws:lambda:${HERE}:function:${nameIn(one, 'FunctionName')}`,
  'AWS::Serverless::StateMachine': (one) => `arn:aws:states:${HERE}:stateMachine:${nameIn(one, 'Name')}`,
};

/** Types that no one gets at by a right that is not guarded. */
const GUARDED: Readonly<Record<string, readonly string[]>> = {
  'AWS::CloudFormation::LambdaHook': [
    'cloudformation:DeactivateType',
    'cloudformation:DeregisterType',
    'cloudformation:SetTypeConfiguration',
  ],
  'AWS::IAM::Role': [
    'iam:AttachRolePolicy',
    'iam:DeleteRole',
    'iam:DeleteRolePolicy',
    'iam:DetachRolePolicy',
    'iam:PassRole',
    'iam:PutRolePermissionsBoundary',
    'iam:PutRolePolicy',
    'iam:TagRole',
    'iam:UntagRole',
    'iam:UpdateAssumeRolePolicy',
    'sts:AssumeRole',
  ],
};

function arnOfId(id: string): string {
  const resource = RESOURCES.find((one) => one.id === id && ['template.yaml', 'infra/guard.yaml'].includes(one.file));
  const arn = resource && ARNS[resource.Type]?.(resource);
  assert.ok(resource && arn, `${id} has no ARN`);
  return arn;
}

/** What the re-check's function is told, as CloudFormation would. */
function toldArns(): readonly string[] {
  const { Variables } = read('template.yaml').Resources.DriftCheckFunction.Properties.Environment;
  const [, entries]: readonly [string, readonly (string | readonly string[])[]] = JSON.parse(
    JSON.stringify(Variables.OWN_ARNS),
  );
  const ids = entries.map((entry) => (typeof entry === 'string' ? entry : (entry[1] ?? '')));
  return ['DriftCheckFunction', ...ids].map((id) => arnOfId((ofGuard(id) ?? id).replace(/\.Arn$/, '')));
}

/** What an output of infra/guard.yaml refers to. */
function ofGuard(id: string): string | undefined {
  const [, output] = /^GuardStack\.Outputs\.(\w+)$/.exec(id) ?? [];
  return output === undefined ? undefined : String(read('infra/guard.yaml').Outputs[output].Value);
}

const own = ownResources(PLACE, STACK, toldArns());
/** An action that silences nothing: it must not be granted on a resource by its name. */
const READ = 'service:ReadSomething';

describe('a resource of rolefit’s', () => {
  for (const resource of RESOURCES) {
    it(`is its own: ${resource.file} ${resource.id}`, () => {
      const guarded = GUARDED[resource.Type];
      if (guarded) {
        for (const action of guarded) assert.ok(guardOf(action, 'arn:aws:iam::111122223333:role/x'), action);
        return;
      }
      const arn = ARNS[resource.Type]?.(resource);
      assert.ok(arn, `there is no rule for ${resource.Type}`);
      assert.ok(reachesOwn(own, READ, arn), arn);
      const end = arn.length - (arn.endsWith(':*') ? 4 : 2);
      assert.ok(reachesOwn(own, READ, `${arn.slice(0, end)}*`), `with a hole: ${arn}`);
    });
  }

  it('is the mapping of the queue to the function, which only its action tells', () => {
    const mapping = `arn:aws:lambda:${HERE}:event-source-mapping:0a1b-2c3d`;
    for (const action of ['lambda:DeleteEventSourceMapping', 'lambda:UpdateEventSourceMapping'])
      assert.ok(reachesOwn(own, action, mapping), action);
    assert.ok(!reachesOwn(own, 'lambda:GetEventSourceMapping', mapping));
  });

  it('is the stack itself, by name or by ID', () => {
    assert.ok(reachesOwn(own, READ, STACK));
    assert.ok(reachesOwn(own, READ, `arn:aws:cloudformation:${HERE}:stack/rolefit/*`));
  });
});
