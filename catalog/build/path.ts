/**
 * An argument's path, taken apart. Models write paths as src/sdk/arguments.ts reads them: `Config.Jobs[].JobId`, with
 * `[]` after a list and `{}` after a map.
 */
interface Step {
  readonly field: string;
  /** What follows the field: a list's elements, a map's keys, or those of lists in lists. */
  readonly walks: readonly ('list' | 'map')[];
}

/** The same few thousand paths are compared with every name of every ARN format. */
const PARSED = new Map<string, readonly Step[]>();

function stepsOf(path: string): readonly Step[] {
  const known = PARSED.get(path);
  if (known !== undefined) return known;
  const steps = path.split('.').map((text): Step => {
    const [field = ''] = /^[^[{]*/.exec(text) ?? [];
    const walks = text.slice(field.length).match(/\[\]|\{:?\}/g) ?? [];
    return { field, walks: walks.map((walk) => (walk === '[]' ? 'list' : 'map')) };
  });
  PARSED.set(path, steps);
  return steps;
}

/** The fields on a path, without its lists and maps: `Config`, `Jobs` and `JobId` of `Config.Jobs[].JobId`. */
export function fieldsOf(path: string): readonly string[] {
  return stepsOf(path).map(({ field }) => field);
}

/** The field that the path ends in: `JobId` of `Config.Jobs[].JobId`. */
export function lastField(path: string): string {
  return stepsOf(path).at(-1)?.field ?? '';
}

/** True for an argument that no other one holds. */
export function isTop(path: string): boolean {
  return stepsOf(path).length === 1;
}

/** True for a map's keys, and for what is in a map. */
export function isInMap(path: string): boolean {
  return stepsOf(path).some(({ walks }) => walks.includes('map'));
}

/** True for what an element of a list holds, and not for the elements themselves. */
export function isInElement(path: string): boolean {
  const steps = stepsOf(path);
  return steps.some(({ walks }, index) => walks.slice(index === steps.length - 1 ? 1 : 0).includes('list'));
}

/** True for two fields of one structure: `Lists[].Name` and `Lists[].Arn`. */
export function areSiblings(one: string, other: string): boolean {
  const parent = (path: string) => path.slice(0, path.lastIndexOf('.') + 1);
  return parent(one) === parent(other);
}

/** True where the path's last fields are those of the other path, lists and maps aside: `A.Jobs[].RoleArn` and `Jobs.RoleArn`. */
export function endsIn(path: string, end: string): boolean {
  const [fields, last] = [fieldsOf(path), fieldsOf(end)];
  return last.every((field, index) => fields[fields.length - last.length + index] === field);
}

/** True for an ARN by the path's last word, or a list of them. */
export function isArnName(path: string): boolean {
  const { field = '', walks = [] } = stepsOf(path).at(-1) ?? {};
  const isList = walks.length === 1 && walks[0] === 'list';
  return (isList && /ArnList$/.test(field)) || ((isList || walks.length === 0) && /Ar(n|ns|Ns)$/.test(field));
}

/** The path with its maps' values in place of their keys. */
export function withMapValues(path: string): string {
  return path.replaceAll('{}', '{:}');
}
