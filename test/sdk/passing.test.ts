import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Args, passes } from '../support/sdk.ts';

/** iam:PassRole where no argument is called a role's. */

const ROLE = 'arn:aws:iam::111122223333:role/r';
const ANY = 'arn:aws:iam::111122223333:role/*';
const GATEWAY = 'StringEquals apigateway.amazonaws.com';
const POOLS = 'StringEqualsIfExists cognito-idp.amazonaws.com';

describe('a role that is passed under another name', () => {
  for (const [api, args, source, expected] of [
    [
      'aws-sdk:apigateway:createAuthorizer',
      { AuthorizerCredentials: ROLE },
      'list_apigateway.html',
      [`${ROLE} ${GATEWAY}`],
    ],
    ['aws-sdk:apigateway:putIntegration', { Credentials: ROLE }, 'list_apigateway.html', [`${ROLE} ${GATEWAY}`]],
    [
      'aws-sdk:apigateway:updateAccount',
      { PatchOperations: [{ Op: 'replace', Path: '/cloudwatchRoleArn', Value: ROLE }] },
      'list_apigateway.html',
      [`${ROLE} ${GATEWAY}`],
    ],
    [
      'aws-sdk:apigateway:updateAccount',
      { PatchOperations: [{ Op: 'replace', Path: '/throttle', Value: 'x' }] },
      'list_apigateway.html',
      [],
    ],
    [
      'aws-sdk:apigateway:updateIntegration',
      { 'PatchOperations.$': '$.p' },
      'list_apigateway.html',
      [`${ANY} ${GATEWAY}`],
    ],
    [
      'aws-sdk:apigatewayv2:createIntegration',
      { CredentialsArn: ROLE },
      'list_apigatewayv2.html',
      [`${ROLE} ${GATEWAY}`],
    ],
    [
      'aws-sdk:cognitoidentityprovider:createUserPool',
      { PoolName: 'p', SmsConfiguration: { SnsCallerArn: ROLE } },
      'list_cognito-idp.html',
      [`${ROLE} ${POOLS}`],
    ],
    [
      'aws-sdk:cognitoidentityprovider:createGroup',
      { GroupName: 'g', UserPoolId: 'u', RoleArn: ROLE },
      'list_cognito-idp.html',
      [`${ROLE} ${POOLS}`],
    ],
    [
      'aws-sdk:cognitoidentity:setIdentityPoolRoles',
      { IdentityPoolId: 'i', Roles: { authenticated: ROLE, unauthenticated: `${ROLE}2` } },
      'list_cognito-identity.html',
      [ROLE, `${ROLE}2`].map((role) => `${role} StringEqualsIfExists cognito-identity.amazonaws.com`),
    ],
    [
      'aws-sdk:secretsmanager:rotateSecret',
      { SecretId: 's', ExternalSecretRotationRoleArn: ROLE },
      'list_secretsmanager.html',
      [`${ROLE} StringEquals secretsmanager.amazonaws.com`],
    ],
    [
      'aws-sdk:codebuild:createFleet',
      { Name: 'f', FleetServiceRole: ROLE },
      'list_codebuild.html',
      [`${ROLE} StringEqualsIfExists codebuild.amazonaws.com`],
    ],
    [
      'aws-sdk:iot:createSecurityProfile',
      { SecurityProfileName: 's', AlertTargets: { SNS: { AlertTargetArn: 'x', RoleArn: ROLE } } },
      'iot/latest/apireference/API_CreateSecurityProfile.html',
      [`${ROLE} StringEquals iot.amazonaws.com`],
    ],
    [
      'aws-sdk:kinesisanalyticsv2:updateApplication',
      { ApplicationName: 'a', ServiceExecutionRoleUpdate: ROLE },
      'managed-flink/latest/apiv2/API_UpdateApplication.html',
      [`${ROLE} StringEquals kinesisanalytics.amazonaws.com`],
    ],
    [
      'aws-sdk:sns:subscribe',
      { TopicArn: 't', Protocol: 'firehose', Attributes: { SubscriptionRoleArn: ROLE } },
      'sns/latest/dg/prereqs-kinesis-data-firehose.html',
      [`${ROLE} StringEquals sns.amazonaws.com`],
    ],
    [
      'aws-sdk:swf:startWorkflowExecution',
      { Domain: 'd', WorkflowId: 'w', LambdaRole: ROLE },
      'amazonswf/latest/developerguide/lambda-task.html',
      [`${ROLE} StringEquals swf.amazonaws.com`],
    ],
  ] as const satisfies readonly (readonly [string, Args, string, readonly string[]])[]) {
    it(`${api} ${JSON.stringify(args).slice(0, 70)} (${source})`, async () =>
      assert.deepEqual(await passes(api, args), expected));
  }
});

describe('the service that a role is passed to, as the operations’ tables of the reference name it', () => {
  for (const [api, args, source, ...services] of [
    ['amp:createScraper', { RoleConfiguration: { SourceRoleArn: ROLE } }, 'list_amp.html', 'aps', 'scraper.aps'],
    ['backup:startScanJob', { ScannerRoleArn: ROLE }, 'list_backup.html', 'malware-protection.guardduty'],
    ['braket:createJob', { RoleArn: ROLE }, 'list_braket.html', 'braket', 'sagemaker'],
    [
      'cloudformation:activateType',
      { ExecutionRoleArn: ROLE },
      'list_cloudformation.html',
      'cloudformation',
      'resources.cloudformation',
    ],
    [
      'codeconnections:createSyncConfiguration',
      { RoleArn: ROLE },
      'list_codeconnections.html',
      'cloudformation.sync.codeconnections',
      'sync.codeconnections',
    ],
    [
      'codepipeline:createPipeline',
      { Pipeline: { Stages: [{ Actions: [{ Configuration: { RoleArn: ROLE } }] }] } },
      'list_codepipeline.html',
      'cloudformation',
    ],
    ['eks:createAccessEntry', { PrincipalArn: ROLE, Type: 'EC2_LINUX' }, 'list_eks.html', 'ec2'],
    ['eks:createAccessEntry', { PrincipalArn: ROLE }, 'list_eks.html'],
    ['lexmodelbuildingservice:startMigration', { V2BotRole: ROLE }, 'list_lex.html', 'lexv2'],
    ['observabilityadmin:createS3TableIntegration', { RoleArn: ROLE }, 'list_observabilityadmin.html', 'logs'],
    [
      'opensearch:addDataSource',
      { DataSourceType: { S3GlueDataCatalog: { RoleArn: ROLE } } },
      'list_es.html',
      'directquery.opensearchservice',
    ],
    [
      'pinpoint:createExportJob',
      { ExportJobRequest: { RoleArn: ROLE } },
      'list_pinpoint.html',
      'mobiletargeting',
      'pinpoint',
    ],
    ['securitylake:createDataLake', { MetaStoreManagerRoleArn: ROLE }, 'list_securitylake.html', 'lambda'],
    [
      'servicecatalog:createConstraint',
      { Type: 'LAUNCH', Parameters: JSON.stringify({ RoleArn: ROLE }) },
      'list_service-catalog.html',
      'servicecatalog',
    ],
    ['servicecatalog:createConstraint', { Type: 'NOTIFICATION', 'Parameters.$': '$.p' }, 'list_service-catalog.html'],
    ['shield:associateDRTRole', { RoleArn: ROLE }, 'list_shield.html', 'drt.shield'],
    [
      'ssm:updateServiceSetting',
      { SettingId: '/ssm/managed-instance/default-ec2-instance-management-role', SettingValue: ROLE },
      'list_ssm.html',
      'ssm',
    ],
    ['ssm:updateServiceSetting', { SettingId: '/ssm/documents/console/x', SettingValue: 'y' }, 'list_ssm.html'],
    ['synthetics:createCanary', { ExecutionRoleArn: ROLE }, 'list_synthetics.html', 'lambda', 'synthetics'],
  ] as const satisfies readonly (readonly [string, Args, string, ...string[]])[]) {
    it(`${api} passes to ${services.join(' or ') || 'none'} (${source})`, async () =>
      assert.deepEqual(
        await passes(`aws-sdk:${api}`, args),
        services.map((service) => `${ROLE} StringEquals ${service}.amazonaws.com`),
      ));
  }
});
