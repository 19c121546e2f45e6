import type { Random } from './random.ts';
import { type Part, partsOf, type Shape, type TextKind } from './shapes.ts';

/** What an expression may refer to: how it is written, and what is probably there. */
export interface Root {
  readonly written: string;
  readonly shape: Shape;
}

export interface Place extends Part {
  readonly written: string;
}

/** Everything that a generated expression needs to know of where it stands. */
export interface Setting {
  readonly random: Random;
  readonly roots: readonly Root[];
}

export function placesOf({ roots }: Setting): readonly Place[] {
  return roots.flatMap(({ written, shape }) => partsOf(shape).map((part) => ({ ...part, written })));
}

export function textPlace(setting: Setting, kind: TextKind): Place | undefined {
  const fitting = placesOf(setting).filter(({ shape }) => shape.kind === 'text' && shape.of === kind);
  return fitting.length === 0 ? undefined : setting.random.pick(fitting);
}

export function listPlace(setting: Setting, kind?: TextKind): (Place & { readonly item: Shape }) | undefined {
  const fitting = placesOf(setting).flatMap((place) => {
    const { shape } = place;
    if (shape.kind !== 'list') return [];
    const { item } = shape;
    return kind === undefined || (item.kind === 'text' && item.of === kind) ? [{ ...place, item }] : [];
  });
  return fitting.length === 0 ? undefined : setting.random.pick(fitting);
}

/** A list of objects with a text of the kind in a field of each. */
export function fieldOfList(
  setting: Setting,
  kind: TextKind,
): { readonly list: string; readonly field: string } | undefined {
  const fitting = placesOf(setting).flatMap((place) => {
    const { shape } = place;
    if (shape.kind !== 'list' || shape.item.kind !== 'object') return [];
    return Object.entries(shape.item.fields)
      .filter(([, field]) => field.kind === 'text' && field.of === kind)
      .map(([field]) => ({ list: pathTo(place), field }));
  });
  return fitting.length === 0 ? undefined : setting.random.pick(fitting);
}

export function placeLike(setting: Setting, shape: Shape): Place | undefined {
  const wanted = JSON.stringify(shape);
  const fitting = placesOf(setting).filter((place) => JSON.stringify(place.shape) === wanted);
  return fitting.length === 0 ? undefined : setting.random.pick(fitting);
}

/** A path in the notation that both languages share. */
export function pathTo({ written, steps }: Place): string {
  return `${written}${steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')}`;
}
