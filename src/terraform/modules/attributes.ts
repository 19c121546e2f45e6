import { evaluate } from '../evaluate/evaluate.ts';
import { readFile } from '../functions/files.ts';
import { render } from '../functions/templates.ts';
import type { Source } from '../hcl/syntax.ts';
import { convert } from '../values/convert.ts';
import { STRING } from '../values/type.ts';
import { isOpen, NOTHING, object, refused, string, unknown, type Value } from '../values/value.ts';
import { type Instance, type Reading, remembered, scopeOf } from './module.ts';

/** Arguments that are Terraform's and no resource's. */
export const META = new Set(['count', 'for_each', 'depends_on', 'provider', 'lifecycle', 'provisioner', 'connection']);

/** An attribute of a resource as its files give it, or an output of a module; undefined for what only an apply tells. */
export function givenAttribute(reading: Reading, address: string, name: string, source: Source): Value | undefined {
  const instance = reading.instances.get(address);
  if (!instance) return undefined;
  if (instance.kind === 'missing') return unknown(source, instance.why);
  if (instance.kind === 'module') return outputOf(reading, instance, address, name, source);
  const given = argumentOf(reading, instance, address, name);
  // What is given as null the provider fills in; what isn't known here is still the attribute of that resource.
  if (given && given.kind !== 'null' && given.kind !== 'unknown') return given;
  return computed(reading, instance, address, name, source);
}

function outputOf(
  reading: Reading,
  { module }: Extract<Instance, { kind: 'module' }>,
  address: string,
  name: string,
  source: Source,
): Value {
  const output = module.source.outputs.get(name)?.body.attributes.get('value')?.value;
  if (!output) return refused(source, `${address} has no output ${JSON.stringify(name)}`);
  return remembered(reading, `${address}|output.${name}`, source, `${address}.${name}`, () =>
    evaluate(output, scopeOf(module)),
  );
}

/** An argument that stands in the resource's block. */
export function argumentOf(
  reading: Reading,
  { block, scope }: Extract<Instance, { kind: 'resource' }>,
  address: string,
  name: string,
): Value | undefined {
  const expression = META.has(name) ? undefined : block.body.attributes.get(name)?.value;
  if (!expression) return undefined;
  return remembered(reading, `${address}#${name}`, expression, `${address}.${name}`, () => evaluate(expression, scope));
}

/** What the providers that work with files alone compute. */
function computed(
  reading: Reading,
  instance: Extract<Instance, { kind: 'resource' }>,
  address: string,
  name: string,
  source: Source,
): Value | undefined {
  const { block, scope } = instance;
  const type = `${block.type === 'data' ? 'data.' : ''}${block.labels[0]}`;
  const argument = (of: string) => argumentOf(reading, instance, address, of);
  if (type === 'terraform_data' && name === 'output') return argument('input') ?? NOTHING;
  if (type === 'data.local_file' && name === 'content') {
    const file = argument('filename');
    if (file?.kind !== 'string') return undefined;
    const content = readFile(file.value, { ...source, world: reading.world });
    return typeof content === 'string' ? string(content) : content;
  }
  if (type !== 'data.template_file' || name !== 'rendered') return undefined;
  return remembered(reading, `${address}#rendered`, source, `${address}.rendered`, () => {
    const template = convert(argument('template') ?? NOTHING, STRING, source);
    if (template.kind === 'unknown') return template;
    if (template.kind !== 'string') return unknown(source, 'its template is known only after apply', STRING);
    const variables = argument('vars') ?? object([]);
    const texts = convert(variables, { kind: 'map', element: STRING }, source);
    const parsed = reading.world.parseTemplate(
      templateFile(block.body.attributes.get('template')?.place.file, source),
      template.value,
    );
    const rendered = render(source, parsed, isOpen(texts) && texts.kind === 'unknown' ? texts : texts, scope, evaluate);
    return convert(rendered, STRING, source);
  });
}

function templateFile(file: string | undefined, source: Source): string {
  return file ?? source.place.file;
}
