import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guardOf } from '../../src/policy/guarded.ts';

/** What has the power of a guarded action is guarded: kind by kind, the actions that show it. */

const RESOURCE = 'arn:aws:acme:eu-west-1:111122223333:thing/x';

type Kind = readonly [what: string, at: 'always' | 'recheck', actions: string];

const KINDS: readonly Kind[] = [
  ['sandboxes and commands of a build project', 'recheck', 'codebuild:StartSandbox codebuild:StartSandboxConnection'],
  ['commands in a sandbox', 'recheck', 'codebuild:StartCommandExecution'],
  ['a task of a maintenance window without a role', 'recheck', 'ssm:RegisterTaskWithMaintenanceWindow'],
  ['the same, and where it runs', 'recheck', 'ssm:UpdateMaintenanceWindowTask ssm:RegisterTargetWithMaintenanceWindow'],
  ['documents that others run', 'recheck', 'ssm:UpdateDocument ssm:UpdateDocumentDefaultVersion'],
  ['a change request that runs a document', 'recheck', 'ssm:StartChangeRequestExecution'],
  ['an association at once', 'recheck', 'ssm:StartAssociationsOnce'],
  ['commands by an association', 'recheck', 'ssm:CreateAssociation ssm:CreateAssociationBatch ssm:UpdateAssociation'],
  ['credentials of a fleet', 'recheck', 'deadline:AssumeFleetRoleForRead deadline:AssumeFleetRoleForWorker'],
  [
    'credentials of a queue',
    'recheck',
    'deadline:AssumeQueueRoleForRead deadline:AssumeQueueRoleForUser deadline:AssumeQueueRoleForWorker',
  ],
  ['credentials of a managed endpoint', 'recheck', 'emr-containers:GetManagedEndpointSessionCredentials'],
  [
    'credentials of a domain',
    'recheck',
    'datazone:GetDomainExecutionRoleCredentials datazone:GetEnvironmentCredentials',
  ],
  ['a sign-in to a portal', 'always', 'datazone:GetIamPortalLoginUrl'],
  [
    'credentials for a table',
    'recheck',
    'lakeformation:GetTemporaryGlueTableCredentials lakeformation:GetTemporaryGluePartitionCredentials lakeformation:AssumeDecoratedRoleWithSAML lakeformation:GetDataAccess',
  ],
  [
    'a database’s password',
    'recheck',
    'redshift:GetClusterCredentials redshift:GetClusterCredentialsWithIAM redshift-serverless:GetCredentials',
  ],
  [
    'identities and their credentials',
    'recheck',
    'cognito-identity:GetOpenIdTokenForDeveloperIdentity cognito-identity:GetCredentialsForIdentity',
  ],
  ['credentials of a pipeline’s job', 'recheck', 'codepipeline:PollForJobs codepipeline:GetJobDetails'],
  [
    'keys of a virtual server or a bucket',
    'recheck',
    'lightsail:CreateBucketAccessKey lightsail:CreateKeyPair lightsail:DownloadDefaultKeyPair lightsail:GetInstanceAccessDetails',
  ],
  ['code of a web service', 'recheck', 'apprunner:UpdateService'],
  [
    'code of a data job',
    'recheck',
    'glue:UpdateJob glue:UpdateJobFromSourceControl glue:RunStatement glue:CreateTrigger',
  ],
  ['code in a query session', 'recheck', 'athena:StartCalculationExecution athena:CreatePresignedNotebookUrl'],
  ['code of a stream application', 'recheck', 'kinesisanalytics:UpdateApplication'],
  ['code of a canary', 'recheck', 'synthetics:UpdateCanary synthetics:StartCanaryDryRun'],
  ['what instances are launched with', 'recheck', 'ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate'],
  ['the disk that an instance starts from', 'recheck', 'ec2:CreateReplaceRootVolumeTask ec2:AttachVolume'],
  [
    'scripts that a notebook starts with',
    'recheck',
    'sagemaker:UpdateNotebookInstance sagemaker:UpdateNotebookInstanceLifecycleConfig sagemaker:UpdateDomain sagemaker:UpdateUserProfile',
  ],
  [
    'code of an API',
    'recheck',
    'appsync:CreateResolver appsync:UpdateResolver appsync:CreateFunction appsync:UpdateFunction',
  ],
  [
    'an environment’s code and settings',
    'recheck',
    'elasticbeanstalk:CreateEnvironment elasticbeanstalk:UpdateEnvironment',
  ],
  ['what is deployed to instances', 'recheck', 'codedeploy:CreateDeployment codedeploy:UpdateDeploymentGroup'],
  ['what an experiment does', 'recheck', 'fis:UpdateExperimentTemplate'],
  ['a workflow server’s tokens', 'recheck', 'airflow:CreateCliToken airflow:CreateWebLoginToken airflow:InvokeRestApi'],
  ['a cluster’s steps', 'recheck', 'elasticmapreduce:AddJobFlowSteps elasticmapreduce:GetClusterSessionCredentials'],
  [
    'roles that no iam:PassRole is asked for',
    'recheck',
    'emr-containers:StartJobRun emr-containers:CreateManagedEndpoint',
  ],
  [
    'resource policies that the reference calls writes',
    'always',
    'kinesis:PutResourcePolicy kafka:PutClusterPolicy codeartifact:PutDomainPermissionsPolicy codeartifact:PutRepositoryPermissionsPolicy logs:PutDestinationPolicy logs:PutAccountPolicy oam:PutSinkPolicy aoss:UpdateAccessPolicy',
  ],
  ['a key’s policy, for its copy', 'always', 'kms:ReplicateKey'],
  [
    'a search domain’s policy, among its settings',
    'recheck',
    'es:UpdateDomainConfig es:UpdateElasticsearchDomainConfig',
  ],
  ['an image for other accounts', 'recheck', 'ec2:ModifyImageAttribute ec2:ModifyFpgaImageAttribute'],
  [
    'stacks, with their rights',
    'recheck',
    'cloudformation:DeleteStack cloudformation:DeleteStackSet cloudformation:DeleteStackInstances cloudformation:DeleteResource elasticbeanstalk:TerminateEnvironment',
  ],
  ['a directory’s passwords and trusts', 'recheck', 'ds:ResetUserPassword ds:CreateTrust ds:ShareDirectory'],
  [
    'a user pool’s users',
    'recheck',
    'cognito-idp:AdminCreateUser cognito-idp:AdminSetUserPassword cognito-idp:AdminAddUserToGroup cognito-idp:AdminInitiateAuth cognito-idp:UpdateUserPoolClient',
  ],
  [
    'the hub of findings',
    'recheck',
    'securityhub:DisableSecurityHub securityhub:BatchDisableStandards securityhub:CreateAutomationRule',
  ],
  [
    'the search for sensitive data',
    'recheck',
    'macie2:DisableMacie macie2:CreateFindingsFilter macie2:UpdateMacieSession',
  ],
  ['the search for weaknesses', 'recheck', 'inspector2:Disable inspector2:CreateFilter'],
  [
    'what hides threats',
    'recheck',
    'guardduty:CreateFilter guardduty:ArchiveFindings guardduty:CreateIPSet guardduty:DeleteDetector',
  ],
  [
    'the rules that tell of findings',
    'recheck',
    'events:PutRule events:PutTargets events:RemoveTargets events:DisableRule',
  ],
  ['records of traffic', 'recheck', 'ec2:DeleteFlowLogs'],
  [
    'the keys of records and alarms',
    'recheck',
    'kms:DisableKey kms:ScheduleKeyDeletion kms:DeleteImportedKeyMaterial kms:DisconnectCustomKeyStore kms:UpdateAlias kms:DeleteAlias',
  ],
  [
    'a key for a log group, which can be taken away',
    'recheck',
    'logs:AssociateKmsKey cloudwatch:AssociateDatasetKmsKey',
  ],
  [
    'the bus that carries events',
    'recheck',
    'events:UpdateEventBus events:DeleteEventBus events:DeactivateEventSource',
  ],
  ['where events go, with the credentials for it', 'recheck', 'events:UpdateApiDestination events:UpdateConnection'],
  ['the record of events', 'recheck', 'events:DeleteArchive events:UpdateArchive'],
  [
    'who hears of alarms',
    'recheck',
    'sns:DeleteTopic sns:Unsubscribe sns:SetSubscriptionAttributes sns:SetSMSAttributes inspector:UnsubscribeFromEvent',
  ],
  [
    'hooks that keep stacks from being deployed',
    'recheck',
    'cloudformation:DeactivateType cloudformation:DeregisterType',
  ],
  ['logs', 'recheck', 'logs:DeleteLogGroup logs:DeleteLogStream logs:PutRetentionPolicy logs:DeleteMetricFilter'],
];

describe('a guard', () => {
  for (const [what, at, actions] of KINDS) {
    it(`is on ${what}: ${at}`, () => {
      for (const action of actions.split(' ')) {
        assert.equal(guardOf(action, RESOURCE)?.at, at, action);
        assert.equal(guardOf(action.toUpperCase(), '*')?.at, at, `${action}, in capitals, on all resources`);
      }
    });
  }

  /** Nothing new runs by the first: what it runs is another's, and to change that is guarded. */
  for (const [starts, changes] of [
    ['events:PutEvents', 'events:UpdateEventBus'],
    ['kms:Encrypt', 'kms:DisableKey'],
    ['sns:Publish', 'sns:SetSubscriptionAttributes'],
    ['fis:StartExperiment', 'fis:UpdateExperimentTemplate'],
    ['lambda:InvokeFunction', 'lambda:UpdateFunctionCode'],
    ['states:StartExecution', 'states:UpdateStateMachine'],
  ] as const) {
    it(`is on ${changes}, not on ${starts}`, () => {
      assert.equal(guardOf(starts, RESOURCE), undefined);
      assert.equal(guardOf(changes, RESOURCE)?.at, 'recheck');
    });
  }
});

describe('guarded actions', () => {
  for (const [action, resource, at] of [
    ['iam:AttachUserPolicy', '*', 'always'],
    ['IAM:attachuserpolicy', '*', 'always'],
    ['iam:CreateAccessKey', '*', 'always'],
    ['iam:GetRole', '*', 'recheck'],
    ['iam:AcquireRole', '*', 'always'],
    ['sts:AssumeRoot', '*', 'always'],
    ['eks:AssociateAccessPolicy', '*', 'recheck'],
    ['codebuild:StartBuild', '*', 'recheck'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/r', 'recheck'],
    ['events:PutRule', 'arn:aws:events:eu-west-1:111122223333:rule/findings', 'recheck'],
    ['events:PutTargets', '*', 'recheck'],
    ['events:PutRule', 'arn:aws:events:*:*:rule/StepFunctionsGetEvents*', 'recheck'],
    ['events:PutRule', 'arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForECSTaskRule', undefined],
    ['events:PutTargets', 'arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForECSTaskRule', undefined],
    ['events:DeleteRule', 'arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForECSTaskRule', 'recheck'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/r${*}', 'recheck'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/r${*', 'always'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/app-*', 'always'],
    ['iam:PassRole', 'arn:aws:iam::*:role/r', 'always'],
    ['IAM:PASSROLE', '*', 'always'],
    ['iam:CreateServiceLinkedRole', '*', 'recheck'],
    ['organizations:DescribeAccount', '*', 'recheck'],
    ['organizations:CreateAccount', '*', 'always'],
    ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/r', 'recheck'],
    ['sts:AssumeRole', 'arn:aws:iam::*:role/*', 'always'],
    ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/r${*}', 'recheck'],
    ['s3:PutBucketPolicy', '*', 'always'],
    ['s3:PutBucketAcl', '*', 'always'],
    ['kms:PutKeyPolicy', '*', 'always'],
    ['kms:CreateGrant', '*', 'always'],
    ['lambda:AddPermission', '*', 'always'],
    ['sqs:SetQueueAttributes', '*', 'always'],
    ['sns:SetTopicAttributes', '*', 'always'],
    ['secretsmanager:PutResourcePolicy', '*', 'always'],
    ['ram:CreateResourceShare', '*', 'always'],
    ['lambda:UpdateFunctionCode', '*', 'recheck'],
    ['states:UpdateStateMachine', '*', 'recheck'],
    ['dynamodb:GetItem', '*', undefined],
    ['lambda:InvokeFunction', '*', undefined],
    ['s3:PutObject', '*', undefined],
    ['kms:Decrypt', '*', undefined],
    ['states:StartExecution', '*', undefined],
  ] as const) {
    it(`${action} on ${resource}: ${at ?? 'free'}`, () => assert.equal(guardOf(action, resource)?.at, at));
  }
});

describe('a grant on a key (kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource)', () => {
  const key = 'arn:aws:kms:eu-west-1:111122223333:key/x';
  const forServices = (values: readonly string[]) => ({ Bool: { 'kms:GrantIsForAWSResource': values } });
  for (const [name, action, conditions, at] of [
    ['is guarded at deploy', 'kms:CreateGrant', undefined, 'always'],
    ['needs only the deployment, if services alone make it', 'kms:CreateGrant', forServices(['true']), 'recheck'],
    [
      'needs only the deployment, whatever else must hold',
      'KMS:createGrant',
      { ...forServices(['true']), StringEquals: {} },
      'recheck',
    ],
    ['is guarded at deploy, if users may make it', 'kms:CreateGrant', forServices(['false']), 'always'],
    ['is guarded at deploy, if users may make it as well', 'kms:CreateGrant', forServices(['true', 'false']), 'always'],
    ['is guarded at deploy, if nothing must hold', 'kms:CreateGrant', forServices([]), 'always'],
    [
      'is guarded at deploy, if the key may be absent from the request',
      'kms:CreateGrant',
      { BoolIfExists: { 'kms:GrantIsForAWSResource': ['true'] } },
      'always',
    ],
    ['is revoked at deploy alone', 'kms:RevokeGrant', forServices(['true']), 'always'],
  ] as const) {
    it(name, () => assert.equal(guardOf(action, key, conditions)?.at, at));
  }
});
