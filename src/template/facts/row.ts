import { isObject, type Json, type JsonObject } from '../../asl/json.ts';
import type { ResourceFacts } from '../../facts/fact.ts';
import { own } from '../../own.ts';
import type { FactContext } from './context.ts';
import { kmsKeyIn } from './key.ts';

/** One resource type: where its template says the facts. */
export interface FactRow {
  /** The AWS page of the resource type. */
  readonly page: string;
  /** The ARN by which policies and facts name it, with `{name}`. */
  readonly arn: string;
  /** The property that names it. */
  readonly name?: string;
  /** Attributes that return its ARN. */
  readonly attributes?: readonly string[];
  /** The properties that the facts are in. */
  readonly reads: readonly string[];
  /** The facts in resolved properties. A fact that isn't known is left out. */
  readonly facts: (properties: JsonObject, resource: FactResource) => ResourceFacts;
}

export interface FactResource {
  readonly id: string;
  readonly context: FactContext;
}

/** A resource's ARN in the stack's Region and account. */
export function regional(service: string, resource: string): string {
  return `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`;
}

/** A global resource's ARN in the stack's account. */
export function ofAccount(service: string, resource: string): string {
  return `arn:\${AWS::Partition}:${service}::\${AWS::AccountId}:${resource}`;
}

/** A resource whose key is a property on its own, or in an object of this path. */
export function keyed(page: string, path: string, more: Pick<FactRow, 'arn' | 'name' | 'attributes'>): FactRow {
  const [property = ''] = path.split('.');
  return {
    page,
    ...more,
    reads: [property],
    facts: (properties, { context }) => keyFact(kmsKeyIn(part(properties, path), context)),
  };
}

export function keyFact(key: string | undefined): ResourceFacts {
  return key === undefined ? {} : { key };
}

/** The property at a path such as `SSESpecification.KMSMasterKeyId`. What is unknown as a whole is unknown in part. */
export function part(json: Json | undefined, path: string): Json | undefined {
  let value = json;
  for (const name of path.split('.')) {
    if (!isObject(value)) return value;
    value = own(value, name);
  }
  return value;
}

export function cfnPage(name: string): string {
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/${name}.html`;
}
