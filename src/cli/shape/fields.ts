import schema from 'amazon-states-language-service/out/validation/validationSchema.js';
import { nearest } from '../../nearest.ts';
import { own } from '../../own.ts';
import type { ShapePlace } from './place.ts';

/** Which fields the parts of a definition have, by the validator's own lists. */

const { Common, StateTypes, ReferenceTypes, Root } = schema.default;

const OF_STATES: ReadonlySet<string> = new Set([
  ...Object.keys(Common),
  ...Object.values(StateTypes).flatMap(({ Properties }) => Object.keys(Properties)),
]);

/** A part of a state, by the field that it stands in. */
const PARTS: Readonly<Record<string, { readonly title: string; readonly fields: readonly string[] }>> = {
  Choices: {
    title: 'a choice rule',
    fields: [
      ...Object.keys(ReferenceTypes['ChoiceRule'] ?? {}),
      ...Object.keys(ReferenceTypes['ComparisonOperators'] ?? {}),
    ],
  },
  Retry: { title: 'a retrier', fields: Object.keys(ReferenceTypes['Retrier'] ?? {}) },
  Catch: { title: 'a catcher', fields: Object.keys(ReferenceTypes['Catcher'] ?? {}) },
};

interface UnknownField {
  readonly text: string;
  /** True for a field of other parts, or a slip in the name of one: it is none that AWS added since. */
  readonly isCertain: boolean;
}

/** Says that a field is none of the part that it stands in. */
export function unknownField({ json, rest }: ShapePlace): UnknownField {
  const name = rest.at(-1) ?? '';
  const [field = ''] = rest;
  const part = rest.length > 1 ? own(PARTS, field) : undefined;
  if (part !== undefined) {
    const like = nearest(name, part.fields);
    return { text: `is no field of ${part.title}${meant(like)}`, isCertain: like !== undefined || OF_STATES.has(name) };
  }
  const type = typeof json?.['Type'] === 'string' ? json['Type'] : undefined;
  if (type === undefined || rest.length > 1) {
    const like = nearest(name, Object.keys(Root));
    return { text: `is no field of a workflow${meant(like)}`, isCertain: false };
  }
  const like = OF_STATES.has(name) ? undefined : nearest(name, OF_STATES);
  const isCertain = OF_STATES.has(name) || like !== undefined;
  return { text: `is no field of a ${type} state${meant(like)}`, isCertain };
}

function meant(like: string | undefined): string {
  return like === undefined ? '' : `; did you mean ${like}?`;
}
