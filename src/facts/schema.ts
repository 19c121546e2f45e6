import type { JsonObject } from '../asl/json.ts';
import type { FactName } from './fact.ts';
import { SCHEMA_FIELD } from './file.ts';
import { SHORT_KEY, type ValueForm } from './forms.ts';
import { ANY_SUBJECT, FACT_SUBJECTS, type FactSubject, OPEN_PLACE } from './types.ts';

/** What each fact is, for people who fill in a facts file. */
export const FACT_MEANINGS: Readonly<Record<FactName, string>> = {
  key: 'The customer managed KMS key that encrypts it; of an alias: the key that it points to.',
  roles: 'The roles that it passes to a service.',
  path: 'The path of the role.',
  secret: "The secret that has the connection's credentials.",
  output: 'Where the workgroup writes the results of queries.',
  enforced: "Whether the workgroup's settings override those of a query.",
  type: 'The type of the state machine.',
  models: 'The models that the inference profile chooses from.',
};

/** The JSON Schema of a facts file, for editors and for checks without rolefit. */
export function factsSchema(): JsonObject {
  const types = [...FACT_SUBJECTS, ANY_SUBJECT];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Facts of AWS resources for rolefit',
    description: 'What resources are that a state machine names: ARN, pattern of ARNs, or ${Placeholder} → facts',
    // All of a YAML file can be comments.
    type: ['object', 'null'],
    properties: { [SCHEMA_FIELD]: { type: 'string' } },
    patternProperties: Object.fromEntries(types.map((type) => [type.arn.source, entrySchema(type)])),
    additionalProperties: false,
    // Apart from the rest, whose patterns say which resources there can be.
    allOf: [
      {
        patternProperties: {
          [OPEN_PLACE.source]: { properties: { key: { not: { type: 'string', pattern: SHORT_KEY.source } } } },
        },
      },
    ],
  };
}

function entrySchema({ name, form, fields, page }: FactSubject): JsonObject {
  return {
    title: `${name} (${form})`,
    ...(page === undefined ? {} : { $comment: page }),
    type: 'object',
    properties: Object.fromEntries(
      fieldForms(fields).map(([field, value]) => [
        field,
        { description: `${FACT_MEANINGS[field]} Write ${value.wanted}.`, ...valueSchema(value) },
      ]),
    ),
    additionalProperties: false,
    minProperties: 1,
  };
}

/** The fields of a type with their forms, in the order of the table. */
export function fieldForms(fields: FactSubject['fields']): readonly (readonly [FactName, ValueForm])[] {
  return Object.entries(fields).flatMap(([field, form]) => (isFactName(field) ? [[field, form] as const] : []));
}

function isFactName(field: string): field is FactName {
  return Object.hasOwn(FACT_MEANINGS, field);
}

function valueSchema(form: ValueForm): JsonObject {
  switch (form.kind) {
    case 'text':
      return textSchema(form.forms);
    case 'choice':
      return { enum: form.choices };
    case 'flag':
      return { type: 'boolean' };
    case 'list':
      return { type: 'array', minItems: form.least, items: textSchema(form.items) };
  }
}

function textSchema(forms: readonly RegExp[]): JsonObject {
  return { type: 'string', anyOf: forms.map(({ source }) => ({ pattern: source })) };
}
