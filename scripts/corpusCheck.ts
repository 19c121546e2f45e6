/**
 * Checks the roles of a folder's templates and writes docs/corpus-check.md: for each state machine, what its role lacks and
 * has too much. `npm run corpus:check -- FOLDER` looks for template.yaml and template.yml in it. With --check it writes
 * nothing and fails where the page is not what it would write.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkProblems } from '../src/cli/check/problems.ts';
import { type CheckedRole, checkRoles } from '../src/cli/check/roles.ts';
import { inTemplate } from '../src/cli/check/target.ts';
import { Failure } from '../src/cli/failure.ts';
import { type StateMachines, stateMachinesIn } from '../src/cli/input/stateMachines.ts';
import type { Problem } from '../src/cli/problems/problem.ts';
import { own } from '../src/own.ts';

const PAGE = 'docs/corpus-check.md';

/** What a person found when looking at a template beside its differences. */
const REMARKS: Readonly<Record<string, string>> = {
  'activity-state-machine': 'Tracing is not switched on, so the X-Ray permissions are of no use.',
  'bedrock-evaluations-sam':
    '`bedrock-agent:` is no prefix of IAM (the actions of that API are `bedrock:`), so that statement allows nothing; AmazonBedrockFullAccess is what lets the workflow run.',
  'bedrock-invokemodel': 'ModelId comes with the input; the template means foundation models only.',
  'calling-async-api-callback': 'The role may create topics and subscribe to them; it only publishes.',
  'categorization-state-machine': 'The state machine only sends; receiving and deleting is for the consumers.',
  'data-processing/sam': 'Two read-only policies for whole services, where one object and one API are read.',
  'distributed-map-state-gif-generator':
    "A true gap: SAM's StepFunctionsExecutionPolicy has only StartExecution, and AWS's page for distributed maps asks for DescribeExecution, StopExecution and RedriveExecution too.",
  'dynamodb-migrations':
    "The table's name and its ARN are two parameters: whether they fit, only the deployment tells.",
  'emit-and-wait': 'Exported from Application Composer: the definition lies in a bucket of the service.',
  'execution-error-notification-workflow': 'Both resources stand in the same template and could be named.',
  'explicit-failure-with-parallel-states': 'CloudWatchFullAccess, for a workflow that calls two functions.',
  'generate-thumbnail':
    'The connectors give lambda:InvokeAsync, an API that AWS no longer recommends; nothing starts another state machine.',
  'github-repo-views-counter': 'One putItem: it reads nothing.',
  'resource-configuration-backup-sam':
    'The bucket comes with the input; `logs:*` and `cloudwatch:*` are far more than log delivery.',
  's3-glacier-multi-file-restore-sam':
    'Logging and tracing are not configured. s3:ListBucket only makes headObject answer 404 rather than 403 for a missing object.',
  'saga-pattern-sam': 'CDK grants versions and aliases (`:*`) as well; the definition calls the functions without one.',
  'sfn-dynamodb-batchwriteitem': 'The template gives one key two values: CloudFormation takes one of them silently.',
  'sfn-sns-task-timer':
    'A true gap: `startExecution.sync` polls and stops the child execution, and the role may do neither.',
  'stepfunction-progress-tracking': 'The definition calls one path with POST.',
  'tts-converter':
    "Bucket and key come with the event. SAM's X-Ray policy has one action more than AWS's page asks for.",
  'uml-statemachine': 'PutLogEvents is no way in which Step Functions writes logs; children are polled on `*`.',
  'webhook-provider':
    'The state machine does not invoke CallWebHookFunction, to which it sends messages; of the table, getItem and updateItem are used.',
  'word-filtering-script-generator': "The media's bucket comes with the event.",
};

interface Row {
  readonly template: string;
  readonly roles: readonly CheckedRole[];
  readonly problems: readonly Problem[];
  /** Why it could not be checked. */
  readonly refused?: string;
}

async function rowOf(folder: string, template: string): Promise<Row> {
  try {
    const { stateMachines, unreadable }: StateMachines = stateMachinesIn(
      join(folder, template),
      {},
      { parameters: {}, only: undefined },
    );
    const roles = await checkRoles(stateMachines.map(inTemplate));
    return { template, roles, problems: checkProblems(roles, unreadable) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { template, roles: [], problems: [], refused: error.message.replaceAll(`${folder}/`, '') };
  }
}

function pageOf(rows: readonly Row[], folder: string): string {
  const count = (row: Row, ...codes: readonly string[]) =>
    row.problems.filter(({ code }) => codes.includes(code)).length;
  const lines = rows.map((row) => {
    const machines = row.roles.reduce((sum, { machines: all }) => sum + all.length, 0);
    const cells = [
      row.refused === undefined ? machines : 'refused',
      count(row, 'missing-permission', 'denied-permission'),
      count(row, 'unproven-permission', 'conditional-permission', 'perhaps-denied-permission', 'data-permission'),
      count(row, 'open-permission'),
      count(row, 'excess-permission', 'wide-permission'),
      count(row, 'not-evaluated', 'unreadable-definition'),
    ];
    return `| ${row.template} | ${cells.join(' | ')} |`;
  });
  return [
    '# What the roles of real templates lack and have too much',
    '',
    `\`rolefit check\` on the ${rows.length} SAM templates of AWS's [Step Functions workflows collection](https://github.com/aws-samples/step-functions-workflows-collection)`,
    '(MIT-0) that have state machines, without values for their parameters. `npm run corpus:check -- FOLDER` writes this page; each',
    'difference was looked at, and the remarks say what it is.',
    '',
    '| template | state machines | missing | not certain | open until a run | too much | not evaluated |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
    '## Each difference',
    '',
    ...rows.flatMap((row) => detailsOf(row, folder)),
  ].join('\n');
}

function detailsOf({ template, problems, refused }: Row, folder: string): readonly string[] {
  const name = dirname(template);
  const remark = own(REMARKS, name);
  const lines = problems.map(
    ({ level, state, message }) =>
      `- ${level}: ${state === undefined ? '' : `\`${state}\` `}${short(message.replaceAll(`${folder}/`, ''))}`,
  );
  const all = refused === undefined ? lines : [`- ${refused}`];
  return [
    `### ${name}`,
    '',
    ...(remark === undefined ? [] : [remark, '']),
    ...(all.length === 0 ? ['The role fits.'] : all),
    '',
  ];
}

/** ARNs of the template's own place, shorter. */
function short(text: string): string {
  return text
    .replaceAll('${AWS::Region}:${AWS::AccountId}', ':')
    .replaceAll(/arn:aws:[^\s,;]+|\$\{[^}]+\}/g, (arn) => `\`${arn}\``)
    .replaceAll(/(?<=[\s(])([a-z0-9-]+:[A-Z*][A-Za-z*]*)/g, (action) => `\`${action}\``);
}

async function main(folder: string | undefined, isCheck: boolean): Promise<number> {
  if (folder === undefined) {
    console.error('corpus:check: name the folder that holds the templates');
    return 2;
  }
  const files = globSync('**/template.{yaml,yml}', { cwd: folder }).sort();
  const those = files.filter((file) => /Type:.*::StateMachine\b/.test(readFileSync(join(folder, file), 'utf8')));
  const rows: Row[] = [];
  for (const file of those) rows.push(await rowOf(folder, file));
  const page = pageOf(rows, folder);
  if (!isCheck) {
    writeFileSync(PAGE, page);
    return 0;
  }
  if (readFileSync(PAGE, 'utf8') === page) return 0;
  console.error(`${PAGE} is out of date: run npm run corpus:check -- ${basename(folder)}`);
  return 1;
}

const args = process.argv.slice(2);
process.exitCode = await main(
  args.find((arg) => !arg.startsWith('--')),
  args.includes('--check'),
);
