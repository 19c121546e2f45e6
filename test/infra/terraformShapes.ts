import { isArray, isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import { own } from '../../src/own.ts';
import { idOf, listOf, type ModuleResource, parsed } from '../support/terraformModule.ts';

/** A resource of infra/terraform in the shape that CloudFormation has for it. */

/** The arguments of a resource; each must be taken, so that none is overlooked. */
class Arguments {
  readonly #address: string;
  readonly #left: Map<string, Json>;

  constructor({ address, arguments: all }: ModuleResource) {
    this.#address = address;
    this.#left = new Map(Object.entries(all));
  }

  take(name: string): Json {
    const value = this.#left.get(name);
    this.#left.delete(name);
    return value ?? null;
  }

  /** The one block of a type. */
  block(name: string): JsonObject {
    const [block = {}, ...others] = listOf(this.take(name) ?? {});
    if (others.length > 0) throw new Error(`${this.#address} has several blocks ${name}`);
    return isObject(block) ? block : {};
  }

  end(): void {
    const [name] = this.#left.keys();
    if (name !== undefined) throw new Error(`the tests do not compare ${name} of ${this.#address}: translate it`);
  }
}

type Shape = (taken: Arguments, all: readonly ModuleResource[], address: string) => JsonObject;

/** Resource type of Terraform → its twin's type, and its properties there. */
export const SHAPES: Readonly<Record<string, readonly [type: string, shape: Shape]>> = {
  aws_lambda_function: [
    'AWS::Serverless::Function',
    (taken, all, address) => ({
      FunctionName: taken.take('function_name'),
      Description: taken.take('description'),
      CodeUri: `dist/${/([^/]+)\.zip$/.exec(String(taken.take('filename')))?.[1]}`,
      Handler: taken.take('handler'),
      Runtime: taken.take('runtime'),
      Architectures: taken.take('architectures'),
      MemorySize: taken.take('memory_size'),
      Timeout: taken.take('timeout'),
      Role: taken.take('role'),
      Tracing: own(taken.block('tracing_config'), 'mode') ?? null,
      LoggingConfig: loggingOf(taken.block('logging_config'), all),
      Environment: { Variables: own(taken.block('environment'), 'variables') ?? null },
      Events: eventsOf(partsOf('aws_lambda_event_source_mapping', 'function_name', address, all)),
      ...skip(taken, 'source_code_hash'),
    }),
  ],
  aws_lambda_resource_policy: [
    'AWS::Lambda::ResourcePolicy',
    (taken) => ({ ResourceArn: taken.take('resource_arn'), PolicyDocument: parsed(taken.take('policy')) }),
  ],
  aws_cloudwatch_log_group: [
    'AWS::Logs::LogGroup',
    (taken) => ({ LogGroupName: taken.take('name'), RetentionInDays: taken.take('retention_in_days') }),
  ],
  aws_iam_role: [
    'AWS::IAM::Role',
    (taken, all, address) => ({
      ...skip(taken, 'name_prefix'),
      Description: taken.take('description'),
      AssumeRolePolicyDocument: parsed(taken.take('assume_role_policy')),
      PermissionsBoundary: taken.take('permissions_boundary'),
      Policies: all
        .filter((one) => one.address === address.replace('aws_iam_role', 'aws_iam_role_policy'))
        .map(({ arguments: { name = null, policy = null } }) => ({ PolicyName: name, PolicyDocument: parsed(policy) })),
    }),
  ],
  aws_sqs_queue: [
    'AWS::SQS::Queue',
    (taken) => {
      const redrive = taken.take('redrive_policy');
      return {
        QueueName: taken.take('name'),
        SqsManagedSseEnabled: taken.take('sqs_managed_sse_enabled'),
        VisibilityTimeout: taken.take('visibility_timeout_seconds'),
        MessageRetentionPeriod: taken.take('message_retention_seconds'),
        RedrivePolicy: redrive === null ? null : parsed(redrive),
      };
    },
  ],
  aws_sqs_queue_policy: [
    'AWS::SQS::QueuePolicy',
    (taken) => ({ Queues: [taken.take('queue_url')], PolicyDocument: parsed(taken.take('policy')) }),
  ],
  aws_cloudwatch_event_rule: [
    'AWS::Events::Rule',
    (taken, all, address) => {
      const pattern = taken.take('event_pattern');
      return {
        Name: taken.take('name'),
        Description: taken.take('description'),
        EventPattern: pattern === null ? null : parsed(pattern),
        ScheduleExpression: taken.take('schedule_expression'),
        Targets: partsOf('aws_cloudwatch_event_target', 'rule', address, all).map((target) => ({
          Id: target['target_id'] ?? null,
          Arn: target['arn'] ?? null,
          RoleArn: target['role_arn'] ?? null,
        })),
      };
    },
  ],
  aws_sfn_state_machine: [
    'AWS::Serverless::StateMachine',
    (taken) => ({
      Name: taken.take('name'),
      Role: taken.take('role_arn'),
      Definition: parsed(taken.take('definition')),
    }),
  ],
  aws_s3_bucket: [
    'AWS::S3::Bucket',
    (taken, all) => {
      const access = partOf('aws_s3_bucket_public_access_block', all);
      const lifecycle = partOf('aws_s3_bucket_lifecycle_configuration', all);
      return {
        // What it has it finds out again, so Terraform may delete it.
        ...skip(taken, 'bucket_prefix', 'force_destroy'),
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: access['block_public_acls'] ?? null,
          BlockPublicPolicy: access['block_public_policy'] ?? null,
          IgnorePublicAcls: access['ignore_public_acls'] ?? null,
          RestrictPublicBuckets: access['restrict_public_buckets'] ?? null,
        },
        LifecycleConfiguration: { Rules: listOf(lifecycle['rule'] ?? []).map(lifecycleRule) },
      };
    },
  ],
  aws_s3_bucket_policy: [
    'AWS::S3::BucketPolicy',
    (taken) => ({ Bucket: taken.take('bucket'), PolicyDocument: parsed(taken.take('policy')) }),
  ],
  aws_sns_topic: ['AWS::SNS::Topic', (taken) => ({ TopicName: taken.take('name') })],
  aws_sns_topic_subscription: [
    'AWS::SNS::Subscription',
    (taken) => ({
      TopicArn: taken.take('topic_arn'),
      Protocol: taken.take('protocol'),
      Endpoint: taken.take('endpoint'),
    }),
  ],
  aws_cloudwatch_metric_alarm: [
    'AWS::CloudWatch::Alarm',
    (taken, all) => ({
      AlarmName: taken.take('alarm_name'),
      AlarmDescription: taken.take('alarm_description'),
      Namespace: taken.take('namespace'),
      MetricName: taken.take('metric_name'),
      Dimensions: dimensionsOf(taken.block('dimensions'), all),
      Statistic: taken.take('statistic'),
      Period: taken.take('period'),
      EvaluationPeriods: taken.take('evaluation_periods'),
      Threshold: taken.take('threshold'),
      ComparisonOperator: taken.take('comparison_operator'),
      TreatMissingData: taken.take('treat_missing_data'),
      AlarmActions: taken.take('alarm_actions'),
    }),
  ],
  aws_cloudwatch_dashboard: [
    'AWS::CloudWatch::Dashboard',
    (taken) => ({
      DashboardName: taken.take('dashboard_name'),
      DashboardBody: parsed(taken.take('dashboard_body')),
    }),
  ],
};

/** Types that are properties of another resource in CloudFormation, and that the shapes above take. */
export const PARTS: Readonly<Record<string, string>> = {
  aws_iam_role_policy: 'Policies of the role',
  aws_cloudwatch_event_target: 'Targets of the rule',
  aws_lambda_event_source_mapping: 'Events of the function',
  aws_s3_bucket_public_access_block: 'PublicAccessBlockConfiguration of the bucket',
  aws_s3_bucket_lifecycle_configuration: 'LifecycleConfiguration of the bucket',
};

export function shapeOf(resource: ModuleResource, all: readonly ModuleResource[]): JsonObject {
  const [, shape] = SHAPES[resource.type] ?? [];
  if (!shape) throw new Error(`the tests know no ${resource.type}: give it a shape`);
  const taken = new Arguments(resource);
  const properties = shape(taken, all, resource.address);
  taken.end();
  return properties;
}

function skip(taken: Arguments, ...names: readonly string[]): JsonObject {
  for (const name of names) taken.take(name);
  return {};
}

function partOf(type: string, all: readonly ModuleResource[]): JsonObject {
  return all.find((one) => one.type === type)?.arguments ?? {};
}

/** The resources of a type that name this one by its own name. */
function partsOf(type: string, by: string, address: string, all: readonly ModuleResource[]): readonly JsonObject[] {
  const whole = all.find((one) => one.address === address)?.arguments ?? {};
  const name = whole['function_name'] ?? whole['name'];
  return all.filter((one) => one.type === type && one.arguments[by] === name).map((one) => one.arguments);
}

function eventsOf(mappings: readonly JsonObject[]): Json {
  const [mapping, ...others] = mappings;
  if (!mapping) return null;
  if (others.length > 0) throw new Error('the tests know one source of events for a function');
  const { event_source_arn: queue = null, batch_size: size = null, scaling_config: scaling = null } = mapping;
  const [block] = listOf(scaling);
  const most = isObject(block) ? (block['maximum_concurrency'] ?? null) : null;
  const properties = { Queue: queue, BatchSize: size, ScalingConfig: { MaximumConcurrency: most } };
  return { Changes: { Type: 'SQS', Properties: properties } };
}

/** Text is what Lambda writes without a setting. */
function loggingOf({ log_format: format, log_group: group = null }: JsonObject, all: readonly ModuleResource[]): Json {
  if (format !== 'Text') throw new Error(`the log format ${JSON.stringify(format)} is not CloudFormation's`);
  return { LogGroup: twinNamed('aws_cloudwatch_log_group', group, all) };
}

const NAMED: Readonly<Record<string, string>> = { FunctionName: 'aws_lambda_function', QueueName: 'aws_sqs_queue' };

function dimensionsOf(dimensions: JsonObject, all: readonly ModuleResource[]): Json {
  return Object.entries(dimensions).map(([name, value]) => {
    const type = NAMED[name];
    return { Name: name, Value: type === undefined ? value : twinNamed(type, value, all) };
  });
}

/** The name that a resource of this name has in template.yaml. */
export function twinNamed(type: string, name: Json, all: readonly ModuleResource[]): string {
  const found = all.find(
    (one) => one.type === type && (one.arguments['function_name'] ?? one.arguments['name']) === name,
  );
  if (!found) throw new Error(`there is no ${type} named ${JSON.stringify(name)}`);
  return `rolefit-${idOf(found.address)}`;
}

function lifecycleRule(rule: Json): Json {
  if (!isObject(rule)) return rule;
  const { id = null, status = null, filter = null, expiration = null } = rule;
  const [prefix, days] = [listOf(filter)[0], listOf(expiration)[0]];
  return {
    Id: id,
    Status: status,
    Prefix: isObject(prefix) ? (prefix['prefix'] ?? null) : null,
    ExpirationInDays: isObject(days) ? (days['days'] ?? null) : null,
  };
}

/**
 * Properties as they compare: what isn't there is not null, CloudFormation's parameters are texts, and the order of a policy's
 * statements, actions and resources, and of a bucket's rules, says nothing.
 */
export function plain(json: Json): Json {
  if (typeof json === 'number' || typeof json === 'boolean') return String(json);
  if (isArray(json)) return json.map(plain);
  if (!isObject(json)) return json;
  if ('Rules' in json) return { ...json, Rules: byText(listOf(json['Rules'] ?? []).map(plain)) };
  if ('Statement' in json) return { Statement: byText(listOf(json['Statement'] ?? []).map(statement)) };
  return Object.fromEntries(
    Object.entries(json)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, plain(value)]),
  );
}

function statement(json: Json): Json {
  if (!isObject(json)) return json;
  const { Action = [], Resource = [], Condition, Principal, ...others } = json;
  const tests = isObject(Condition) ? Object.entries(Condition) : [];
  return {
    ...others,
    ...(Principal === undefined ? {} : { Principal: isObject(Principal) ? valueLists(Principal) : Principal }),
    Action: byText(listOf(Action)),
    Resource: byText(listOf(Resource)),
    Condition: Object.fromEntries(tests.map(([test, keys]) => [test, valueLists(isObject(keys) ? keys : {})])),
  };
}

function valueLists(json: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(json).map(([key, values]) => [key, byText(listOf(values))]));
}

function byText(items: readonly Json[]): readonly Json[] {
  return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
