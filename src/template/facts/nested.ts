import { dirname, join } from 'node:path';
import { DefinitionError } from '../../asl/error.ts';
import { isObject, type Json, type JsonObject } from '../../asl/json.ts';
import type { StatedFacts } from '../../facts/fact.ts';
import { own } from '../../own.ts';
import { assetTemplate, type ReadText } from '../assets.ts';
import { type ParameterValues, resolverOf } from '../intrinsics.ts';
import { propertiesOf, readTemplate, resourceTypeOf, section, type Template } from '../read.ts';
import { carriedFacts, innerText } from './carry.ts';
import { type FactContext, writtenText } from './context.ts';
import { ownFacts } from './factsIn.ts';
import { standInFacts } from './standIns.ts';

/** Where a template is, and what its parameters are. */
export interface TemplateFile {
  readonly file: string;
  readonly read: ReadText;
  readonly values: ParameterValues;
  /** The stack's name, if it is known. */
  readonly stack?: string;
}

/** More levels than CloudFormation users nest. */
const MAX_DEPTH = 5;

/** What a template says of its resources and of those in its nested stacks, as far as their templates can be read. */
export function templateFacts(
  context: FactContext,
  at: TemplateFile,
  open: readonly string[] = [],
): readonly StatedFacts[] {
  const within = [...open, at.file];
  const resolved = Object.keys(context.resolver.placeholders());
  const nested = Object.entries(context.template.resources).flatMap(([id, resource]) => {
    const file = nestedFile(resource, context, at);
    return file === undefined || within.includes(file) || within.length > MAX_DEPTH
      ? []
      : nestedFacts(id, resource, file, context, at, within);
  });
  const stated = [...ownFacts(context, at.file), ...nested];
  return [...stated, ...standInFacts(stated, resolved, context)];
}

function nestedFacts(
  id: string,
  resource: JsonObject,
  file: string,
  outer: FactContext,
  { read, values }: TemplateFile,
  open: readonly string[],
): readonly StatedFacts[] {
  const template = templateIn(file, read);
  if (template === undefined) return [];
  const parameters = parametersOf(resource, outer).map(([name, text]) => [name, innerText(text)] as const);
  const inner: ParameterValues = { ...values, parameters: Object.fromEntries(parameters) };
  const context: FactContext = { template, resolver: resolverOf(template, inner) };
  const facts = templateFacts(context, { file, read, values: inner }, open);
  const passed = outputsOf(context).flatMap(({ name, text }) => {
    const to = outer.resolver.resolve({ 'Fn::GetAtt': [id, `Outputs.${name}`] });
    return typeof to === 'string' ? textForms(text, context).map((from) => ({ from, to })) : [];
  });
  return carriedFacts(facts, passed);
}

/** The texts that a nested stack's parameters get, as the analysis sees them. */
export function parametersOf(
  resource: JsonObject,
  context: FactContext,
): readonly (readonly [name: string, text: string])[] {
  const parameters = context.resolver.resolve(own(propertiesOf(resource), 'Parameters') ?? {});
  return Object.entries(isObject(parameters) ? parameters : {}).flatMap(([name, value]) => {
    const text = scalar(value);
    return text === undefined ? [] : [[name, writtenText(text, context)] as const];
  });
}

function scalar(json: Json): string | undefined {
  return json === null || typeof json === 'object' ? undefined : String(json);
}

interface Output {
  readonly name: string;
  readonly text: string;
  /** The name under which other stacks import it. */
  readonly exportName: string | undefined;
}

export function outputsOf({ template, resolver }: FactContext): readonly Output[] {
  return Object.entries(section(template, 'Outputs')).flatMap(([name, output]) => {
    if (!isObject(output)) return [];
    const text = resolver.resolve(own(output, 'Value') ?? '');
    const exported = own(output, 'Export');
    const exportName = isObject(exported) ? resolver.resolve(own(exported, 'Name') ?? '') : undefined;
    return typeof text === 'string'
      ? [{ name, text, exportName: typeof exportName === 'string' ? exportName : undefined }]
      : [];
  });
}

/** A text as it is, and with ARNs and URLs composed of names. */
export function textForms(text: string, context: FactContext): readonly string[] {
  return [...new Set([text, writtenText(text, context)])];
}

/** The file of a nested stack's template, beside the template that nests it; undefined if it is in S3. */
export function nestedFile(
  resource: JsonObject,
  { resolver }: FactContext,
  { file, read }: Pick<TemplateFile, 'file' | 'read'>,
): string | undefined {
  const property = own(LOCATIONS, resourceTypeOf(resource));
  if (property === undefined) return undefined;
  const location = resolver.resolve(own(propertiesOf(resource), property) ?? '');
  const path = assetTemplate(resource, file, read) ?? location;
  return typeof path !== 'string' || path === '' || /^[a-z0-9]+:|\$\{/i.test(path)
    ? undefined
    : join(dirname(file), path);
}

/**
 * Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html,
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html and, for
 * local files, https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
const LOCATIONS: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};

/** Undefined for a file that is no template: it isn't the one that the user asks about. */
function templateIn(file: string, read: ReadText): Template | undefined {
  try {
    const text = read(file);
    return text === undefined ? undefined : readTemplate(text);
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}
