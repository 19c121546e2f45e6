import type { JsonObject } from '../../asl/json.ts';
import { NO_KEY, type ResourceFacts } from '../../facts/fact.ts';
import { parseArn } from '../../iam/arn.ts';
import { own } from '../../own.ts';
import { attributeText, isFalse, isTrue, writtenText } from './context.ts';
import { kmsKeyArnIn, kmsKeyIn } from './key.ts';
import { cfnPage, type FactResource, type FactRow, keyFact, part, regional } from './row.ts';

const MACHINE = { arn: regional('states', 'stateMachine:{name}'), attributes: ['Arn'] };

/** State machines, activities, connections, workgroups, aliases of keys, inference profiles. */
export const SERVICE_FACTS: Readonly<Record<string, FactRow>> = {
  'AWS::StepFunctions::Activity': {
    page: cfnPage('aws-properties-stepfunctions-activity-encryptionconfiguration'),
    arn: regional('states', 'activity:{name}'),
    name: 'Name',
    attributes: ['Arn'],
    reads: ['EncryptionConfiguration'],
    facts: (properties, resource) => keyFact(statesKey(properties, resource)),
  },
  'AWS::StepFunctions::StateMachine': {
    page: cfnPage('aws-resource-stepfunctions-statemachine'),
    ...MACHINE,
    name: 'StateMachineName',
    reads: ['StateMachineType', 'EncryptionConfiguration'],
    facts: machineFacts('StateMachineType'),
  },
  'AWS::Serverless::StateMachine': {
    page: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html',
    ...MACHINE,
    name: 'Name',
    reads: ['Type', 'EncryptionConfiguration'],
    facts: machineFacts('Type'),
  },
  // ArnForPolicy lacks the UUID that the ARN ends in.
  'AWS::Events::Connection': {
    page: cfnPage('aws-resource-events-connection'),
    arn: regional('events', 'connection/{name}'),
    name: 'Name',
    attributes: ['Arn', 'ArnForPolicy'],
    reads: ['KmsKeyIdentifier'],
    facts: (properties, { id, context }) => {
      const secret = attributeText(id, 'SecretArn', context);
      const key = kmsKeyIn(own(properties, 'KmsKeyIdentifier'), context);
      return { ...keyFact(key), ...(secret === undefined ? {} : { secret }) };
    },
  },
  'AWS::Athena::WorkGroup': {
    page: cfnPage('aws-properties-athena-workgroup-workgroupconfiguration'),
    arn: regional('athena', 'workgroup/{name}'),
    name: 'Name',
    reads: ['WorkGroupConfiguration'],
    facts: workGroupFacts,
  },
  'AWS::KMS::Alias': {
    page: cfnPage('aws-resource-kms-alias'),
    arn: regional('kms', '{name}'),
    name: 'AliasName',
    reads: ['TargetKeyId'],
    facts: (properties, { context }) => {
      const key = kmsKeyIn(own(properties, 'TargetKeyId'), context);
      return key === NO_KEY ? {} : keyFact(key);
    },
  },
  'AWS::Bedrock::ApplicationInferenceProfile': {
    page: cfnPage('aws-resource-bedrock-applicationinferenceprofile'),
    arn: regional('bedrock', 'application-inference-profile/{name}'),
    attributes: ['InferenceProfileArn'],
    reads: ['ModelSource'],
    facts: (properties) => {
      const source = part(properties, 'ModelSource.CopyFrom');
      // A system-defined profile has models in several Regions, which no template names.
      const isModel = typeof source === 'string' && parseArn(source)?.resource.startsWith('foundation-model/');
      return isModel ? { models: [source] } : {};
    },
  },
};

function statesKey(properties: JsonObject, { context }: FactResource): string | undefined {
  if (part(properties, 'EncryptionConfiguration.Type') === 'AWS_OWNED_KEY') return NO_KEY;
  return kmsKeyIn(part(properties, 'EncryptionConfiguration.KmsKeyId'), context);
}

function machineFacts(typeName: string): FactRow['facts'] {
  return (properties, resource) => {
    const type = own(properties, typeName) ?? 'STANDARD';
    return {
      ...keyFact(statesKey(properties, resource)),
      ...(type === 'STANDARD' || type === 'EXPRESS' ? { type } : {}),
    };
  };
}

/** Results go to S3, or to storage that Athena owns. The query itself may choose, unless the workgroup overrides it. */
function workGroupFacts(properties: JsonObject, { context }: FactResource): ResourceFacts {
  const configuration = own(properties, 'WorkGroupConfiguration');
  const output = part(configuration, 'ResultConfiguration.OutputLocation') ?? 'none';
  const enforced = part(configuration, 'EnforceWorkGroupConfiguration') ?? true;
  const isManaged = isTrue(part(configuration, 'ManagedQueryResultsConfiguration.Enabled'));
  const key = isManaged
    ? kmsKeyIn(part(configuration, 'ManagedQueryResultsConfiguration.EncryptionConfiguration.KmsKey'), context)
    : kmsKeyArnIn(part(configuration, 'ResultConfiguration.EncryptionConfiguration.KmsKey'), context);
  return {
    ...keyFact(key),
    ...(typeof output === 'string' ? { output: writtenText(output, context) } : {}),
    ...(isTrue(enforced) ? { enforced: true } : isFalse(enforced) ? { enforced: false } : {}),
  };
}
