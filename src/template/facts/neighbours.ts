import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import type { StatedFacts } from '../../facts/fact.ts';
import { hasPlaceholder } from '../../iam/text.ts';
import { own } from '../../own.ts';
import { type ExportedPlaceholder, exportedPlaceholder, type Import, type SharedName } from '../imports.ts';
import { type Resolver, resolverOf } from '../intrinsics.ts';
import type { Template } from '../read.ts';
import { carriedFacts, type Passed } from './carry.ts';
import type { FactContext } from './context.ts';
import { nestedFile, outputsOf, parametersOf, type TemplateFile, templateFacts, textForms } from './nested.ts';

/** The other templates of an app: those that nest a template, and those whose exports it imports. */

/** A template that is deployed with others. All of it is read when it is first asked for. */
export interface Neighbour {
  readonly file: string;
  readonly facts: () => readonly StatedFacts[];
  /** The name of an import (`Import`) → the exported text, in each of its forms. */
  readonly exports: () => ReadonlyMap<string, readonly string[]>;
  /** The ARN, URL or name of a resource that is exported under this name. */
  readonly exported: (name: string) => ExportedPlaceholder | undefined;
  /** What it passes to the parameters of a template that it nests. */
  readonly passedTo: (file: string) => readonly Passed[];
}

export function neighbourOf(template: Template, at: TemplateFile): Neighbour {
  const context = once((): FactContext => ({ template, resolver: resolverOf(template, at.values) }));
  const outputs = once(() =>
    outputsOf(context()).flatMap(({ name, text, exportName }) => [
      ...(exportName === undefined || hasPlaceholder(exportName) ? [] : [{ name: exportName, text }]),
      ...(at.stack === undefined ? [] : [{ name: outputOf(at.stack, name), text }]),
    ]),
  );
  const exported = once(() => {
    const { resolver } = context();
    const found = outputs().flatMap(({ name, text }) => {
      const what = exportedPlaceholder(at.file, text, resolver.placeholder(text));
      return what === undefined ? [] : [[name, what] as const];
    });
    return new Map(found);
  });
  return {
    file: at.file,
    facts: once(() => templateFacts(context(), at)),
    exports: once(() => new Map(outputs().map(({ name, text }) => [name, textForms(text, context())]))),
    exported: (name) => exported().get(name),
    passedTo: (file) =>
      Object.values(template.resources).flatMap((resource) =>
        nestedFile(resource, context(), at) === file
          ? parametersOf(resource, context()).map(([name, from]) => ({ from, to: `\${${name}}` }))
          : [],
      ),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What the neighbours say of the resources whose ARNs or names they pass to this template. */
export function neighbourFacts(
  context: FactContext,
  file: string,
  neighbours: readonly Neighbour[],
  names: readonly SharedName[] = [],
): readonly StatedFacts[] {
  const others = neighbours.filter((neighbour) => neighbour.file !== file);
  const imports = others.length === 0 ? [] : importsIn(context);
  return others.flatMap((neighbour) => {
    const passed = [
      ...neighbour.passedTo(file),
      ...names.filter((name) => name.file === neighbour.file),
      ...imports.flatMap(({ name, to }) => (neighbour.exports().get(name) ?? []).map((from) => ({ from, to }))),
    ];
    return passed.length === 0 ? [] : carriedFacts(neighbour.facts(), passed);
  });
}

/** The name of what Fn::GetStackOutput gets. */
function outputOf(stack: string, output: string): string {
  return `${stack} ${output}`;
}

export function importsIn({ template, resolver }: FactContext): readonly Import[] {
  return importNodes(template.json).flatMap((node) => {
    const name = importName(node, resolver);
    const to = resolver.resolve(node);
    return name !== undefined && typeof to === 'string' ? [{ name, to }] : [];
  });
}

/**
 * The name of what is imported; undefined if it may be in another account or Region, where the same name is another ARN.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html
 */
function importName(node: JsonObject, { resolve }: Resolver): string | undefined {
  const text = (json: Json | undefined) => {
    const value = json === undefined ? undefined : resolve(json);
    return typeof value === 'string' ? value : undefined;
  };
  const output = own(node, 'Fn::GetStackOutput');
  if (!isObject(output)) return text(own(node, 'Fn::ImportValue'));
  const here = { Ref: 'AWS::Region' };
  const [stack, name] = [text(own(output, 'StackName')), text(own(output, 'OutputName'))];
  const isHere = text(own(output, 'Region') ?? here) === text(here) && own(output, 'RoleArn') === undefined;
  return stack === undefined || name === undefined || !isHere ? undefined : outputOf(stack, name);
}

function importNodes(json: Json): readonly JsonObject[] {
  if (isArray(json)) return json.flatMap(importNodes);
  if (!isObject(json)) return [];
  const isImport = ['Fn::ImportValue', 'Fn::GetStackOutput'].some((name) => own(json, name) !== undefined);
  return isImport ? [json] : Object.values(json).flatMap(importNodes);
}
