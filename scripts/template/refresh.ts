/**
 * Writes src/template/data from what AWS publishes:
 *
 *   node scripts/template/refresh.ts policy_templates.json profiles.json managed_policies.json
 *
 * Without files it only says how old the documents of the managed policies are.
 *
 * The first two are aws-sam-translator's (Apache-2.0): samtranslator/policy_templates_data/policy_templates.json and
 * samtranslator/model/connector_profiles/profiles.json. The third maps a managed policy's name to its
 * `{Arn?, Path, DefaultVersionId, UpdateDate, Document}`, as aws iam get-account-authorization-details prints them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import { parseJson } from '../../src/asl/jsonText.ts';
import { own } from '../../src/own.ts';
import { MANAGED_POLICIES, MANAGED_POLICIES_AS_OF } from '../../src/template/data/managedPolicies.ts';
import { ageLines } from './age.ts';

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
  'AmazonForecastFullAccess',
  'AmazonKinesisFirehoseFullAccess',
  'AmazonKinesisFullAccess',
  'AmazonPollyFullAccess',
  'AmazonPollyReadOnlyAccess',
  'AmazonRedshiftDataFullAccess',
  'AmazonRedshiftFullAccess',
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

const files = process.argv.slice(2);
if (files.length === 3) refresh(files.map((file) => readFileSync(file, 'utf8')));
else if (files.length === 0) say(ageLines(MANAGED_POLICIES, MANAGED_POLICIES_AS_OF, new Date()));
else {
  console.error('Give three files: policy_templates.json profiles.json managed_policies.json');
  process.exitCode = 2;
}

function refresh([templates = '', profiles = '', managed = '']: readonly string[]): void {
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
  const entries = MANAGED.map((name) => {
    const policy = at(policies, name);
    return [
      name,
      {
        path: own(policy, 'Path') ?? '/',
        version: own(policy, 'DefaultVersionId') ?? '',
        edited: edited(policy),
        statements: own(at(policy, 'Document'), 'Statement') ?? [],
      },
    ] as const;
  });
  const asOf = isObject(policies) ? Object.values(policies).map(edited).toSorted().at(-1) : undefined;
  write(
    'managedPolicies',
    'MANAGED_POLICIES',
    'AWS managed policies, as moto 5.2.5 (Apache-2.0) has them. Each is documented at https://docs.aws.amazon.com/aws-managed-policy/latest/reference/<name>.html',
    entries,
    'AwsManagedPolicy',
    `/** The newest edit of any policy in that source. */\nexport const MANAGED_POLICIES_AS_OF = '${asOf ?? ''}';\n\n`,
  );
  say(
    ageLines(
      Object.fromEntries(entries.map(([name, { version, ...rest }]) => [name, { ...rest, version: String(version) }])),
      asOf ?? '',
      new Date(),
    ),
  );
}

/** The day of a policy's last edit. */
function edited(policy: Json): string {
  const date = isObject(policy) ? own(policy, 'UpdateDate') : undefined;
  if (typeof date !== 'string') throw new Error('a managed policy has no UpdateDate');
  return date.slice(0, 10);
}

function say(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

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
  before = '',
): void {
  const lines = entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const head = `import type { ${type} } from './types.ts';\n\n${before}/** ${comment} */\n`;
  const body = `export const ${name}: Readonly<Record<string, ${type}>> = {\n${lines.join('')}};\n`;
  writeFileSync(new URL(`../../src/template/data/${file}.ts`, import.meta.url), head + body);
}
