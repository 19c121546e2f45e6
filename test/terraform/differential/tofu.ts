import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Json } from '../../../src/asl/json.ts';
import { VARIABLES } from './expressions.ts';
import type { Fixture } from './folders.ts';

/** What an expression is compared as: its JSON, or that Terraform refuses it. */
export function compared(expression: string): string {
  return `try(jsonencode(\n${expression}\n), "refused")`;
}

/** What tofu gives for each expression. */
export function tofuValues(tofu: string, expressions: readonly string[]): readonly string[] {
  const outputs = expressions.map(
    (expression, index) => `output "e${index}" {\n  value = ${compared(expression)}\n}\n`,
  );
  const variables = Object.entries(VARIABLES).map(
    ([name, { type, value }]) => `variable "${name}" {\n  type = ${type}\n  default = ${JSON.stringify(value)}\n}\n`,
  );
  return inFolder(tofu, { 'main.tf': [...variables, ...outputs].join('') }, (run) => {
    run('plan', '-out=plan', '-no-color', '-input=false');
    const { planned_values: planned } = JSON.parse(run('show', '-json', 'plan'));
    return expressions.map((_, index) => String(planned.outputs[`e${index}`].value));
  });
}

type Run = (...args: readonly string[]) => string;

function inFolder<Result>(tofu: string, files: Readonly<Record<string, string>>, use: (run: Run) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'rolefit-tofu-'));
  const settings = join(folder, 'empty.tfrc');
  try {
    for (const [path, text] of Object.entries({ ...files, 'empty.tfrc': '' })) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return use((...args) =>
      execFileSync(tofu, [`-chdir=${folder}`, ...args], {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
        stdio: ['ignore', 'pipe', 'pipe'],
        // The settings of who runs this don't count.
        env: { ...process.env, TF_CLI_CONFIG_FILE: settings },
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The inputs of all terraform_data that tofu plans in a folder, by their addresses. */
export function tofuInputs(tofu: string, { files, variables = [] }: Fixture): Readonly<Record<string, Json>> {
  return inFolder(tofu, files, (run) => {
    run('init', '-no-color', '-input=false');
    const options = variables.map((option) =>
      option.kind === 'file' ? `-var-file=${option.path}` : `-var=${option.name}=${option.value}`,
    );
    run('plan', '-out=plan', '-no-color', '-input=false', ...options);
    return inputsIn(JSON.parse(run('show', '-json', 'plan')).planned_values.root_module);
  });
}

interface PlannedModule {
  readonly resources?: readonly { readonly address: string; readonly values: { readonly input: Json } }[];
  readonly child_modules?: readonly PlannedModule[];
}

function inputsIn({ resources = [], child_modules: modules = [] }: PlannedModule): Readonly<Record<string, Json>> {
  const own = resources.map(({ address, values }) => [address, values.input] as const);
  return Object.fromEntries([...own, ...modules.flatMap((module) => Object.entries(inputsIn(module)))]);
}
