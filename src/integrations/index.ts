import { type ArgumentNames, namesOfArguments } from '../grants/argumentNames.ts';
import type { Api, Integration, Table } from '../grants/integration.ts';
import type { Tables } from '../grants/tables.ts';
import { own } from '../own.ts';
import { apigateway } from './apigateway.ts';
import { athena } from './athena.ts';
import { batch } from './batch.ts';
import { bedrock } from './bedrock.ts';
import { bedrockagentcore } from './bedrockagentcore.ts';
import { codebuild } from './codebuild.ts';
import argumentNames from './data/arguments.json' with { type: 'json' };
import { databrew } from './databrew.ts';
import { distributedMap } from './distributedMap.ts';
import { dynamodb } from './dynamodb.ts';
import { ecs } from './ecs.ts';
import { eks } from './eks.ts';
import { emr } from './emr.ts';
import { emrContainers } from './emrContainers.ts';
import { emrServerless } from './emrServerless.ts';
import { KEY_USES } from './encryption.ts';
import { eventbridge } from './eventbridge.ts';
import { glue } from './glue.ts';
import { http } from './http.ts';
import { lambda } from './lambda.ts';
import { mapStorage } from './mapStorage.ts';
import { mediaconvert } from './mediaconvert.ts';
import { inItsPlace } from './places.ts';
import { sagemaker } from './sagemaker.ts';
import { kms, logs, xray } from './settings.ts';
import { sns } from './sns.ts';
import { sqs } from './sqs.ts';
import { stepfunctions } from './stepfunctions.ts';

/** Every integration that a task's Resource can name: one line per service. */
export const OPTIMIZED: readonly Integration[] = [
  apigateway,
  athena,
  batch,
  bedrock,
  bedrockagentcore,
  codebuild,
  databrew,
  dynamodb,
  ecs,
  eks,
  emr,
  emrContainers,
  emrServerless,
  eventbridge,
  glue,
  http,
  lambda,
  mediaconvert,
  sagemaker,
  sns,
  sqs,
  stepfunctions,
];

const MAPS: readonly Integration[] = [distributedMap, mapStorage];
const SETTINGS: readonly Integration[] = [kms, logs, xray];

/** The tables of all calls except AWS SDK integrations, and of encrypted resources. */
export const INTEGRATIONS: Omit<Tables, 'sdk'> = {
  optimized: byService(withArguments(OPTIMIZED)),
  map: byService(MAPS),
  setting: byService(SETTINGS),
  encryption: KEY_USES,
};

function byService(integrations: readonly Integration[]): ReadonlyMap<string, Table> {
  return new Map(
    integrations.map(({ service, page, apis }) => [
      service,
      {
        service,
        page,
        names: () => Object.keys(apis),
        api: (name) => own(apis, name),
      },
    ]),
  );
}

/** The integrations that tasks name, with what each API takes and where its resources must be. */
function withArguments(integrations: readonly Integration[]): readonly Integration[] {
  return integrations.map((integration) => {
    const { service, apis } = integration;
    const names: ArgumentNames = own<ArgumentNames>(argumentNames, service) ?? {};
    const named = Object.entries(apis).map(([name, api]): readonly [string, Api] => {
      const known = namesOfArguments(own(names, name));
      return [name, inItsPlace('optimized', service, known === undefined ? api : { ...api, argumentNames: known })];
    });
    return { ...integration, apis: Object.fromEntries(named) };
  });
}
