import { DefinitionError } from '../../asl/error.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { own } from '../../own.ts';
import { known, objectOf, unknownValue } from '../domain/construct.ts';
import { join } from '../domain/join.ts';
import { ABSENT, type Possible, type Unknown } from '../domain/possible.ts';

/**
 * The input of executions as the user declares it: a JSON Schema (an object with `$schema`, or of the type `object`
 * with `properties`), or an example, which is taken as the exact input of every execution.
 *
 * A schema's `const`, `enum`, `properties`, `required`, `additionalProperties: false`, `oneOf`, `anyOf`, a single
 * `allOf` and local `$ref`s are evaluated. Other keywords could only narrow the values, so ignoring them is safe.
 *
 * Source: https://json-schema.org/draft/2020-12/json-schema-validation
 */
export function declaredInput(declared: Json | undefined): Possible {
  if (declared === undefined) return ANY_INPUT;
  return isSchema(declared) ? schemaValue(declared, { root: declared, depth: 0, open: [] }) : known(declared, '');
}

const CAUSE = { state: '', reason: "the execution's input" };
const ANY_INPUT = unknownValue('the state input', CAUSE);

function anything(): Unknown {
  return unknownValue("the execution's input");
}

function isSchema(json: Json): json is JsonObject {
  if (!isObject(json)) return false;
  return typeof json['$schema'] === 'string' || (json['type'] === 'object' && isObject(json['properties']));
}

interface Within {
  readonly root: JsonObject;
  readonly depth: number;
  /** The references that led here. */
  readonly open: readonly string[];
}

const MAX_DEPTH = 30;

function schemaValue(schema: Json, within: Within): Possible {
  const { root, depth } = within;
  if (!isObject(schema) || depth > MAX_DEPTH) return anything();
  const deeper = { ...within, depth: depth + 1 };
  const { const: constant, enum: values, anyOf, oneOf, allOf, $ref: reference } = schema;
  if (constant !== undefined) return known(constant, '');
  if (isArray(values)) return join(values.map((value) => known(value, '')));
  if (typeof reference === 'string') {
    // A recursive schema is known only as deep as it is written.
    if (within.open.includes(reference)) return anything();
    return schemaValue(referred(root, reference), { ...deeper, open: [...within.open, reference] });
  }
  const alternatives = anyOf ?? oneOf;
  if (isArray(alternatives)) return join(alternatives.map((each) => schemaValue(each, deeper)));
  if (isArray(allOf) && allOf.length === 1 && allOf[0] !== undefined) return schemaValue(allOf[0], deeper);
  return isObject(schema['properties']) && schema['type'] === 'object'
    ? objectFrom(schema, schema['properties'], deeper)
    : anything();
}

function objectFrom(schema: JsonObject, properties: JsonObject, within: Within): Possible {
  const required = isArray(schema['required']) ? schema['required'] : [];
  const fields = Object.entries(properties).map(([name, property]): [string, Possible] => {
    const value = schemaValue(property, within);
    return [name, required.includes(name) ? value : join([value, ABSENT])];
  });
  const isClosed = schema['additionalProperties'] === false && schema['patternProperties'] === undefined;
  return objectOf(new Map(fields), isClosed ? ABSENT : anything());
}

function referred(root: JsonObject, reference: string): Json {
  const problem = (what: string) =>
    new DefinitionError({ field: '--input' }, `$ref ${JSON.stringify(reference)} ${what}`);
  if (!reference.startsWith('#')) throw problem('is not within the schema; put what it names into the same file');
  let found: Json | undefined = root;
  for (const token of reference.slice(1).split('/').slice(1)) {
    const name = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
    found = isObject(found) ? own(found, name) : isArray(found) ? found[Number(name)] : undefined;
  }
  if (found === undefined) throw problem('names nothing in the schema');
  return found;
}
