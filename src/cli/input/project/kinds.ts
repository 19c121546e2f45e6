import { basename, join } from 'node:path';
import { isObject } from '../../../asl/json.ts';
import { parseJson } from '../../../asl/jsonText.ts';
import { own } from '../../../own.ts';
import { isLikeTemplate } from '../otherFiles.ts';
import { beside, fileIn, fileText, isThere, pathsBelow } from './files.ts';

/** The tools whose projects are told from their folders: how each is recognised, and what is read of it. */

/** What a tool's project has in its folder. All paths are relative to the folder. */
export interface ProjectKind {
  readonly tool: string;
  /** True for a folder that is such a project, built or not. */
  readonly isOne: (folder: string) => boolean;
  /** What is read: a folder or templates. None where the tool has not made them. */
  readonly reads: (folder: string) => readonly string[];
  /** Set where a reader of its own reads the folder; then `reads` only says of which files. */
  readonly reader?: 'terraform';
  /** To follow `where nothing is made yet`: the command, and whatever else can be named. */
  readonly make: string;
  /** For what a tool makes of its sources. */
  readonly build?: Build;
}

/** What a tool makes: the folder or the file, and what tells that it has become old. */
export interface Build {
  readonly command: string;
  /** Where it stands, as it is unless the project says otherwise. */
  readonly place: string;
  /** The file that each run of the command writes. */
  readonly written: (folder: string) => string;
  readonly sources: (folder: string) => readonly string[];
}

const SERVERLESS_FILES = ['yml', 'yaml', 'json', 'ts', 'js', 'cjs', 'mjs'].map((ending) => `serverless.${ending}`);
const SERVERLESS_TEMPLATE = '.serverless/cloudformation-template-update-stack.json';
const SAM_TEMPLATES = ['template.yaml', 'template.yml', 'template.json'];
const SAM_BUILD = '.aws-sam/build/template.yaml';
const AMPLIFY_OUT = '.amplify/artifacts/cdk.out';

/** https://www.serverless.com/framework/docs/providers/aws/cli-reference/package */
const SERVERLESS: ProjectKind = {
  tool: 'the Serverless Framework',
  isOne: (folder) => fileIn(folder, [...SERVERLESS_FILES, SERVERLESS_TEMPLATE]) !== undefined,
  reads: (folder) => there(folder, SERVERLESS_TEMPLATE),
  make: 'run `serverless package`, which writes .serverless',
  build: {
    command: 'serverless package',
    place: SERVERLESS_TEMPLATE,
    written: () => SERVERLESS_TEMPLATE,
    sources: serverlessSources,
  },
};

/** https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-synth.html */
const CDK: ProjectKind = {
  tool: 'the AWS CDK',
  isOne: (folder) => isThere(join(folder, 'cdk.json')) || isAssembly(join(folder, 'cdk.out')),
  reads: (folder) => assembly(folder, cdkOutput(folder)),
  make: 'run `cdk synth`, which writes cdk.out',
  build: {
    command: 'cdk synth',
    place: 'cdk.out',
    written: (folder) => join(cdkOutput(folder), 'manifest.json'),
    sources: (folder) => (isThere(join(folder, 'cdk.json')) ? ['cdk.json', ...appSources(folder)] : []),
  },
};

/**
 * Its first file is amplify/backend.ts, and what it synthesizes is a CDK app's.
 *
 * Source: https://docs.amplify.aws/react/build-a-backend/add-aws-services/custom-resources/
 */
const AMPLIFY: ProjectKind = {
  tool: 'Amplify Gen 2',
  isOne: (folder) =>
    fileIn(folder, ['amplify/backend.ts', 'amplify/backend.js', `${AMPLIFY_OUT}/manifest.json`]) !== undefined,
  reads: (folder) => assembly(folder, AMPLIFY_OUT),
  make: `run \`npx ampx sandbox\`, which writes ${AMPLIFY_OUT}`,
  build: {
    command: 'npx ampx sandbox',
    place: AMPLIFY_OUT,
    written: () => join(AMPLIFY_OUT, 'manifest.json'),
    sources: (folder) => appSources(folder, 'amplify'),
  },
};

/**
 * A template for each resource, those of `amplify add custom` among them: written by hand, or by `amplify build` in a folder build.
 *
 * Source: https://docs.amplify.aws/gen1/react/tools/cli/custom/cloudformation/
 */
const AMPLIFY_GEN1: ProjectKind = {
  tool: 'Amplify Gen 1',
  isOne: (folder) => fileIn(folder, ['amplify/backend/backend-config.json', 'amplify/backend/custom']) !== undefined,
  reads: (folder) =>
    withMachines(folder, pathsBelow(folder, /-cloudformation-template\.(?:json|ya?ml)$/, 'amplify/backend')),
  make: 'run `amplify build`, which writes build/*-cloudformation-template.json beside each cdk-stack.ts',
};

/**
 * A scheduled job is a state machine in the template that `copilot job package` writes; addons are templates as they are.
 *
 * Source: https://aws.github.io/copilot-cli/docs/commands/job-package/
 */
const COPILOT: ProjectKind = {
  tool: 'AWS Copilot',
  isOne: (folder) =>
    isThere(join(folder, 'copilot/.workspace')) ||
    pathsBelow(folder, /^copilot\/[^/]+\/manifest\.yml$/, 'copilot').length > 0,
  reads: (folder) =>
    withMachines(folder, [
      ...pathsBelow(folder, /\/addons\/[^/]+\.ya?ml$/, 'copilot'),
      ...pathsBelow(folder, /\.stack\.yml$/, 'infrastructure'),
    ]),
  make: 'run `copilot job package --name JOB --env ENVIRONMENT --output-dir infrastructure`',
};

/**
 * What is built is made of template.yaml alone, and a finding in it would point to a file that nobody edits, so it is read
 * only where there is nothing else.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-build.html
 */
const SAM: ProjectKind = {
  tool: 'AWS SAM',
  isOne: (folder) => samTemplates(folder).length > 0,
  reads: samTemplates,
  make: 'run `sam build`, or name the template',
  build: {
    command: 'sam build',
    place: SAM_BUILD,
    written: () => SAM_BUILD,
    sources: (folder) => SAM_TEMPLATES.filter((name) => isThere(join(folder, name))),
  },
};

/** Any other templates of the folder itself, together: one may import what another exports. */
const CLOUDFORMATION: ProjectKind = {
  tool: 'CloudFormation',
  isOne: (folder) => CLOUDFORMATION.reads(folder).length > 0,
  reads: (folder) => withMachines(folder, beside(folder, /\.(?:ya?ml|json|template)$/)),
  make: 'name the template',
};

/** https://developer.hashicorp.com/terraform/language/files */
const TERRAFORM: ProjectKind = {
  tool: 'Terraform',
  isOne: (folder) => TERRAFORM.reads(folder).length > 0,
  reads: (folder) => beside(folder, /\.(?:tf|tofu)(?:\.json)?$/),
  reader: 'terraform',
  make: 'name one of its files',
};

/** https://www.pulumi.com/docs/iac/concepts/projects/ */
const PULUMI: ProjectKind = {
  tool: 'Pulumi',
  isOne: (folder) => beside(folder, /^Pulumi\.ya?ml$/i).length > 0,
  reads: () => [],
  make: 'Pulumi makes no template: name the file of the definition, or the ARN of the deployed state machine',
};

/** The kinds of which a folder is one; a folder of several is read by none until the user says which. */
export const PROJECT_KINDS: readonly ProjectKind[] = [SERVERLESS, CDK, AMPLIFY, AMPLIFY_GEN1, COPILOT, SAM, TERRAFORM];

/** What a folder is that is none of those, the first that it is. */
export const OTHER_KINDS: readonly ProjectKind[] = [CLOUDFORMATION];

/** Kinds beside which definitions are read, since there is nothing else of them to read. */
export const UNREADABLE_KINDS: readonly ProjectKind[] = [PULUMI];

/** What a CDK app is made of: source code, and the definitions that it reads. No tests, and nothing that a compiler wrote. */
function appSources(folder: string, start?: string): readonly string[] {
  const isTypeScript = isThere(join(folder, 'tsconfig.json'));
  return pathsBelow(folder, /\.(?:[cm]?[jt]sx?|py|java|cs|go)$|\.asl\.(?:json|ya?ml)$/, start).filter(
    (path) => !/\.d\.[cm]?ts$|[._](?:test|spec)\.\w+$/.test(path) && !(isTypeScript && /\.[cm]?jsx?$/.test(path)),
  );
}

function there(folder: string, name: string): readonly string[] {
  return isThere(join(folder, name)) ? [name] : [];
}

function assembly(folder: string, name: string): readonly string[] {
  return isAssembly(join(folder, name)) ? [name] : [];
}

/** True for the folder of a synthesized CDK app; web apps have a manifest.json as well. */
export function isAssembly(folder: string): boolean {
  const file = join(folder, 'manifest.json');
  if (!isThere(file)) return false;
  const json = objectIn(file);
  return json === undefined || own(json, 'artifacts') !== undefined;
}

function cdkOutput(folder: string): string {
  const output = own(objectIn(join(folder, 'cdk.json')) ?? {}, 'output');
  return typeof output === 'string' ? output : 'cdk.out';
}

function objectIn(file: string) {
  try {
    const json = parseJson(fileText(file));
    return isObject(json) ? json : undefined;
  } catch {
    // What cannot be read is told by whoever reads it.
    return undefined;
  }
}

function samTemplates(folder: string): readonly string[] {
  const own = fileIn(folder, SAM_TEMPLATES);
  const names = own === undefined ? there(folder, SAM_BUILD) : [own];
  return withMachines(folder, names);
}

const MAY_HAVE_MACHINES =
  /AWS::(?:StepFunctions|Serverless)::StateMachine|AWS::Serverless::Application|AWS::CloudFormation::Stack/;

/** Those with a state machine, or with stacks of their own that may have one. */
function withMachines(folder: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const text = fileText(join(folder, name));
    return MAY_HAVE_MACHINES.test(text) && isLikeTemplate(text);
  });
}

/** The service's file, and the files that it takes in by `${file(…)}`, as far as these are named in so many words. */
function serverlessSources(folder: string): readonly string[] {
  const files = SERVERLESS_FILES.filter((name) => isThere(join(folder, name)));
  const named = files.flatMap((name) =>
    [...fileText(join(folder, name)).matchAll(/\$\{file\(\s*([^()${}]+?)\s*\)/g)].map(([, path = '']) => path),
  );
  return [...files, ...named.filter((path) => isThere(join(folder, path)))];
}

/** `copilot` and `amplify` are folders of a project; whoever names one means the project. */
export function projectFolder(folder: string): string {
  const isPart = ['amplify', 'copilot'].includes(basename(folder)) && !PROJECT_KINDS.some(({ isOne }) => isOne(folder));
  const around = join(folder, '..');
  return isPart && [AMPLIFY, AMPLIFY_GEN1, COPILOT].some(({ isOne }) => isOne(around)) ? around : folder;
}
