import type { parseArgs } from 'node:util';
import type { FitOptions } from '../../analysis/fit.ts';
import { isArray, isObject, type Json } from '../../asl/json.ts';
import { hasPlaceholder } from '../../iam/text.ts';
import { Failure } from '../failure.ts';
import type { MACHINE_OPTIONS } from '../options.ts';
import { extraActionsOn } from './extraActions.ts';
import { factsOn } from './facts.ts';
import { displayName, readJson } from './read.ts';
import type { TemplateOptions } from './stateMachines.ts';

/** What every command that fits a definition has in common. */

/** What the command line says about templates. */
export function templateOptions(
  command: string,
  values: {
    readonly 'state-machine'?: string | undefined;
    readonly parameter?: readonly string[] | undefined;
    readonly var?: readonly string[] | undefined;
    readonly 'var-file'?: readonly string[] | undefined;
    readonly plan?: string | undefined;
  },
): TemplateOptions {
  return {
    parameters: pairs(command, 'parameter', values.parameter),
    only: values['state-machine'],
    terraform: {
      variables: pairs(command, 'var', values.var),
      variableFiles: values['var-file'] ?? [],
      plan: values.plan,
    },
  };
}

type Values = ReturnType<
  typeof parseArgs<{ options: typeof MACHINE_OPTIONS; allowPositionals: true; strict: true }>
>['values'];

/** The one definition that a command is about. */
export function fileOf(command: string, positionals: readonly string[]): string {
  const [file, ...others] = positionals;
  if (file === undefined)
    throw new Failure(`${command}: name a definition file, or - for standard input; see rolefit ${command} --help`);
  if (others.length > 0) throw new Failure(`${command}: one definition at a time, not also ${others.join(' ')}`);
  return file;
}

export function fitOptions(command: string, values: Values): FitOptions {
  const { region, account, partition, name, type } = values;
  const check = checkOf(command);
  const kmsKeyArn = values['kms-key'];
  check('region', region, /^[a-z]{2,4}(-[a-z]+)+-\d+$/, 'a region such as eu-west-1');
  check('account', account, /^\d{12}$/, 'twelve digits');
  check('partition', partition, /^aws(-[a-z]+)*$/, 'a partition such as aws or aws-cn');
  // https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html
  check('name', name, /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/, "a state machine's name, not its ARN");
  check('type', type, /^(STANDARD|EXPRESS)$/, 'STANDARD or EXPRESS');
  check('kms-key', kmsKeyArn, KEY_ARN, "a KMS key's ARN (arn:aws:kms:…:key/…), not its ID or alias");
  const bucketKeys = pairs(command, 'bucket-key', values['bucket-key']);
  for (const [bucket, key] of Object.entries(bucketKeys)) {
    if (!KEY_ARN.test(key) && !hasPlaceholder(key))
      throw new Failure(
        `${command}: --bucket-key ${JSON.stringify(`${bucket}=${key}`)} is not BUCKET=ARN with a KMS key's ARN; for an alias, use --resource-key arn:aws:s3:::${bucket}=KEY`,
      );
  }
  const facts = factsOn(command, values, bucketKeys);
  return {
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    ...(partition === undefined ? {} : { partition }),
    ...(name === undefined ? {} : { name }),
    ...(type === 'STANDARD' || type === 'EXPRESS' ? { type } : {}),
    ...(values.logging ? { logging: true } : {}),
    ...(values.tracing ? { tracing: true } : {}),
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
    bucketKeys,
    ...(facts.length === 0 ? {} : { facts }),
    ...(values['extra-actions'] === undefined
      ? {}
      : { extraActions: extraActionsOn(command, values['extra-actions']) }),
    ...(values.guess ? { guess: true } : {}),
    ...(values.input === undefined ? {} : { input: inputIn(command, values.input) }),
    substitutions: pairs(command, 'substitute', values.substitute),
  };
}

/** An execution's input, as an example or a schema. */
function inputIn(command: string, file: string): Json {
  const input = readJson(file, 'an example of the input, or a JSON Schema');
  if (isObject(input)) return input;
  const what = isArray(input) ? 'is a list' : `is ${input === null ? 'null' : `a ${typeof input}`}`;
  throw new Failure(
    `${command}: --input ${displayName(file)} ${what} and no object; write an example of the input such as {"order": 1}, or a JSON Schema (an input that is no object: {"const": …})`,
  );
}

const KEY_ARN = /^arn:[^:]+:kms:[^:]+:[^:]+:key\/.+$/;

type Check = (option: string, value: string | undefined, form: RegExp, expected: string) => void;

function checkOf(command: string): Check {
  return (option, value, form, expected) => {
    if (value === undefined || form.test(value) || hasPlaceholder(value)) return;
    throw new Failure(`${command}: --${option} ${JSON.stringify(value)} is not ${expected}`);
  };
}

function pairs(command: string, option: string, values: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(
    values.map((pair) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
      if (name === undefined || value === undefined) {
        throw new Failure(`${command}: --${option} ${JSON.stringify(pair)} does not have the form NAME=VALUE`);
      }
      return [name, value];
    }),
  );
}
