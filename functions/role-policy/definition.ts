import type { SFNClient } from '@aws-sdk/client-sfn';
import type { FitOptions } from '../../src/analysis/fit.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { isArray, isObject, type Json } from '../../src/asl/json.ts';
import { looksLikeJson, parseJsonDefinition } from '../../src/asl/jsonDefinition.ts';
import { S3_CLIENT } from '../../src/aws/clients.ts';
import { attempt } from '../../src/aws/request.ts';
import { readMachine } from '../../src/aws/stateMachines.ts';
import type { Properties } from './event.ts';

/** A definition, and the settings of the state machine that its source has. */
export interface DefinitionSource {
  readonly definition: JsonObject;
  readonly settings: FitOptions;
}

/** Reads the definition from the one property that has it. */
export async function readSource(
  properties: Properties,
  sfn: SFNClient,
  abortSignal: AbortSignal,
): Promise<DefinitionSource> {
  const { Definition, DefinitionString, DefinitionS3Location, StateMachineArn } = properties;
  if (Definition !== undefined) return { definition: untyped(Definition), settings: {} };
  if (DefinitionString !== undefined) return { definition: await parsed(DefinitionString), settings: {} };
  if (DefinitionS3Location !== undefined) {
    return { definition: await parsed(await readObject(DefinitionS3Location, abortSignal)), settings: {} };
  }
  return readStateMachine(StateMachineArn ?? '', sfn, abortSignal);
}

async function parsed(text: string): Promise<JsonObject> {
  if (looksLikeJson(text)) return parseJsonDefinition(text);
  // YAML's parser is loaded only for YAML: a cold start need not wait for it.
  const { parseText } = await import('../../src/asl/parse.ts');
  return parseText(text, 'yaml');
}

/** CloudFormation turns the booleans in a Definition object into strings; no name is 'true' or 'false'. */
function untyped(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, untypedValue(value)]));
}

function untypedValue(value: Json): Json {
  if (value === 'true' || value === 'false') return value === 'true';
  if (isArray(value)) return value.map(untypedValue);
  return isObject(value) ? untyped(value) : value;
}

async function readObject(
  { Bucket, Key, Version }: NonNullable<Properties['DefinitionS3Location']>,
  abortSignal: AbortSignal,
): Promise<string> {
  // Loaded only when needed: most definitions are in the template.
  const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const s3 = new S3Client(S3_CLIENT);
  const command = new GetObjectCommand({ Bucket, Key, ...(Version === undefined ? {} : { VersionId: Version }) });
  const place = `s3://${Bucket}/${Key}`;
  return attempt('s3:GetObject', place, async () => {
    const { Body } = await s3.send(command, { abortSignal });
    return (await Body?.transformToString()) ?? '';
  });
}

async function readStateMachine(arn: string, sfn: SFNClient, signal: AbortSignal): Promise<DefinitionSource> {
  const { definition, settings, name } = await readMachine(sfn, arn, signal);
  return {
    definition: parseJsonDefinition(definition),
    settings: { ...settings, ...(name === undefined ? {} : { name }) },
  };
}
