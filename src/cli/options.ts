/**
 * The commands' options, each fact once: parseArgs reads their types, the help texts their words, and the shells'
 * completions both.
 */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** Its value's name in the help text. */
  readonly value?: string;
  /** A line, or several; undefined leaves it out of the list. */
  readonly help?: string;
  /** All values that it can have. */
  readonly choices?: readonly string[];
  /** True where its value is a file's name. */
  readonly isFile?: boolean;
}

export type Options = Readonly<Record<string, Option>>;

const MACHINE = {
  region: {
    type: 'string',
    value: 'CODE',
    help: 'its region, such as eu-west-1     (else resources carry ${AWS::Region})',
  },
  account: {
    type: 'string',
    value: 'ID',
    help: 'its account, twelve digits        (else resources carry ${AWS::AccountId})',
  },
  partition: {
    type: 'string',
    value: 'NAME',
    help: "aws, aws-cn, aws-us-gov, …        (else the region's or the definition's own)",
  },
  name: {
    type: 'string',
    value: 'NAME',
    help: 'its name, for workflows that refer to themselves: distributed maps, HTTP tasks, encryption',
  },
  type: {
    type: 'string',
    value: 'TYPE',
    choices: ['STANDARD', 'EXPRESS'],
    help: "STANDARD or EXPRESS: checks that its tasks' integration patterns are offered",
  },
  logging: { type: 'boolean', help: 'it logs to CloudWatch Logs' },
  tracing: { type: 'boolean', help: 'X-Ray tracing is on' },
  'kms-key': { type: 'string', value: 'ARN', help: 'the customer managed key that encrypts it' },
} as const satisfies Options;

const LEFT_OPEN = {
  substitute: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: 'the value of ${NAME} in the definition (DefinitionSubstitutions); repeat for more',
  },
  input: {
    type: 'string',
    value: 'FILE',
    isFile: true,
    help: 'what executions are started with, in JSON or YAML: an example, taken as it is for every\nexecution, or a JSON Schema, whose const and enum make known values',
  },
} as const satisfies Options;

const FACTS = {
  live: {
    type: 'boolean',
    help: 'look them up in AWS, read-only, with the credentials that the AWS SDK finds',
  },
  facts: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    isFile: true,
    help: 'a file that says them, in YAML or JSON, such as rolefit facts prints; repeat for more',
  },
  'resource-key': {
    type: 'string',
    multiple: true,
    value: 'ARN=KEY',
    help: 'the customer managed KMS key of a resource, or of all that a pattern names: an ARN,\nan alias, or none; repeat for more',
  },
  'bucket-key': {
    type: 'string',
    multiple: true,
    value: 'BUCKET=ARN',
    help: "the same for a bucket, by the bucket's name and the key's ARN; repeat for more",
  },
  'pass-role': {
    type: 'string',
    multiple: true,
    value: 'ARN',
    help: 'a role that tasks pass where the definition names none, such as the one of an ECS task\ndefinition; repeat for more',
  },
} as const satisfies Options;

const NEWER = {
  'extra-actions': {
    type: 'string',
    multiple: true,
    value: 'FILE',
    isFile: true,
    help: 'a file that says what operations need that are newer than these tables, or what they need\nbesides, in JSON or YAML; repeat for more',
  },
  guess: {
    type: 'boolean',
    help: "grant IAM's action of that name, on everything and with a warning (else an error)",
  },
} as const satisfies Options;

/** The options of every command that fits a definition. */
export const MACHINE_OPTIONS = { ...MACHINE, ...LEFT_OPEN, ...FACTS, ...NEWER } as const;

export const TEMPLATE_OPTIONS = {
  'state-machine': {
    type: 'string',
    value: 'ID',
    help: "the logical ID of the only state machine to look at; of Terraform's, its address",
  },
  parameter: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: 'the value of a parameter          (else its default); repeat for more',
  },
} as const satisfies Options;

export const TERRAFORM_OPTIONS = {
  var: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: 'the value of a variable, as terraform plan takes it; repeat for more',
  },
  'var-file': {
    type: 'string',
    multiple: true,
    value: 'FILE',
    isFile: true,
    help: 'a file with values of variables    (terraform.tfvars and *.auto.tfvars are read anyway)',
  },
  plan: {
    type: 'string',
    value: 'FILE',
    isFile: true,
    help: 'a plan of the same folder, as terraform show -json PLAN prints it: what the files leave open',
  },
} as const satisfies Options;

export const GENERATE_OUTPUT = {
  format: {
    type: 'string',
    value: 'FORMAT',
    choices: ['json', 'yaml', 'sam', 'cloudformation', 'terraform', 'cdk', 'github', 'sarif'],
    help: 'json (default), yaml, sam, cloudformation, terraform or cdk: the policy; github or sarif: the\nfindings, as annotations in GitHub Actions or for code scanning',
  },
  json: {
    type: 'boolean',
    help: 'policy, findings, and every call with its grants and their purposes, as one JSON document',
  },
  split: { type: 'boolean', help: 'policy documents that each fit into one managed policy' },
  'no-precautions': {
    type: 'boolean',
    help: 'leave out what is harmless and may help, but roles work without',
  },
} as const satisfies Options;

export const EXPLAIN_OUTPUT = {
  state: {
    type: 'string',
    value: 'NAME',
    help: 'only this state and what stands in it; or its path, as in\n/States/Each/ItemProcessor/States/Pay',
  },
  json: { type: 'boolean', help: 'the same as one JSON document' },
} as const satisfies Options;

export const DIFF_OUTPUT = {
  format: {
    type: 'string',
    value: 'FORM',
    choices: ['text', 'markdown'],
    help: 'text, or markdown: the body of a comment on a pull request',
  },
  json: { type: 'boolean', help: 'the same as one JSON document' },
  'exit-code': { type: 'boolean', help: 'exit with 1 where anything differs, as git diff does' },
} as const satisfies Options;

export const CHECK_TARGET = {
  role: {
    type: 'string',
    value: 'NAME',
    help: 'a deployed role, by name or ARN, instead of the policies in the template; with --policy, the\nrole in the files whose policies count',
  },
  policy: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    isFile: true,
    help: 'a file with policies of the role, instead of those in the template; repeat for more',
  },
  'all-policies': {
    type: 'boolean',
    help: 'the role has no other policies than those of --policy',
  },
  simulate: {
    type: 'boolean',
    help: "with --role or an ARN: ask IAM's simulator as well, so that permissions boundaries, service\ncontrol policies and denies count; needs iam:SimulatePrincipalPolicy",
  },
  'allow-unchecked': {
    type: 'boolean',
    help: 'exit with 0, not 2, where no policy of any role could be read, so that nothing was checked',
  },
  strict: { type: 'boolean', help: 'exit with 1 too for what is not certain, too much or not evaluated' },
} as const satisfies Options;

export const CHECK_OUTPUT = {
  json: { type: 'boolean', help: 'everything, as one JSON document' },
  format: {
    type: 'string',
    value: 'FORMAT',
    choices: ['text', 'json', 'github', 'sarif'],
    help: 'text (default), json, github (annotations in GitHub Actions) or sarif (code scanning)',
  },
} as const satisfies Options;

export const FACTS_OUTPUT = {
  json: {
    type: 'boolean',
    help: '{"resources": {ARN: {FACT: VALUE}}, "unknown": [{"resource", "fact", "states"}]}',
  },
} as const satisfies Options;

export const TERMINAL_OPTIONS = {
  color: {
    type: 'string',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    help: 'auto, always or never             (else auto: in a terminal; NO_COLOR and FORCE_COLOR count)',
  },
  width: {
    type: 'string',
    value: 'COLUMNS',
    help: "how wide a line may be            (else the terminal's width, or 100)",
  },
} as const satisfies Options;

export const REPORT_OUTPUT = {
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    isFile: true,
    help: 'the page; without it, it goes to standard output',
  },
  title: {
    type: 'string',
    value: 'TEXT',
    help: "what it is called                 (else --name, or the definition's file)",
  },
} as const satisfies Options;

export const HELP_OPTION = { help: { type: 'boolean', short: 'h', help: 'this text' } } as const satisfies Options;

/** All options of each command. */
export const COMMAND_OPTIONS = {
  generate: { ...MACHINE_OPTIONS, ...TEMPLATE_OPTIONS, ...TERRAFORM_OPTIONS, ...GENERATE_OUTPUT, ...HELP_OPTION },
  explain: {
    ...MACHINE_OPTIONS,
    ...TEMPLATE_OPTIONS,
    ...TERRAFORM_OPTIONS,
    ...EXPLAIN_OUTPUT,
    ...TERMINAL_OPTIONS,
    ...HELP_OPTION,
  },
  check: {
    ...MACHINE_OPTIONS,
    ...TEMPLATE_OPTIONS,
    ...TERRAFORM_OPTIONS,
    ...CHECK_TARGET,
    ...CHECK_OUTPUT,
    ...TERMINAL_OPTIONS,
    ...HELP_OPTION,
  },
  diff: {
    ...MACHINE_OPTIONS,
    ...TEMPLATE_OPTIONS,
    ...TERRAFORM_OPTIONS,
    ...DIFF_OUTPUT,
    ...TERMINAL_OPTIONS,
    ...HELP_OPTION,
  },
  report: { ...MACHINE_OPTIONS, ...TEMPLATE_OPTIONS, ...TERRAFORM_OPTIONS, ...REPORT_OUTPUT, ...HELP_OPTION },
  facts: { ...MACHINE_OPTIONS, ...TEMPLATE_OPTIONS, ...TERRAFORM_OPTIONS, ...FACTS_OUTPUT, ...HELP_OPTION },
  completion: HELP_OPTION,
} as const;

/** The options as a help text lists them, their words one below the other. */
export function listed(options: Options): string {
  const shown = Object.entries(options).filter(([, { help }]) => help !== undefined);
  const heads = shown.map(([name, { short, value }]) => {
    const dashed = `${short === undefined ? '' : `-${short}, `}--${name}`;
    return value === undefined ? dashed : `${dashed} ${value}`;
  });
  const width = Math.max(20, ...heads.map(({ length }) => length)) + 5;
  return shown
    .map(([, { help = '' }], index) => {
      const [first = '', ...more] = help.split('\n');
      const head = `  ${(heads[index] ?? '').padEnd(width - 2)}`;
      return [`${head}${first}`, ...more.map((line) => `${' '.repeat(width)}${line}`)]
        .map((line) => `${line}\n`)
        .join('');
    })
    .join('');
}

export const MACHINE_HELP = `The state machine:
${listed(MACHINE)}
What the definition leaves open:
${listed(LEFT_OPEN)}
Facts of the resources that it names (else a template's own):
${listed(FACTS)}
Operations that are not known:
${listed(NEWER)}`;

export const TEMPLATE_HELP = `Of a template:
${listed(TEMPLATE_OPTIONS)}
Of a folder of Terraform's files:
${listed(TERRAFORM_OPTIONS)}`;
