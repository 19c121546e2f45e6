import { own } from '../own.ts';
import { type RefKind, registryType } from './resourceTypes.ts';

/**
 * What CloudFormation returns for `Ref` and `Fn::GetAtt`, by resource type: here the types with an ARN that can be
 * composed or a name that the template may give, in data/resourceTypes.ts all others.
 *
 * Source: each type's 'Return values' in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html,
 * and the ARN formats of https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export interface ResourceShape {
  readonly ref: RefKind;
  /** The property that names the resource. Without it CloudFormation generates the name. */
  readonly name?: string;
  /** The attribute that is its name, if `Ref` isn't. */
  readonly nameAttribute?: string;
  /** The attribute that is its ARN. */
  readonly arn?: string;
  /** Its ARN with `{name}`; undefined if the ARN contains something generated, as in generatedArns.ts. */
  readonly form?: string;
}

const REGIONAL = '${AWS::Region}:${AWS::AccountId}';

function form(service: string, resource: string, place: string = REGIONAL): string {
  return `arn:\${AWS::Partition}:${service}:${place}:${resource}`;
}

/** `Ref` is the name, `Arn` the ARN. */
function named(name: string, arnForm?: string): ResourceShape {
  return { ref: 'name', name, arn: 'Arn', ...(arnForm === undefined ? {} : { form: arnForm }) };
}

/** `Ref` is the name, and no attribute is the ARN. */
function onlyNamed(name: string, arnForm?: string): ResourceShape {
  return { ref: 'name', name, ...(arnForm === undefined ? {} : { form: arnForm }) };
}

/** `Ref` is the ARN. */
function byArn(more: Omit<ResourceShape, 'ref'>): ResourceShape {
  return { ref: 'arn', ...more };
}

/** `Ref` is an ID that AWS generates. */
function byId(arn?: string, arnForm?: string): ResourceShape {
  return { ref: 'id', ...(arn === undefined ? {} : { arn }), ...(arnForm === undefined ? {} : { form: arnForm }) };
}

const FUNCTION = named('FunctionName', form('lambda', 'function:{name}'));
const TABLE = named('TableName', form('dynamodb', 'table/{name}'));
const STATE_MACHINE = { arn: 'Arn', nameAttribute: 'Name', form: form('states', 'stateMachine:{name}') };
const REST_API = byId(undefined, form('apigateway', '/restapis/{name}', '${AWS::Region}:'));
const HTTP_API = byId(undefined, form('apigateway', '/apis/{name}', '${AWS::Region}:'));

const SHAPES: Readonly<Record<string, ResourceShape>> = {
  'AWS::ApiGateway::RestApi': REST_API,
  'AWS::ApiGatewayV2::Api': HTTP_API,
  'AWS::Athena::DataCatalog': onlyNamed('Name', form('athena', 'datacatalog/{name}')),
  'AWS::Athena::WorkGroup': onlyNamed('Name', form('athena', 'workgroup/{name}')),
  'AWS::Batch::ComputeEnvironment': byArn({ arn: 'ComputeEnvironmentArn', name: 'ComputeEnvironmentName' }),
  'AWS::Batch::JobQueue': byArn({
    arn: 'JobQueueArn',
    name: 'JobQueueName',
    form: form('batch', 'job-queue/{name}'),
  }),
  'AWS::Bedrock::Agent': byId('AgentArn', form('bedrock', 'agent/{name}')),
  'AWS::Bedrock::KnowledgeBase': byId('KnowledgeBaseArn', form('bedrock', 'knowledge-base/{name}')),
  'AWS::CodeBuild::Project': named('Name', form('codebuild', 'project/{name}')),
  'AWS::CodePipeline::Pipeline': named('Name', form('codepipeline', '{name}')),
  'AWS::Cognito::UserPool': byId('Arn', form('cognito-idp', 'userpool/{name}')),
  'AWS::DataBrew::Job': onlyNamed('Name', form('databrew', 'job/{name}')),
  'AWS::DynamoDB::GlobalTable': TABLE,
  'AWS::DynamoDB::Table': TABLE,
  'AWS::ECR::Repository': named('RepositoryName', form('ecr', 'repository/{name}')),
  'AWS::ECS::Cluster': named('ClusterName', form('ecs', 'cluster/{name}')),
  'AWS::ECS::Service': byArn({ arn: 'ServiceArn', nameAttribute: 'Name' }),
  'AWS::EKS::Cluster': named('Name', form('eks', 'cluster/{name}')),
  'AWS::EMR::Cluster': byId(undefined, form('elasticmapreduce', 'cluster/{name}')),
  'AWS::EMRContainers::VirtualCluster': byId('Arn', form('emr-containers', '/virtualclusters/{name}')),
  'AWS::EMRServerless::Application': byId('Arn', form('emr-serverless', '/applications/{name}')),
  'AWS::Events::ApiDestination': named('Name'),
  'AWS::Events::Connection': named('Name'),
  'AWS::Events::EventBus': named('Name', form('events', 'event-bus/{name}')),
  'AWS::Glue::Crawler': onlyNamed('Name', form('glue', 'crawler/{name}')),
  'AWS::Glue::Database': onlyNamed('DatabaseInput.Name', form('glue', 'database/{name}')),
  'AWS::Glue::Job': onlyNamed('Name', form('glue', 'job/{name}')),
  'AWS::Glue::Table': onlyNamed('TableInput.Name'),
  'AWS::Glue::Trigger': onlyNamed('Name', form('glue', 'trigger/{name}')),
  'AWS::Glue::Workflow': onlyNamed('Name', form('glue', 'workflow/{name}')),
  'AWS::IAM::ManagedPolicy': byArn({
    arn: 'PolicyArn',
    name: 'ManagedPolicyName',
    form: form('iam', 'policy{path}{name}', ':${AWS::AccountId}'),
  }),
  'AWS::IAM::Role': named('RoleName', form('iam', 'role{path}{name}', ':${AWS::AccountId}')),
  'AWS::IAM::User': named('UserName', form('iam', 'user{path}{name}', ':${AWS::AccountId}')),
  'AWS::IoT::TopicRule': named('RuleName', form('iot', 'rule/{name}')),
  'AWS::KMS::Alias': onlyNamed('AliasName', form('kms', '{name}')),
  'AWS::KMS::Key': byId('Arn', form('kms', 'key/{name}')),
  'AWS::Kinesis::Stream': named('Name', form('kinesis', 'stream/{name}')),
  'AWS::KinesisFirehose::DeliveryStream': named('DeliveryStreamName', form('firehose', 'deliverystream/{name}')),
  'AWS::Lambda::Function': FUNCTION,
  'AWS::Logs::LogGroup': named('LogGroupName', form('logs', 'log-group:{name}:*')),
  'AWS::MediaConvert::JobTemplate': named('Name', form('mediaconvert', 'jobTemplates/{name}')),
  'AWS::MediaConvert::Queue': named('Name', form('mediaconvert', 'queues/{name}')),
  'AWS::OpenSearchServerless::Collection': byId('Arn', form('aoss', 'collection/{name}')),
  'AWS::OpenSearchService::Domain': named('DomainName', form('es', 'domain/{name}')),
  'AWS::Pipes::Pipe': named('Name', form('pipes', 'pipe/{name}')),
  // RDS and Redshift convert these names to lower case: only CloudFormation's value is right.
  'AWS::RDS::DBCluster': byId('DBClusterArn', form('rds', 'cluster:{name}')),
  'AWS::RDS::DBInstance': byId('DBInstanceArn', form('rds', 'db:{name}')),
  'AWS::Redshift::Cluster': byId(undefined, form('redshift', 'cluster:{name}')),
  'AWS::S3::Bucket': named('BucketName', form('s3', '{name}', ':')),
  'AWS::SNS::Topic': byArn({
    arn: 'TopicArn',
    name: 'TopicName',
    nameAttribute: 'TopicName',
    form: form('sns', '{name}'),
  }),
  'AWS::SQS::Queue': {
    ref: 'url',
    name: 'QueueName',
    nameAttribute: 'QueueName',
    arn: 'Arn',
    form: form('sqs', '{name}'),
  },
  'AWS::SSM::Document': onlyNamed('Name', form('ssm', 'document/{name}')),
  // For a name that starts with `/`, the ARN has no second slash, so it cannot be composed.
  'AWS::SSM::Parameter': named('Name'),
  'AWS::SageMaker::Endpoint': byArn({
    arn: 'EndpointArn',
    name: 'EndpointName',
    nameAttribute: 'EndpointName',
    form: form('sagemaker', 'endpoint/{name}'),
  }),
  'AWS::SageMaker::EndpointConfig': byArn({
    arn: 'EndpointConfigArn',
    name: 'EndpointConfigName',
    nameAttribute: 'EndpointConfigName',
    form: form('sagemaker', 'endpoint-config/{name}'),
  }),
  'AWS::SageMaker::Model': byArn({
    arn: 'ModelArn',
    name: 'ModelName',
    nameAttribute: 'ModelName',
    form: form('sagemaker', 'model/{name}'),
  }),
  'AWS::SageMaker::Pipeline': onlyNamed('PipelineName', form('sagemaker', 'pipeline/{name}')),
  'AWS::Scheduler::Schedule': named('Name'),
  'AWS::Scheduler::ScheduleGroup': named('Name', form('scheduler', 'schedule-group/{name}')),
  'AWS::Serverless::Api': REST_API,
  'AWS::Serverless::Function': FUNCTION,
  'AWS::Serverless::HttpApi': HTTP_API,
  'AWS::Serverless::LayerVersion': byArn({}),
  'AWS::Serverless::SimpleTable': TABLE,
  'AWS::Serverless::StateMachine': byArn({ ...STATE_MACHINE, name: 'Name' }),
  'AWS::StepFunctions::Activity': byArn({
    arn: 'Arn',
    name: 'Name',
    nameAttribute: 'Name',
    form: form('states', 'activity:{name}'),
  }),
  'AWS::StepFunctions::StateMachine': byArn({ ...STATE_MACHINE, name: 'StateMachineName' }),
};

/** For an unknown type, such as a custom resource, `Ref` is some ID. */
const OTHER: ResourceShape = { ref: 'id' };

/** The forms of ARNs and the properties that name resources are curated; the rest is CloudFormation's own. */
export function shapeOf(type: string): ResourceShape {
  return own(SHAPES, type) ?? registryType(type)?.shape ?? OTHER;
}

/** The curated types, for whoever checks the table. */
export const CURATED_TYPES: readonly string[] = Object.keys(SHAPES);
