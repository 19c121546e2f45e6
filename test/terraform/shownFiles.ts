import type { Json, JsonObject } from '../../src/asl/json.ts';
import { resolverOf } from '../../src/template/intrinsics.ts';
import { writeOut } from '../../src/template/placeholder.ts';
import { shapeOf } from '../../src/template/resources.ts';
import type { Configuration, Evaluated } from '../../src/terraform/resource.ts';
import { policyDocument } from '../../src/terraform/translate/policyDocument.ts';
import { translationScope } from '../../src/terraform/translate/scope.ts';
import { translated } from '../../src/terraform/translate/translate.ts';
import { typeRow } from '../../src/terraform/translate/types.ts';
import { templateJson } from '../../src/terraform/translate/values.ts';

/**
 * Plans and states of files, in the format of terraform show -json.
 *
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */

const PSEUDO = { 'AWS::Region': 'eu-west-1', 'AWS::AccountId': '111122223333', 'AWS::Partition': 'aws' };

/** What `terraform show -json` prints after the apply: all arguments, and the attributes that definitions name. */
export function stateOf(configuration: Configuration): JsonObject {
  const { template } = translated(configuration, { region: 'eu-west-1' });
  const resolver = resolverOf(template, { pseudo: PSEUDO });
  const resolve = (json: Json): Json | undefined => {
    const resolved = resolver.resolve(json);
    return typeof resolved === 'string' ? writeOut(resolved, resolver.placeholders()) : resolved;
  };
  const scope = translationScope(configuration.resources, policyDocument, { region: 'eu-west-1' });
  const text = (value: Evaluated): Json => {
    const json = templateJson(value, scope);
    return json === undefined ? null : (resolve(json) ?? null);
  };
  return {
    format_version: '1.0',
    terraform_version: '1.9.0',
    values: {
      root_module: {
        resources: configuration.resources.map(({ address, mode, type, arguments: given }) => {
          const shape = shapeOf(typeRow(type)?.type ?? '');
          const arn = shape.arn === undefined ? { Ref: address } : { 'Fn::GetAtt': [address, shape.arn] };
          const attributes: JsonObject = { id: resolve({ Ref: address }) ?? null, arn: resolve(arn) ?? null };
          const values = Object.fromEntries([...given].map(([name, value]) => [name, text(value)]));
          return { address, mode, type, values: { ...(typeRow(type) === undefined ? {} : attributes), ...values } };
        }),
      },
    },
  };
}

/** What it prints before: arguments without references, and the names of the references of the others. */
export function planOf({ resources }: Configuration): JsonObject {
  const known = (value: Evaluated) => value.kind === 'known';
  return {
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: {
      root_module: {
        resources: resources.map(({ address, mode, type, arguments: given }) => ({
          address,
          mode,
          type,
          values: Object.fromEntries(
            [...given].flatMap(([name, value]) => (value.kind === 'known' ? [[name, value.value]] : [])),
          ),
        })),
      },
    },
    resource_changes: resources.map(({ address, arguments: given }) => ({
      address,
      change: {
        after_unknown: Object.fromEntries(
          [...given].filter(([, value]) => !known(value)).map(([name]) => [name, true]),
        ),
      },
    })),
    configuration: {
      provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } } },
      root_module: {
        resources: resources.map(({ address, arguments: given }) => ({
          address,
          expressions: Object.fromEntries(
            [...given].map(([name, value]) => [
              name,
              value.kind === 'known' ? {} : { references: referencesIn(value) },
            ]),
          ),
        })),
      },
    },
  };
}

function referencesIn(value: Evaluated): readonly string[] {
  switch (value.kind) {
    case 'reference':
      return [[value.address, ...value.path].join('.'), value.address];
    case 'text':
      return value.parts.flatMap((part) => (typeof part === 'string' ? [] : referencesIn(part)));
    case 'list':
      return value.items.flatMap(referencesIn);
    case 'object':
      return [...value.entries.values()].flatMap(referencesIn);
    default:
      return [];
  }
}
