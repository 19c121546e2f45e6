/**
 * Writes src/template/data from what AWS publishes:
 *
 *   node scripts/template/refresh.ts policy_templates.json profiles.json managed_policies.json
 *
 * The first two are aws-sam-translator's (Apache-2.0): samtranslator/policy_templates_data/policy_templates.json and
 * samtranslator/model/connector_profiles/profiles.json. The third maps a managed policy's name to its
 * `{Arn?, Path, DefaultVersionId, Document}`, as aws iam get-account-authorization-details prints them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import { parseJson } from '../../src/asl/jsonText.ts';
import { own } from '../../src/own.ts';

/** The managed policies that are found on state machines' roles. */
const MANAGED = [
  'AWSBatchFullAccess',
  'AWSGlueConsoleFullAccess',
  'AWSGlueServiceRole',
  'AWSLambdaBasicExecutionRole',
  'AWSLambdaExecute',
  'AWSLambdaRole',
  'AWSLambdaVPCAccessExecutionRole',
  'AWSLambda_FullAccess',
  'AWSStepFunctionsFullAccess',
  'AWSStepFunctionsReadOnlyAccess',
  'AWSXRayDaemonWriteAccess',
  'AWSXrayFullAccess',
  'AWSXrayWriteOnlyAccess',
  'AdministratorAccess',
  'AmazonAPIGatewayInvokeFullAccess',
  'AmazonAthenaFullAccess',
  'AmazonBedrockFullAccess',
  'AmazonDynamoDBFullAccess',
  'AmazonDynamoDBFullAccess_v2',
  'AmazonDynamoDBReadOnlyAccess',
  'AmazonECS_FullAccess',
  'AmazonEventBridgeFullAccess',
  'AmazonEventBridgeSchedulerFullAccess',
  'AmazonKinesisFirehoseFullAccess',
  'AmazonKinesisFullAccess',
  'AmazonPollyFullAccess',
  'AmazonPollyReadOnlyAccess',
  'AmazonRekognitionFullAccess',
  'AmazonRekognitionReadOnlyAccess',
  'AmazonS3FullAccess',
  'AmazonS3ReadOnlyAccess',
  'AmazonSESFullAccess',
  'AmazonSNSFullAccess',
  'AmazonSNSReadOnlyAccess',
  'AmazonSQSFullAccess',
  'AmazonSQSReadOnlyAccess',
  'AmazonSSMFullAccess',
  'AmazonSSMReadOnlyAccess',
  'AmazonSageMakerFullAccess',
  'AmazonTextractFullAccess',
  'AmazonTranscribeFullAccess',
  'CloudWatchEventsFullAccess',
  'CloudWatchFullAccess',
  'CloudWatchLogsFullAccess',
  'CloudWatchLogsReadOnlyAccess',
  'ComprehendFullAccess',
  'ComprehendReadOnly',
  'PowerUserAccess',
  'SecretsManagerReadWrite',
  'TranslateFullAccess',
  'TranslateReadOnly',
] as const;

const [templates = '', profiles = '', managed = ''] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
write(
  'samPolicies',
  'SAM_POLICIES',
  "SAM's policy templates. From aws-sam-translator (Apache-2.0), see scripts/template/refresh.ts.",
  Object.entries(at(parseJson(templates), 'Templates')).map(([name, template]) => [
    name,
    {
      parameters: Object.keys(at(template, 'Parameters')),
      statements: own(at(template, 'Definition'), 'Statement') ?? [],
    },
  ]),
  'SamPolicy',
);
write(
  'connectors',
  'CONNECTORS',
  "What SAM's connectors give a state machine's role, by the destination's type. From aws-sam-translator (Apache-2.0).",
  Object.entries(at(at(parseJson(profiles), 'Permissions'), 'AWS::StepFunctions::StateMachine')).map(
    ([type, profile]) => [type, at(at(profile, 'Properties'), 'AccessCategories')],
  ),
  'ConnectorProfile',
);
const policies = parseJson(managed);
write(
  'managedPolicies',
  'MANAGED_POLICIES',
  'AWS managed policies, as moto 5.2.5 (Apache-2.0) has them. Each is documented at https://docs.aws.amazon.com/aws-managed-policy/latest/reference/<name>.html',
  MANAGED.map((name) => {
    const policy = at(policies, name);
    return [
      name,
      {
        path: own(policy, 'Path') ?? '/',
        version: own(policy, 'DefaultVersionId') ?? '',
        statements: own(at(policy, 'Document'), 'Statement') ?? [],
      },
    ];
  }),
  'AwsManagedPolicy',
);

function at(json: Json, key: string): JsonObject {
  const value = isObject(json) ? own(json, key) : undefined;
  if (!isObject(value)) throw new Error(`no object under ${key}`);
  return value;
}

function write(
  file: string,
  name: string,
  comment: string,
  entries: readonly (readonly [string, Json])[],
  type: string,
): void {
  const lines = entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const head = `import type { ${type} } from './types.ts';\n\n/** ${comment} */\n`;
  const body = `export const ${name}: Readonly<Record<string, ${type}>> = {\n${lines.join('')}};\n`;
  writeFileSync(new URL(`../../src/template/data/${file}.ts`, import.meta.url), head + body);
}
