import { isArray, isObject, type Json } from '../../asl/json.ts';

/** The names in the `${…}` of a definition's texts and keys, in the order in which they stand: what --substitute can replace. */
export function openNamesIn(definition: Json): readonly string[] {
  const names = new Set<string>();
  const collect = (text: string) => {
    for (const [, name = ''] of text.matchAll(/\$\{([^${}]+)\}/g)) names.add(name);
  };
  const walk = (value: Json): void => {
    if (typeof value === 'string') collect(value);
    else if (isArray(value)) value.forEach(walk);
    else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        collect(key);
        walk(inner);
      }
    }
  };
  walk(definition);
  return [...names];
}
