import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VARIABLES } from './expressions.ts';

/** What an expression is compared as: its JSON, or that Terraform refuses it. */
export function compared(expression: string): string {
  return `try(jsonencode(\n${expression}\n), "refused")`;
}

/** What tofu gives for each expression. */
export function tofuValues(tofu: string, expressions: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'rolefit-tofu-'));
  const outputs = expressions.map(
    (expression, index) => `output "e${index}" {\n  value = ${compared(expression)}\n}\n`,
  );
  const variables = Object.entries(VARIABLES).map(
    ([name, { type, value }]) => `variable "${name}" {\n  type = ${type}\n  default = ${JSON.stringify(value)}\n}\n`,
  );
  writeFileSync(join(folder, 'main.tf'), [...variables, ...outputs].join(''));
  const settings = join(folder, 'empty.tfrc');
  writeFileSync(settings, '');
  const run = (...args: readonly string[]) =>
    execFileSync(tofu, [`-chdir=${folder}`, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'pipe'],
      // The settings of who runs this don't count.
      env: { ...process.env, TF_CLI_CONFIG_FILE: settings },
    });
  try {
    run('plan', '-out=plan', '-no-color', '-input=false');
    const { planned_values: planned } = JSON.parse(run('show', '-json', 'plan'));
    return expressions.map((_, index) => String(planned.outputs[`e${index}`].value));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
