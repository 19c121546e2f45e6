import { readConfiguration, type TerraformOptions } from '../../src/terraform/configuration.ts';
import type { Configuration, Evaluated } from '../../src/terraform/resource.ts';

/** Evaluates a folder of these files. */
export function configurationOf(
  files: Readonly<Record<string, string>> | string,
  options?: TerraformOptions,
): Promise<Configuration> {
  const all = new Map(Object.entries(typeof files === 'string' ? { 'main.tf': files } : files));
  const list = (folder: string) => {
    const start = folder === '.' ? '' : `${folder}/`;
    const inside = [...all.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
    return [...new Set(inside.map((path) => path.split('/')[0] ?? ''))];
  };
  return readConfiguration({ readText: (path) => all.get(path), list }, options);
}

/** What an expression gives, with these files around. */
export async function expressionValue(
  expression: string,
  files: Readonly<Record<string, string>> = {},
  options?: TerraformOptions,
): Promise<Evaluated> {
  const { resources } = await configurationOf(
    { ...files, 'value.tf': `resource "test" "it" {\nvalue = ${expression}\n}\n` },
    options,
  );
  const value = resources.find(({ address }) => address === 'test.it')?.arguments.get('value');
  if (!value) throw new Error('there is no value');
  return value;
}

/** As a person would write it: `${aws_sqs_queue.q.arn}` for a reference, `${? why}` for what isn't known. */
export function shown(value: Evaluated | undefined): string {
  switch (value?.kind) {
    case undefined:
      return 'nothing';
    case 'known':
      return JSON.stringify(value.value);
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? part : shown(part))).join('');
    case 'list':
      return `[${value.items.map(shown).join(', ')}]`;
    case 'object':
      return `{${[...value.entries].map(([name, entry]) => `${name}: ${shown(entry)}`).join(', ')}}`;
    case 'reference':
      return `\${${[value.address, ...value.path].join('.')}}`;
    case 'unknown':
      return `\${? ${value.why}}`;
  }
}
