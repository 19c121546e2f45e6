import { objectOf } from './construct.ts';
import { fieldOf, namesOf } from './parts.ts';
import { ABSENT, type Known, type PartObject, type Possible, type Single } from './possible.ts';

/** One object for several: for each field, `merge` makes one value of those in the objects. */
export function mergedObject(
  objects: readonly (PartObject | Known)[],
  merge: (values: readonly Possible[]) => Possible,
): Single {
  const fields = new Map<string, Possible>();
  for (const named of objects) {
    for (const name of namesOf(named)) {
      if (fields.has(name)) continue;
      fields.set(name, merge(objects.map((object) => fieldOf(object, name))));
    }
  }
  const open = objects.find((object) => object.kind === 'object' && object.rest.kind === 'unknown');
  return objectOf(fields, open?.kind === 'object' ? open.rest : ABSENT);
}
