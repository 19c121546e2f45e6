import type { PermissionRow } from './row.ts';
import { arnPattern, isGiven, name, nameOrArn, optional, rule, startsWith } from './write.ts';

const EFS = 'https://docs.aws.amazon.com/efs/latest/ug';
const SECRETS = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_secretsmanager.html';
const SECRET = arnPattern`arn:$p:secretsmanager:$r:$a:secret:${nameOrArn('SecretId')}-??????`;
const KNOWLEDGE_BASES = 'https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html';
const RERANKING = 'https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-prereq.html';
const KNOWLEDGE = 'RetrieveAndGenerateConfiguration.KnowledgeBaseConfiguration';
const RERANKER = `${KNOWLEDGE}.RetrievalConfiguration.VectorSearchConfiguration.RerankingConfiguration.BedrockRerankingConfiguration`;
const VPC = 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions';
const INTERFACES = arnPattern`arn:$p:ec2:$r:$a:network-interface/*`;
const GROUPS = arnPattern`arn:$p:ec2:$r:$a:security-group/${optional(name('SecurityGroups[]'))}`;
const FLOW_LOGS = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-create-flow-log.html';

/** What operations need of another action or another service. */
export const RELATED_ACTIONS: readonly PermissionRow[] = [
  {
    service: 'bedrockagentruntime',
    operations: ['RetrieveAndGenerate'],
    actions: ['bedrock:Retrieve'],
    on: [arnPattern`arn:$p:bedrock:$r:$a:knowledge-base/${name(`${KNOWLEDGE}.KnowledgeBaseId`)}`],
    when: [isGiven(`${KNOWLEDGE}.KnowledgeBaseId`)],
    source: KNOWLEDGE_BASES,
  },
  {
    service: 'bedrockagentruntime',
    operations: ['RetrieveAndGenerate'],
    actions: ['bedrock:InvokeModel'],
    on: [rule('answerModel')],
    when: [isGiven(`${KNOWLEDGE}.ModelArn`)],
    source: RERANKING,
  },
  {
    service: 'bedrockagentruntime',
    operations: ['RetrieveAndGenerate'],
    actions: ['bedrock:InvokeModel'],
    on: [rule('documentModel')],
    when: [isGiven('RetrieveAndGenerateConfiguration.ExternalSourcesConfiguration.ModelArn')],
    source: RERANKING,
  },
  {
    service: 'bedrockagentruntime',
    operations: ['RetrieveAndGenerate'],
    actions: ['bedrock:Rerank'],
    on: [],
    when: [isGiven(RERANKER)],
    source: RERANKING,
  },
  {
    service: 'bedrockagentruntime',
    operations: ['RetrieveAndGenerate'],
    actions: ['bedrock:InvokeModel'],
    on: [rule('answerReranker')],
    when: [isGiven(RERANKER)],
    source: RERANKING,
  },
  {
    service: 'bedrockagentruntime',
    operations: ['Rerank'],
    actions: ['bedrock:InvokeModel'],
    on: [rule('reranker')],
    source: RERANKING,
  },
  {
    service: 'bedrockruntime',
    operations: ['Converse'],
    actions: ['bedrock:RenderPrompt'],
    on: [rule('prompt')],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-management-prereq.html',
  },
  {
    service: 'ec2',
    operations: ['CreateFlowLogs'],
    actions: ['logs:CreateLogDelivery', 'logs:DeleteLogDelivery'],
    on: [],
    when: [startsWith('LogDestinationType', 's3'), startsWith('LogDestinationType', 'kinesis-data-firehose')],
    source: FLOW_LOGS,
  },
  {
    service: 'efs',
    operations: ['CreateMountTarget'],
    actions: ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'],
    on: [],
    source: `${EFS}/API_CreateMountTarget.html`,
  },
  {
    service: 'efs',
    operations: ['CreateMountTarget'],
    actions: ['ec2:CreateNetworkInterface'],
    on: [INTERFACES, GROUPS, arnPattern`arn:$p:ec2:$r:$a:subnet/${name('SubnetId')}`],
    source: `${EFS}/API_CreateMountTarget.html`,
  },
  ...(
    [
      ['DeleteMountTarget', 'ec2:DeleteNetworkInterface', INTERFACES],
      ['ModifyMountTargetSecurityGroups', 'ec2:ModifyNetworkInterfaceAttribute', INTERFACES],
      ['ModifyMountTargetSecurityGroups', 'ec2:ModifyNetworkInterfaceAttribute', GROUPS],
    ] as const
  ).map(
    ([operation, action, resource]): PermissionRow => ({
      service: 'efs',
      operations: [operation],
      actions: [action],
      on: [resource],
      source: `${EFS}/API_${operation}.html`,
    }),
  ),
  {
    service: 'efs',
    operations: ['DescribeMountTargetSecurityGroups'],
    actions: ['ec2:DescribeNetworkInterfaceAttribute'],
    on: [],
    source: `${EFS}/API_DescribeMountTargetSecurityGroups.html`,
  },
  {
    service: 'lambda',
    operations: ['CreateFunction', 'UpdateFunctionConfiguration'],
    actions: ['lambda:GetLayerVersion'],
    on: [arnPattern`arn:$p:lambda:$r:$a:layer:*:${nameOrArn('Layers[]')}`],
    when: [isGiven('Layers[]')],
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_lambda.html',
  },
  {
    service: 'lambda',
    operations: ['CreateFunction', 'UpdateFunctionConfiguration'],
    actions: ['ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs'],
    on: [],
    when: [isGiven('VpcConfig.SubnetIds[]')],
    source: VPC,
  },
  {
    service: 'secretsmanager',
    operations: ['BatchGetSecretValue'],
    actions: ['secretsmanager:ListSecrets'],
    on: [],
    when: [isGiven('Filters')],
    source: SECRETS,
  },
  {
    service: 'secretsmanager',
    operations: ['CreateSecret'],
    actions: ['secretsmanager:ReplicateSecretToRegions'],
    on: [arnPattern`arn:$p:secretsmanager:$r:$a:secret:${name('Name')}-??????`],
    when: [isGiven('AddReplicaRegions')],
    source: SECRETS,
  },
  {
    service: 'secretsmanager',
    operations: ['ValidateResourcePolicy'],
    actions: ['secretsmanager:PutResourcePolicy'],
    on: [SECRET],
    when: [isGiven('SecretId')],
    source: SECRETS,
  },
  {
    service: 'ssm',
    operations: ['GetParameter', 'GetParameters'],
    actions: ['secretsmanager:GetSecretValue'],
    on: [rule('referencedSecret')],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html',
  },
  {
    service: 'ssm',
    operations: ['StartAutomationExecution'],
    actions: ['ssm:StartAutomationExecution'],
    on: [arnPattern`arn:$p:ssm:$r:$a:automation-definition/${name('DocumentName')}:*`],
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_ssm.html',
  },
  {
    service: 'ssm',
    operations: ['StartSession'],
    actions: ['ssm:StartSession'],
    // Without a document's name, the account's preferences are one.
    on: [
      rule('sessionTarget'),
      arnPattern`arn:$p:ssm:$r:$a:document/${optional(nameOrArn('DocumentName'), 'SSM-SessionManagerRunShell')}`,
    ],
    instead: true,
    source:
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html',
  },
];
