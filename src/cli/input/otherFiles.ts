import { basename } from 'node:path';

/** Files that people name in place of a definition or a template, and what to do to get one. */

/** `name`: the file's; `keys`: what an object of that kind has at its top. */
type Kind = { readonly advice: string } & ({ readonly name: RegExp } | { readonly keys: readonly string[] });

/**
 * Sources: https://www.serverless.com/framework/docs/providers/aws/cli-reference/package,
 * https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-synth.html,
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html,
 * https://developer.hashicorp.com/terraform/internals/json-format,
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html and
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html
 */
const SERVERLESS =
  'is a file of the Serverless Framework: run `serverless package` and name .serverless/cloudformation-template-update-stack.json';
const SYNTHESIZE = 'run `cdk synth` and name the folder cdk.out';
const TERRAFORM = "is one of Terraform's files: name the folder that it is in";
const TERRAFORM_PLAN = 'is a plan: name what `terraform show -json PLAN` prints of it';
const TERRAFORM_VALUES = 'has values of variables: name the folder of the .tf files, and this file with --var-file';

const KINDS: readonly Kind[] = [
  { name: /^serverless(?:-compose)?\.(?:ya?ml|json|[cm]?[jt]s)$/i, advice: SERVERLESS },
  { keys: ['service', 'provider'], advice: SERVERLESS },
  { keys: ['stepFunctions'], advice: SERVERLESS },
  // What a serverless.yml takes in by ${file(…)} for its stepFunctions.
  { keys: ['stateMachines'], advice: SERVERLESS },
  {
    name: /^Pulumi(?:\.[\w-]+)?\.ya?ml$/,
    advice:
      "is a Pulumi project's, and Pulumi makes no template: name the file of the definition, or the ARN of the deployed state machine",
  },
  {
    name: /^(?:amplify-meta|backend-config|team-provider-info|cli-inputs)\.json$/i,
    advice: "is Amplify's: run `amplify build` and name the project's folder",
  },
  {
    name: /^manifest\.ya?ml$/i,
    advice:
      'is a manifest of AWS Copilot: run `copilot job package --name JOB --env ENVIRONMENT --output-dir infrastructure` and name infrastructure/JOB-ENVIRONMENT.stack.yml',
  },
  { name: /\.(?:tf|tofu)(?:\.json)?$/i, advice: TERRAFORM },
  { name: /\.tfvars(?:\.json)?$/i, advice: TERRAFORM_VALUES },
  { name: /\.tfplan$/i, advice: TERRAFORM_PLAN },
  { name: /^cdk\.json$/i, advice: `is a CDK app's settings: ${SYNTHESIZE}` },
  {
    keys: ['version', 'artifacts'],
    advice: "is the manifest of a synthesized CDK app: name the app's folder (cdk.out)",
  },
  { keys: ['version', 'files', 'dockerImages'], advice: 'lists what a CDK app uploads: name the folder cdk.out' },
  { name: /\.(?:[cm]?[jt]sx?|py|java|cs|go)$/i, advice: `is source code; where it is a CDK app, ${SYNTHESIZE}` },
  {
    name: /^samconfig\.(?:toml|ya?ml)$/i,
    advice: "holds settings of SAM's command line: name the template, such as template.yaml",
  },
  {
    name: /^package(?:-lock)?\.json$/i,
    advice: "describes an npm package: name a definition, a template, or a CDK app's cdk.out",
  },
  {
    keys: ['stateMachineArn', 'definition'],
    advice: 'is what DescribeStateMachine answers: ask with `--query definition --output text`, or name the ARN',
  },
  { keys: ['TemplateBody'], advice: 'is what GetTemplate answers: ask with `--query TemplateBody`' },
  {
    keys: ['Statement'],
    advice: "is an IAM policy: name the state machine's definition, or a template",
  },
];

/** What a file is that is no definition and no template, and what to name instead; undefined for any other. */
export function otherFile(path: string, text: string): string | undefined {
  if (isOurs(text)) return undefined;
  const name = basename(path);
  const isOne = (kind: Kind) => ('name' in kind ? kind.name.test(name) : kind.keys.every((key) => hasKey(text, key)));
  return KINDS.find(isOne)?.advice;
}

/** True for what has the form of a template, whether or not it can be read. */
export function isLikeTemplate(text: string): boolean {
  return hasKey(text, 'Resources');
}

function isOurs(text: string): boolean {
  return isLikeTemplate(text) || (hasKey(text, 'States') && hasKey(text, 'StartAt'));
}

/** A key at the top of an object: at the start of a line of YAML, or in JSON in an object that no other is around. */
function hasKey(text: string, key: string): boolean {
  const body = text.trimStart();
  return (body.startsWith('{') ? keysOfJson(body) : keysOfYaml(body)).has(key);
}

function keysOfYaml(yaml: string): ReadonlySet<string> {
  return new Set([...yaml.matchAll(/^["']?(\w+)["']?[ \t]*:/gm)].map(([, key = '']) => key));
}

/** The text need not be valid: `serverless.yml` has `${self:…}`, a template's placeholders stand where JSON has values. */
function keysOfJson(json: string): ReadonlySet<string> {
  const keys = new Set<string>();
  let depth = 0;
  for (const [token, key] of json.matchAll(/"((?:[^"\\]|\\.)*)"\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (depth === 1 && key !== undefined) keys.add(key);
  }
  return keys;
}
