import { evaluate } from '../evaluate/evaluate.ts';
import { pairsOf } from '../evaluate/for.ts';
import { type Scope, withVariables } from '../evaluate/scope.ts';
import type { Block, Body } from '../hcl/syntax.ts';
import type { FilePlace } from '../resource.ts';
import { object, tuple, type Value } from '../values/value.ts';

/** Blocks that are Terraform's and no resource's. */
const META_BLOCKS = new Set(['lifecycle', 'provisioner', 'connection', 'dynamic']);

interface Nested {
  readonly type: string;
  readonly place: FilePlace;
  /** Its content, or what keeps a dynamic block's items unknown. */
  readonly value: Value;
  readonly isOpen: boolean;
}

/**
 * The nested blocks of a body, each type as a list of objects; dynamic ones are written out.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
 */
export function nestedBlocks(
  body: Body,
  scope: Scope,
): ReadonlyMap<string, { readonly value: Value; readonly places: readonly FilePlace[] }> {
  const nested = body.blocks.flatMap((block) =>
    block.type === 'dynamic' ? dynamicBlocks(block, scope) : plainBlock(block, scope),
  );
  const types = new Map<string, { value: Value; places: FilePlace[] }>();
  for (const [type, blocks] of Map.groupBy(nested, (one) => one.type)) {
    const open = blocks.find(({ isOpen }) => isOpen);
    // Of blocks that aren't all known, none is said to be all.
    const value = open ? open.value : tuple(blocks.map((block) => block.value));
    types.set(type, { value, places: blocks.map(({ place }) => place) });
  }
  return types;
}

function plainBlock(block: Block, scope: Scope): readonly Nested[] {
  if (META_BLOCKS.has(block.type)) return [];
  return [{ type: block.type, place: block.place, value: contentOf(block.body, scope), isOpen: false }];
}

function contentOf(body: Body, scope: Scope): Value {
  const entries: [string, Value][] = [...body.attributes].map(([name, { value }]) => [name, evaluate(value, scope)]);
  for (const [type, { value }] of nestedBlocks(body, scope)) entries.push([type, value]);
  return object(entries);
}

function dynamicBlocks(block: Block, scope: Scope): readonly Nested[] {
  const [type = ''] = block.labels;
  const { attributes, blocks } = block.body;
  const each = attributes.get('for_each')?.value;
  const content = blocks.find((one) => one.type === 'content');
  if (!each || !content) return [];
  const iterator = attributes.get('iterator')?.value;
  const name = iterator?.kind === 'variable' ? iterator.name : type;
  const pairs = pairsOf(evaluate(each, scope), each, scope);
  if (!Array.isArray(pairs)) return [{ type, place: block.place, value: pairs, isOpen: true }];
  return pairs.map(([key, value]) => {
    const item = object([
      ['key', key],
      ['value', value],
    ]);
    return {
      type,
      place: block.place,
      value: contentOf(content.body, withVariables(scope, [[name, item]])),
      isOpen: false,
    };
  });
}
