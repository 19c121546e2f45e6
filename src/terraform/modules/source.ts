import type { HclFile } from '../hcl/parse.ts';
import type { Attribute, Block, Body, SyntaxProblem } from '../hcl/syntax.ts';

/** The files of one folder, as a module. */
export interface ModuleSource {
  /** From the root folder: `.`, `modules/orders`. */
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly modules: ReadonlyMap<string, Block>;
  /** `aws_sqs_queue.q` and `data.aws_region.current` → its block. */
  readonly resources: ReadonlyMap<string, Block>;
  /** `aws` and `aws.eu` → its block. */
  readonly providers: ReadonlyMap<string, Block>;
  readonly problems: readonly SyntaxProblem[];
}

/** What a module is read from. */
export interface ModuleFiles {
  readonly list: (folder: string) => readonly string[];
  readonly readText: (path: string) => string | undefined;
  readonly parse: (file: string, text: string) => HclFile;
}

/**
 * Reads a folder's files. What stands in an override file changes what the others have.
 *
 * Source: https://developer.hashicorp.com/terraform/language/files and …/files/override
 */
export function readModule(folder: string, files: ModuleFiles): ModuleSource {
  const names = files.list(folder).toSorted();
  const problems: SyntaxProblem[] = [];
  const blocks: Block[] = [];
  const overrides: Block[] = [];
  for (const name of names.filter((one) => isRead(one, names))) {
    const path = folder === '.' ? name : `${folder}/${name}`;
    const place = { file: path, line: 1 };
    const text = files.readText(path);
    if (name.endsWith('.json')) problems.push({ place, why: 'Terraform files in JSON are not read: write it in HCL' });
    else if (text === undefined) problems.push({ place, why: 'the file cannot be read' });
    else {
      const { body, problems: found } = files.parse(path, text);
      problems.push(...found);
      (/(?:^|_)override\.(?:tf|tofu)$/.test(name) ? overrides : blocks).push(...body.blocks);
    }
  }
  return { folder, ...declared(overridden(blocks, overrides)), problems };
}

/** OpenTofu reads `x.tofu` in place of `x.tf`: https://opentofu.org/docs/language/files/ */
function isRead(name: string, all: readonly string[]): boolean {
  if (name.startsWith('.') || name.endsWith('~')) return false;
  if (/\.tofu(?:\.json)?$/.test(name)) return true;
  return /\.tf(?:\.json)?$/.test(name) && !all.includes(name.replace(/\.tf(\.json)?$/, '.tofu$1'));
}

function keyOf({ type, labels }: Block): string {
  return [type, ...labels].join('.');
}

function overridden(blocks: readonly Block[], overrides: readonly Block[]): readonly Block[] {
  const result = [...blocks];
  for (const override of overrides) {
    if (override.type === 'locals') {
      result.push(override);
      continue;
    }
    const at = result.findIndex((block) => keyOf(block) === keyOf(override));
    const original = result[at];
    if (original) result[at] = { ...original, body: mergedBody(original.body, override.body) };
    else result.push(override);
  }
  return result;
}

/** An argument replaces its namesake; nested blocks replace all of their type. */
function mergedBody(original: Body, override: Body): Body {
  const types = new Set(override.blocks.map(({ type }) => type));
  return {
    attributes: new Map([...original.attributes, ...override.attributes]),
    blocks: [...original.blocks.filter(({ type }) => !types.has(type)), ...override.blocks],
  };
}

function declared(blocks: readonly Block[]) {
  const ofType = (type: string) => blocks.filter((block) => block.type === type);
  const byName = (type: string) => new Map(ofType(type).map((block) => [block.labels[0] ?? '', block] as const));
  const resources = [
    ...ofType('resource').map((block) => [block.labels.join('.'), block] as const),
    ...ofType('data').map((block) => [`data.${block.labels.join('.')}`, block] as const),
  ];
  const providers = ofType('provider').map((block) => {
    const alias = block.body.attributes.get('alias')?.value;
    const name = block.labels[0] ?? '';
    return [alias?.kind === 'literal' ? `${name}.${alias.value}` : name, block] as const;
  });
  return {
    variables: byName('variable'),
    locals: new Map(ofType('locals').flatMap(({ body }) => [...body.attributes])),
    outputs: byName('output'),
    modules: byName('module'),
    resources: new Map(resources),
    providers: new Map(providers),
  };
}
