/**
 * The types of Terraform.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export type Type =
  | { readonly kind: 'string' | 'number' | 'bool' }
  /** The type of what isn't known. */
  | { readonly kind: 'dynamic' }
  /** The type of `null`, which every type has. */
  | { readonly kind: 'null' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: Type }
  | { readonly kind: 'tuple'; readonly elements: readonly Type[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, Type> };

export const STRING: Type = { kind: 'string' };
export const NUMBER: Type = { kind: 'number' };
export const BOOL: Type = { kind: 'bool' };
export const DYNAMIC: Type = { kind: 'dynamic' };
export const LIST_OF_STRINGS: Type = { kind: 'list', element: STRING };
export const NULL: Type = { kind: 'null' };

export function isPrimitive(type: Type): boolean {
  return type.kind === 'string' || type.kind === 'number' || type.kind === 'bool';
}

export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind === 'tuple' && b.kind === 'tuple') {
    return (
      a.elements.length === b.elements.length && a.elements.every((type, i) => sameType(type, b.elements[i] ?? DYNAMIC))
    );
  }
  if (a.kind === 'object' && b.kind === 'object') {
    const same = [...a.attributes].every(([name, type]) =>
      sameType(type, b.attributes.get(name) ?? { kind: 'tuple', elements: [] }),
    );
    return (
      a.attributes.size === b.attributes.size &&
      same &&
      [...a.attributes.keys()].every((name) => b.attributes.has(name))
    );
  }
  if ('element' in a && 'element' in b) return a.kind === b.kind && sameType(a.element, b.element);
  return a.kind === b.kind;
}

/** True where something in it isn't known. */
export function isDynamic(type: Type): boolean {
  if (type.kind === 'dynamic') return true;
  if (type.kind === 'tuple') return type.elements.some(isDynamic);
  if (type.kind === 'object') return [...type.attributes.values()].some(isDynamic);
  return 'element' in type && isDynamic(type.element);
}

/**
 * The type that values of all these types are converted to; undefined where there is none.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/conditionals#result-types, and of the rules
 * that it leaves out https://pkg.go.dev/github.com/zclconf/go-cty/cty/convert#UnifyUnsafe
 */
export function unify(types: readonly Type[]): Type | undefined {
  const [first = DYNAMIC, ...others] = types;
  if (others.every((type) => sameType(first, type))) return first;
  const some = types.filter(({ kind }) => kind !== 'null');
  const kinds = new Set(some.map(({ kind }) => kind));
  const only = (...allowed: readonly Type['kind'][]) => [...kinds].every((kind) => allowed.includes(kind));
  if (kinds.has('dynamic')) return DYNAMIC;
  if (only('string', 'number', 'bool')) {
    // Of a number and a bool without a text there is no common type.
    return kinds.has('string') ? STRING : kinds.size === 1 ? some[0] : undefined;
  }
  // What becomes of null beside these is not told anywhere.
  if (some.length < types.length) return DYNAMIC;
  if (only('object')) return unifyObjects(types);
  if (only('tuple')) return unifyTuples(types);
  if (only('map', 'object')) return collectionOf('map', types);
  if (only('list', 'tuple')) return collectionOf('list', types);
  if (only('set')) return collectionOf('set', types);
  return only('set', 'list', 'tuple') ? DYNAMIC : undefined;
}

function elementTypes(type: Type): readonly Type[] {
  if (type.kind === 'tuple') return type.elements;
  if (type.kind === 'object') return [...type.attributes.values()];
  return 'element' in type ? [type.element] : [];
}

function collectionOf(kind: 'list' | 'set' | 'map', types: readonly Type[]): Type | undefined {
  const element = unify(types.flatMap(elementTypes));
  return element && { kind, element };
}

function unifyObjects(types: readonly Type[]): Type | undefined {
  const objects = types.flatMap((type) => (type.kind === 'object' ? [type.attributes] : []));
  const names = [...(objects[0]?.keys() ?? [])];
  if (!objects.every((object) => object.size === names.length && names.every((name) => object.has(name)))) {
    return collectionOf('map', types);
  }
  const attributes = new Map<string, Type>();
  for (const name of names) {
    const type = unify(objects.map((object) => object.get(name) ?? DYNAMIC));
    if (!type) return undefined;
    attributes.set(name, type);
  }
  return { kind: 'object', attributes };
}

function unifyTuples(types: readonly Type[]): Type | undefined {
  const tuples = types.flatMap((type) => (type.kind === 'tuple' ? [type.elements] : []));
  const length = tuples[0]?.length ?? 0;
  if (!tuples.every((tuple) => tuple.length === length)) return collectionOf('list', types);
  const elements: Type[] = [];
  for (let i = 0; i < length; i++) {
    const type = unify(tuples.map((tuple) => tuple[i] ?? DYNAMIC));
    if (!type) return undefined;
    elements.push(type);
  }
  return { kind: 'tuple', elements };
}
