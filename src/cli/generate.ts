import { parseArgs } from 'node:util';
import { type Fit, type FitOptions, fit } from '../fit.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { Failure } from './failure.ts';
import { displayName, located, readDefinition } from './input.ts';
import { findingLine, toJson } from './output.ts';

export const GENERATE_HELP = `Prints the IAM policy that a state machine's execution role needs.

Usage: rolefit generate FILE [options]

  FILE   a state machine definition (Amazon States Language) in JSON or YAML; - reads standard input

The policy goes to standard output, findings (what a person should know about it) to standard error.

The state machine:
  --region CODE          its region, such as eu-west-1     (else resources carry \${AWS::Region})
  --account ID           its account, twelve digits        (else resources carry \${AWS::AccountId})
  --partition NAME       aws, aws-cn, aws-us-gov, …        (else the region's or the definition's own)
  --name NAME            its name, for workflows that refer to themselves: distributed maps, HTTP tasks, encryption
  --type TYPE            STANDARD or EXPRESS: checks that its tasks' integration patterns are offered
  --logging              it logs to CloudWatch Logs
  --tracing              X-Ray tracing is on
  --kms-key ARN          the customer managed key that encrypts it

What the definition leaves open:
  --substitute NAME=VALUE   the value of \${NAME} in the definition (DefinitionSubstitutions); repeat for more
  --bucket-key BUCKET=ARN   the KMS key of a bucket that a distributed map reads or writes; repeat for more

Output:
  --json                 policy, findings, and every call with its grants and their purposes, as one JSON document
  --split                a list of policy documents that each fit into one managed policy
  -h, --help             this text

Examples:
  rolefit generate workflow.asl.json
  rolefit generate workflow.asl.yaml --region eu-west-1 --account 111122223333 --name orders > policy.json
  rolefit generate workflow.asl.json --substitute OrdersTable=orders --logging --tracing
  rolefit generate workflow.asl.json --json | jq '.calls[] | {state, grants}'
  aws stepfunctions describe-state-machine --state-machine-arn "$ARN" --query definition --output text |
    rolefit generate - --region eu-west-1 --account 111122223333

Exit status: 0 the policy is complete; 1 a finding of severity error: the policy would be incomplete or unsafe;
2 wrong usage or unreadable input.
`;

const OPTIONS = {
  region: { type: 'string' },
  account: { type: 'string' },
  partition: { type: 'string' },
  name: { type: 'string' },
  type: { type: 'string' },
  logging: { type: 'boolean' },
  tracing: { type: 'boolean' },
  'kms-key': { type: 'string' },
  substitute: { type: 'string', multiple: true },
  'bucket-key': { type: 'string', multiple: true },
  json: { type: 'boolean' },
  split: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: 0 | 1;
}

/** Runs `rolefit generate` with its arguments. Throws Failure for wrong usage and unreadable input. */
export async function generate(args: readonly string[]): Promise<Output> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: true,
  });
  if (values.help) return { stdout: GENERATE_HELP, stderr: '', status: 0 };
  const [file, ...others] = positionals;
  if (file === undefined)
    throw new Failure('generate: name a definition file, or - for standard input; see rolefit generate --help');
  if (others.length > 0) throw new Failure(`generate: one definition at a time, not also ${others.join(' ')}`);
  const options = fitOptions(values);
  const result = await fitFile(file, options);
  const json = values.json ? toJson(result, values.split === true) : values.split ? result.policies : result.policy;
  return {
    stdout: `${JSON.stringify(json, null, 2)}\n`,
    stderr: result.findings.map((finding) => `${findingLine(displayName(file), finding)}\n`).join(''),
    status: result.findings.some(({ severity }) => severity === 'error') ? 1 : 0,
  };
}

async function fitFile(file: string, options: FitOptions): Promise<Fit> {
  const definition = readDefinition(file);
  try {
    return await fit(definition, options);
  } catch (error) {
    throw located(error, file);
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true; strict: true }>>['values'];

function fitOptions(values: Values): FitOptions {
  const { region, account, partition, name, type } = values;
  const kmsKeyArn = values['kms-key'];
  check('region', region, /^[a-z]{2,4}(-[a-z]+)+-\d+$/, 'a region such as eu-west-1');
  check('account', account, /^\d{12}$/, 'twelve digits');
  check('partition', partition, /^aws(-[a-z]+)*$/, 'a partition such as aws or aws-cn');
  // https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html
  check('name', name, /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/, "a state machine's name, not its ARN");
  check('type', type, /^(STANDARD|EXPRESS)$/, 'STANDARD or EXPRESS');
  check('kms-key', kmsKeyArn, KEY_ARN, "a KMS key's ARN (arn:aws:kms:…:key/…), not its ID or alias");
  const bucketKeys = pairs('bucket-key', values['bucket-key']);
  for (const key of Object.values(bucketKeys)) check('bucket-key', key, KEY_ARN, "BUCKET=ARN with a KMS key's ARN");
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
    substitutions: pairs('substitute', values.substitute),
  };
}

const KEY_ARN = /^arn:[^:]+:kms:[^:]+:[^:]+:key\/.+$/;

function check(option: string, value: string | undefined, form: RegExp, expected: string): void {
  if (value === undefined || form.test(value) || hasPlaceholder(value)) return;
  throw new Failure(`generate: --${option} ${JSON.stringify(value)} is not ${expected}`);
}

function pairs(option: string, values: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(
    values.map((pair) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
      if (name === undefined || value === undefined) {
        throw new Failure(`generate: --${option} ${JSON.stringify(pair)} does not have the form NAME=VALUE`);
      }
      return [name, value];
    }),
  );
}
