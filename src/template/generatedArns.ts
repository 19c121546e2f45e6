import type { Json, JsonObject } from '../asl/json.ts';
import { own } from '../own.ts';

/**
 * Types whose ARNs hold something that the service or CloudFormation makes. Policies name such a resource with a wildcard
 * there, so a reference to it is compared by the rest.
 *
 * A form has `{Property}` for what the template says, and for what is made:
 * - `*` or `??????` where a name has one ID at a time, so that the pattern is no more than the resource;
 * - `{#Revision}` where a name has many, of which a reference means one.
 */
interface GeneratedForm {
  readonly form: string;
  /** Properties that stand in the ARN by other words: the property's value → the word; an absent one is ''. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** True where an absent name is the resource's logical ID. */
  readonly isNamedById?: true;
}

function form(service: string, resource: string): GeneratedForm {
  return { form: `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}` };
}

const SCOPES = { Scope: { REGIONAL: 'regional', CLOUDFRONT: 'global' } };
const BALANCERS = { Type: { '': 'app', application: 'app', network: 'net', gateway: 'gwy' } };

/**
 * Source, where nothing else is named: the ARN formats of
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const FORMS: Readonly<Record<string, GeneratedForm>> = {
  'AWS::AmazonMQ::Broker': form('mq', 'broker:{BrokerName}:*'),
  'AWS::AppRunner::Service': form('apprunner', 'service/{ServiceName}/*'),
  'AWS::AppRunner::VpcIngressConnection': form('apprunner', 'vpcingressconnection/{VpcIngressConnectionName}/*'),
  'AWS::AutoScaling::AutoScalingGroup': form(
    'autoscaling',
    'autoScalingGroup:*:autoScalingGroupName/{AutoScalingGroupName}',
  ),
  'AWS::Batch::JobDefinition': form('batch', 'job-definition/{JobDefinitionName}:{#Revision}'),
  'AWS::CodeBuild::Fleet': form('codebuild', 'fleet/{Name}:*'),
  'AWS::ECS::DaemonTaskDefinition': form('ecs', 'daemon-task-definition/{Family}:{#Revision}'),
  'AWS::ECS::TaskDefinition': form('ecs', 'task-definition/{Family}:{#Revision}'),
  'AWS::EKS::Addon': form('eks', 'addon/{ClusterName}/{AddonName}/*'),
  'AWS::EKS::FargateProfile': form('eks', 'fargateprofile/{ClusterName}/{FargateProfileName}/*'),
  'AWS::EKS::Nodegroup': form('eks', 'nodegroup/{ClusterName}/{NodegroupName}/*'),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    ...form('elasticloadbalancing', 'loadbalancer/{Type}/{Name}/*'),
    words: BALANCERS,
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': form('elasticloadbalancing', 'targetgroup/{Name}/*'),
  'AWS::ElasticLoadBalancingV2::TrustStore': form('elasticloadbalancing', 'truststore/{Name}/*'),
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ApiDestination.html (the patterns of both ARNs; the
  // reference's formats leave the ID out)
  'AWS::Events::ApiDestination': form('events', 'api-destination/{Name}/*'),
  'AWS::Events::Connection': form('events', 'connection/{Name}/*'),
  'AWS::IoT::DomainConfiguration': form('iot', 'domainconfiguration/{DomainConfigurationName}/*'),
  'AWS::KafkaConnect::Connector': form('kafkaconnect', 'connector/{ConnectorName}/*'),
  'AWS::KafkaConnect::CustomPlugin': form('kafkaconnect', 'custom-plugin/{Name}/*'),
  'AWS::KafkaConnect::WorkerConfiguration': form('kafkaconnect', 'worker-configuration/{Name}/*'),
  'AWS::KinesisVideo::SignalingChannel': form('kinesisvideo', 'channel/{Name}/*'),
  'AWS::KinesisVideo::Stream': form('kinesisvideo', 'stream/{Name}/*'),
  'AWS::Lambda::LayerVersion': form('lambda', 'layer:{LayerName}:{#Version}'),
  'AWS::LookoutEquipment::InferenceScheduler': form(
    'lookoutequipment',
    'inference-scheduler/{InferenceSchedulerName}/*',
  ),
  'AWS::MSK::Cluster': form('kafka', 'cluster/{ClusterName}/*'),
  'AWS::MSK::Configuration': form('kafka', 'configuration/{Name}/*'),
  'AWS::MSK::Replicator': form('kafka', 'replicator/{ReplicatorName}/*'),
  'AWS::MSK::ServerlessCluster': form('kafka', 'cluster/{ClusterName}/*'),
  'AWS::Rekognition::Project': form('rekognition', 'project/{ProjectName}/*'),
  'AWS::ResourceExplorer2::View': form('resource-explorer-2', 'view/{ViewName}/*'),
  'AWS::SES::Tenant': form('ses', 'tenant/{TenantName}/*'),
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html (the name and six characters)
  'AWS::SecretsManager::Secret': form('secretsmanager', 'secret:{Name}-??????'),
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-layerversion.html
  'AWS::Serverless::LayerVersion': { ...form('lambda', 'layer:{LayerName}:{#Version}'), isNamedById: true },
  'AWS::StepFunctions::StateMachineVersion': { form: '{StateMachineArn}:{#Version}' },
  'AWS::WAFv2::IPSet': { ...form('wafv2', '{Scope}/ipset/{Name}/*'), words: SCOPES },
  'AWS::WAFv2::RegexPatternSet': { ...form('wafv2', '{Scope}/regexpatternset/{Name}/*'), words: SCOPES },
  'AWS::WAFv2::RuleGroup': { ...form('wafv2', '{Scope}/rulegroup/{Name}/*'), words: SCOPES },
  'AWS::WAFv2::WebACL': { ...form('wafv2', '{Scope}/webacl/{Name}/*'), words: SCOPES },
  'AWS::XRay::Group': form('xray', 'group/{GroupName}/*'),
};

/** The types of the table, for whoever checks it. */
export const GENERATED_TYPES: readonly string[] = Object.keys(FORMS);

interface Named {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
  /** True where `${id}` is the ARN itself. */
  readonly isArn: boolean;
  /** The placeholder of an attribute; of what `Ref` returns, where it is empty. */
  readonly placeholder: (attribute: string) => string;
}

type TextOf = (value: Json | undefined) => string | undefined;

/** What is to be filled in; a pseudo parameter such as `${AWS::Region}` is not. */
const SLOTS = /(?<!\$)\{(#?)(\w+)\}/g;

/**
 * The ARN as it is compared, with a placeholder for a name that the template does not tell; undefined for other types, and
 * where the form depends on a property that only the deployment knows.
 */
export function generatedArn(resource: Named, textOf: TextOf): string | undefined {
  const known = own(FORMS, resource.type);
  if (known === undefined) return undefined;
  let isKnown = true;
  const arn = known.form.replaceAll(SLOTS, (_, made: string, name: string) => {
    const text = made === '#' ? resource.placeholder(name) : slotText(name, known, resource, textOf);
    isKnown &&= text !== undefined;
    return text ?? '';
  });
  return isKnown ? arn : undefined;
}

function slotText(name: string, { form, words, isNamedById }: GeneratedForm, resource: Named, textOf: TextOf) {
  const { id, properties, isArn, placeholder } = resource;
  const value = own(properties, name);
  const text = value === undefined ? '' : textOf(value);
  const inOtherWords = own(words, name);
  if (inOtherWords !== undefined) return text === undefined ? undefined : own(inOtherWords, text);
  // A layer may be named by its ARN.
  if (text?.startsWith('arn:') && !name.endsWith('Arn')) return undefined;
  if (text !== undefined && text !== '') return text;
  if (value === undefined && isNamedById) return id;
  const isLast = [...form.matchAll(SLOTS)].findLast(([, made]) => made === '')?.[2] === name;
  return placeholder(isLast && !isArn ? '' : name);
}
