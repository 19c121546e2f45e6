import { evaluateExpression } from '../evaluate/evaluate.ts';
import { readFile } from '../functions/files.ts';
import { render } from '../functions/templates.ts';
import type { SourceText } from '../hcl/syntax.ts';
import { convert } from '../values/convert.ts';
import { STRING } from '../values/type.ts';
import { type HclValue, NULL_VALUE, object, refused, string, unknown } from '../values/value.ts';
import { type FolderEvaluation, type Instance, remembered, scopeOf } from './module.ts';

/** Arguments that are Terraform's and no resource's. */
export const META = new Set(['count', 'for_each', 'depends_on', 'provider', 'lifecycle', 'provisioner', 'connection']);

/** An attribute of a resource as its files give it, or an output of a module; undefined for what only an apply tells. */
export function knownAttribute(
  evaluation: FolderEvaluation,
  address: string,
  name: string,
  source: SourceText,
): HclValue | undefined {
  const instance = evaluation.instances.get(address);
  if (!instance) return undefined;
  if (instance.kind === 'missing') return unknown(source, instance.why);
  if (instance.kind === 'module') return outputOf(evaluation, instance, address, name, source);
  const argument = argumentOf(evaluation, instance, address, name);
  // What is given as null the provider fills in; what isn't known here is still the attribute of that resource.
  if (argument && argument.kind !== 'null' && argument.kind !== 'unknown') return argument;
  return computed(evaluation, instance, address, name, source);
}

function outputOf(
  evaluation: FolderEvaluation,
  { module }: Extract<Instance, { kind: 'module' }>,
  address: string,
  name: string,
  source: SourceText,
): HclValue {
  const output = module.source.outputs.get(name)?.body.attributes.get('value')?.value;
  if (!output) return refused(source, `${address} has no output ${JSON.stringify(name)}`);
  return remembered(evaluation, `${address}|output.${name}`, source, `${address}.${name}`, () =>
    evaluateExpression(output, scopeOf(module)),
  );
}

/** An argument that stands in the resource's block. */
export function argumentOf(
  evaluation: FolderEvaluation,
  { block, scope }: Extract<Instance, { kind: 'resource' }>,
  address: string,
  name: string,
): HclValue | undefined {
  const expression = META.has(name) ? undefined : block.body.attributes.get(name)?.value;
  if (!expression) return undefined;
  return remembered(evaluation, `${address}#${name}`, expression, `${address}.${name}`, () =>
    evaluateExpression(expression, scope),
  );
}

/** What the providers that work with files alone compute. */
function computed(
  evaluation: FolderEvaluation,
  instance: Extract<Instance, { kind: 'resource' }>,
  address: string,
  name: string,
  source: SourceText,
): HclValue | undefined {
  const { block, scope } = instance;
  const type = `${block.type === 'data' ? 'data.' : ''}${block.labels[0]}`;
  const argument = (of: string) => argumentOf(evaluation, instance, address, of);
  if (type === 'terraform_data' && name === 'output') return argument('input') ?? NULL_VALUE;
  if (type === 'data.local_file' && name === 'content') {
    const file = argument('filename');
    if (file?.kind !== 'string') return undefined;
    const content = readFile(file.value, { ...source, context: evaluation.context });
    return typeof content === 'string' ? string(content) : content;
  }
  if (type !== 'data.template_file' || name !== 'rendered') return undefined;
  return remembered(evaluation, `${address}#rendered`, source, `${address}.rendered`, () => {
    const template = convert(argument('template') ?? NULL_VALUE, STRING, source);
    if (template.kind === 'unknown') return template;
    if (template.kind !== 'string') return unknown(source, 'its template is known only after apply', STRING);
    const variables = argument('vars') ?? object([]);
    const texts = convert(variables, { kind: 'map', element: STRING }, source);
    const parsed = evaluation.context.parseTemplate(
      templateFile(block.body.attributes.get('template')?.place.file, source),
      template.value,
    );
    const rendered = render(source, parsed, texts, scope, evaluateExpression);
    return convert(rendered, STRING, source);
  });
}

function templateFile(file: string | undefined, source: SourceText): string {
  return file ?? source.place.file;
}
