import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Case, granted, HERE, told } from '../support/sdk.ts';

/** What calls need of a second action, or of another service. */

const GATEWAY = 'arn:aws:apigateway:eu-west-1::';
const MODEL = 'arn:aws:bedrock:eu-west-1::foundation-model/m';
const KB = 'bedrock/latest/userguide/kb-permissions.html';

const SECOND: readonly Case[] = [
  ...(
    [
      ['apigateway:createApiKey', '/apikeys'],
      ['apigateway:createUsagePlan', '/usageplans'],
      ['apigateway:createVpcLink', '/vpclinks'],
      ['apigatewayv2:createApi', '/apis'],
    ] as const
  ).map(
    ([api, path]): Case => ({
      name: `${api} with tags puts them`,
      source: 'list_apigateway.html and list_apigatewayv2.html, operations',
      api,
      args: { Name: 'n', Tags: { a: 'b' } },
      needs: { 'apigateway:POST': [GATEWAY + path], 'apigateway:PUT': [`${GATEWAY}/tags/*`] },
    }),
  ),
  {
    name: 'an API with a policy needs leave to set it',
    source: 'list_apigateway.html, operations',
    api: 'apigateway:createRestApi',
    args: { Name: 'n', Policy: '{}' },
    needs: {
      'apigateway:POST': [`${GATEWAY}/restapis`],
      'apigateway:UpdateRestApiPolicy': [`${GATEWAY}/restapis`, `${GATEWAY}/restapis/*`],
    },
  },
  {
    name: 'a patch of the policy does as well',
    source: 'list_apigateway.html, operations',
    api: 'apigateway:updateRestApi',
    args: { RestApiId: 'a', PatchOperations: [{ Op: 'replace', Path: '/policy', Value: '{}' }] },
    needs: {
      'apigateway:PATCH': [`${GATEWAY}/restapis/a`],
      'apigateway:UpdateRestApiPolicy': [`${GATEWAY}/restapis/a`],
    },
  },
  {
    name: 'a patch of anything else does not',
    source: 'list_apigateway.html, operations',
    api: 'apigateway:updateRestApi',
    args: { RestApiId: 'a', PatchOperations: [{ Op: 'replace', Path: '/name', Value: 'x' }] },
    needs: { 'apigateway:PATCH': [`${GATEWAY}/restapis/a`] },
  },
  {
    name: 'a domain name with mutual TLS gets a certificate',
    source: 'list_apigateway.html, operations',
    api: 'apigateway:createDomainName',
    args: { DomainName: 'd', MutualTlsAuthentication: { TruststoreUri: 's3://b/k' } },
    needs: {
      'apigateway:AddCertificateToDomain': [`${GATEWAY}/domainnames`, `${GATEWAY}/domainnames/d`],
      'apigateway:POST': [`${GATEWAY}/domainnames`],
    },
  },
  {
    name: 'a routing rule has an action of its own beside the verb',
    source: 'list_apigatewayv2.html, operations',
    api: 'apigatewayv2:deleteRoutingRule',
    args: { DomainName: 'd', RoutingRuleId: 'r' },
    needs: {
      'apigateway:DELETE': [`${GATEWAY}/domainnames/d/routingrules/r`],
      'apigateway:DeleteRoutingRule': [`arn:aws:apigateway:${HERE}:/domainnames/d/routingrules/r`],
    },
  },
  {
    name: 'secrets that are chosen by a filter are listed',
    source: 'list_secretsmanager.html, operations',
    api: 'secretsmanager:batchGetSecretValue',
    args: { Filters: [{ Key: 'name', Values: ['x'] }] },
    needs: {
      'secretsmanager:BatchGetSecretValue': ['*'],
      'secretsmanager:GetSecretValue': ['*'],
      'secretsmanager:ListSecrets': ['*'],
    },
  },
  {
    name: 'a policy that is validated for a secret is put',
    source: 'list_secretsmanager.html, operations',
    api: 'secretsmanager:validateResourcePolicy',
    args: { SecretId: 's', ResourcePolicy: '{}' },
    needs: Object.fromEntries(
      ['PutResourcePolicy', 'ValidateResourcePolicy'].map((action) => [
        `secretsmanager:${action}`,
        [`arn:aws:secretsmanager:${HERE}:secret:s-??????`],
      ]),
    ),
  },
  {
    name: 'a partial ARN whose name ends in six characters looks like a whole one',
    source: 'secretsmanager/latest/userguide/troubleshoot.html',
    api: 'secretsmanager:getSecretValue',
    args: { SecretId: `arn:aws:secretsmanager:${HERE}:secret:my-secret` },
    needs: {
      'secretsmanager:GetSecretValue': ['my-secret', 'my-secret-??????'].map(
        (name) => `arn:aws:secretsmanager:${HERE}:secret:${name}`,
      ),
    },
  },
];

const OTHERS: readonly Case[] = [
  {
    name: 'an answer from a knowledge base retrieves and invokes',
    source: `${KB} and rerank-prereq.html`,
    api: 'bedrockagentruntime:retrieveAndGenerate',
    args: {
      Input: { Text: 'x' },
      RetrieveAndGenerateConfiguration: {
        Type: 'KNOWLEDGE_BASE',
        KnowledgeBaseConfiguration: { KnowledgeBaseId: 'kb', ModelArn: MODEL },
      },
    },
    needs: {
      'bedrock:InvokeModel': [MODEL],
      'bedrock:Retrieve': [`arn:aws:bedrock:${HERE}:knowledge-base/kb`],
      'bedrock:RetrieveAndGenerate': ['*'],
    },
  },
  {
    name: 'reranking invokes its model',
    source: 'bedrock/latest/userguide/rerank-prereq.html',
    api: 'bedrockagentruntime:rerank',
    args: {
      RerankingConfiguration: { BedrockRerankingConfiguration: { ModelConfiguration: { ModelArn: MODEL } } },
    },
    needs: { 'bedrock:InvokeModel': [MODEL], 'bedrock:Rerank': ['*'] },
  },
  {
    name: 'a mount target is a network interface',
    source: 'efs/latest/ug/API_CreateMountTarget.html',
    api: 'efs:createMountTarget',
    args: { FileSystemId: 'fs-1', SubnetId: 'subnet-1', SecurityGroups: ['sg-1'] },
    needs: {
      'ec2:CreateNetworkInterface': ['network-interface/*', 'security-group/sg-1', 'subnet/subnet-1'].map(
        (name) => `arn:aws:ec2:${HERE}:${name}`,
      ),
      'ec2:DescribeNetworkInterfaces': ['*'],
      'ec2:DescribeSubnets': ['*'],
      'elasticfilesystem:CreateMountTarget': [`arn:aws:elasticfilesystem:${HERE}:file-system/fs-1`],
    },
  },
  {
    name: 'flow logs into a bucket are a delivery',
    source: 'vpc/latest/userguide/flow-logs-s3-iam.html',
    api: 'ec2:createFlowLogs',
    args: { ResourceIds: ['vpc-1'], ResourceType: 'VPC', LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::b' },
    needs: { 'logs:CreateLogDelivery': ['*'], 'logs:DeleteLogDelivery': ['*'] },
  },
  {
    name: 'a function’s layers are read, and its network is looked up',
    source: 'list_lambda.html and lambda/latest/dg/configuration-vpc.html',
    api: 'lambda:updateFunctionConfiguration',
    args: {
      FunctionName: 'f',
      Layers: [`arn:aws:lambda:${HERE}:layer:l:1`],
      VpcConfig: { SubnetIds: ['subnet-1'] },
    },
    needs: {
      'ec2:DescribeSecurityGroups': ['*'],
      'ec2:DescribeSubnets': ['*'],
      'ec2:DescribeVpcs': ['*'],
      'lambda:GetLayerVersion': [`arn:aws:lambda:${HERE}:layer:l:1`],
    },
  },
  {
    name: 'a parameter that refers to a secret reads it',
    source: 'systems-manager/latest/userguide/integration-ps-secretsmanager.html',
    api: 'ssm:getParameter',
    args: { Name: '/aws/reference/secretsmanager/db/main', WithDecryption: true },
    needs: { 'secretsmanager:GetSecretValue': [`arn:aws:secretsmanager:${HERE}:secret:db/main-??????`] },
  },
  ...(
    [
      ['i-1', [`arn:aws:ec2:${HERE}:instance/i-1`]],
      ['mi-1', [`arn:aws:ssm:${HERE}:managed-instance/mi-1`]],
      ['ecs:c_t_r-1', [`arn:aws:ecs:${HERE}:task/c/t`]],
    ] as const
  ).map(
    ([Target, on]): Case => ({
      name: `a session on ${Target} needs the target and the document`,
      source: 'systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html',
      api: 'ssm:startSession',
      args: { Target },
      needs: { 'ssm:StartSession': [...on, `arn:aws:ssm:${HERE}:document/SSM-SessionManagerRunShell`].toSorted() },
    }),
  ),
];

const RESOURCES: readonly Case[] = [
  {
    name: 'V2 of AWS IoT Greengrass has no groups',
    source: 'list_awsiotgreengrassv2.html',
    api: 'greengrassv2:createDeployment',
    args: { TargetArn: 'x' },
    needs: { 'greengrass:CreateDeployment': ['*'] },
  },
  {
    name: 'V1 of AWS IoT Greengrass has groups',
    source: 'list_awsiotgreengrass.html',
    api: 'greengrass:createDeployment',
    args: { GroupId: 'g' },
    needs: { 'greengrass:CreateDeployment': [`arn:aws:greengrass:${HERE}:/greengrass/groups/g`] },
  },
  {
    name: 'a stream is no destination of CloudWatch Logs',
    source: 'list_logs.html',
    api: 'cloudwatchlogs:putSubscriptionFilter',
    args: { LogGroupName: 'g', FilterName: 'f', DestinationArn: `arn:aws:kinesis:${HERE}:stream/s` },
    needs: { 'logs:PutSubscriptionFilter': ['g', 'g:*'].map((name) => `arn:aws:logs:${HERE}:log-group:${name}`) },
  },
  {
    name: 'an ID of any type is a whole one',
    source: 'list_ec2.html',
    api: 'ec2:createTags',
    args: { Resources: ['i-1'], Tags: [] },
    needs: { 'ec2:CreateTags': [':111122223333', HERE, 'eu-west-1:'].map((place) => `arn:aws:ec2:${place}:*/i-1`) },
  },
];

for (const [title, cases] of [
  ['a second action', SECOND],
  ['another service', OTHERS],
  ['a resource of another kind', RESOURCES],
] as const) {
  describe(title, () => {
    for (const { name, source, api, args, needs } of cases) {
      it(`${name} (${source})`, async () => {
        const found = await granted(api, args);
        const wanted = Object.fromEntries(Object.keys(needs).map((action) => [action, found[action]]));
        // Calls of other services have more, which other tests are about.
        assert.deepEqual(cases === OTHERS ? wanted : found, needs);
      });
    }
  });
}

describe('a prompt in place of a model (bedrock/latest/userguide/prompt-management-prereq.html)', () => {
  const prompt = `arn:aws:bedrock:${HERE}:prompt/p:1`;

  it('is rendered, and names its model itself', async () => {
    const found = await granted('bedrockruntime:converse', { ModelId: prompt });
    assert.deepEqual(found['bedrock:RenderPrompt'], [prompt]);
    assert.ok(found['bedrock:InvokeModel']?.includes('arn:aws:bedrock:*::foundation-model/*'));
    const [finding = ''] = await told('bedrockruntime:converse', { ModelId: prompt }, 'wildcard-resource');
    assert.match(finding, /the prompt in ModelId names its model/);
  });
});

describe('roles and policies in a definition that is imported (list_apigateway.html, operations)', () => {
  it('are told', async () => {
    const [finding = ''] = await told('apigateway:importRestApi', { Body: '{}' }, 'dependent-action');
    assert.match(finding, /iam:PassRole .* in Body/);
  });
});
