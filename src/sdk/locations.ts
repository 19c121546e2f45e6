import type { Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { namePart } from '../grants/names.ts';
import { partialOrigin, patternOf } from '../grants/partial.ts';
import { formatArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { knownText, type Value } from '../values/domain/value.ts';
import { valuesAt } from './arguments.ts';

/** Places in Amazon S3 that a call names by `s3://bucket/prefix`, wholly known or in part. */

/** All objects whose keys start with the prefix, as a service writes them. */
export function objectsBelow(...fields: readonly string[]): ResourceSpec {
  return located(fields, (location) => {
    const key = location.includes('/') ? location : `${location}/`;
    return key.endsWith('*') ? key : `${key}*`;
  });
}

/** The buckets of these places. */
export function bucketsOf(...fields: readonly string[]): ResourceSpec {
  return located(fields, (location) => location.replace(/\/.*$/s, ''));
}

/** `shape` makes the resource of a location without its scheme: `bucket/prefix`. */
function located(fields: readonly string[], shape: (location: string) => string): ResourceSpec {
  return (context) =>
    fields.flatMap((field) =>
      valuesAt(context.arguments, field)
        .filter(({ kind }) => kind !== 'absent')
        .map((value) => resourceAt(value, field, shape, context)),
    );
}

function resourceAt(
  value: Value,
  field: string,
  shape: (location: string) => string,
  { place: { partition } }: CallContext,
): Resource {
  const objects = (resource: string) => formatArn({ partition, service: 's3', region: '', account: '', resource });
  const known = knownText(value);
  const text = known === undefined ? patternOf(value) : escapeText(known);
  const location = /^s3:\/\/(.+)$/s.exec(text ?? '')?.[1];
  const { origin } = namePart(value, field);
  if (location !== undefined) {
    return { arn: objects(shape(location)), origin: value.kind === 'unknown' ? partialOrigin(value, field) : origin };
  }
  const why = known === undefined ? origin : ({ kind: 'unknown', field, expression: known } as const);
  return { arn: objects(shape('*')), origin: why };
}
