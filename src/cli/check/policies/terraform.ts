import { isArray, isObject, type Json, type JsonObject } from '../../../asl/json.ts';
import { own } from '../../../own.ts';
import { type FoundPolicies, type FoundPolicy, type MissingPolicy, objectsAt, objectUnder, textAt } from './found.ts';

/** The policies in what Terraform prints: a plan or a state by `terraform show -json`, or the state's own file. */

interface Resource {
  readonly address: string;
  readonly type: string;
  readonly values: JsonObject;
  readonly path: readonly string[];
}

/**
 * The policies of all roles in the file. A policy whose text is known only after `terraform apply` is missing.
 *
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */
export function policiesOfTerraform(json: JsonObject): FoundPolicies | undefined {
  const resources = resourcesIn(json);
  if (resources === undefined) return undefined;
  const all = resources.map(policiesIn);
  const found = all.flatMap(({ policies }) => policies);
  const missing = all.flatMap((each) => each.missing);
  // A document is a policy of its own only where no resource has it.
  const documents = found.length + missing.length === 0 ? resources.flatMap(documentIn) : [];
  return { policies: [...found, ...documents], missing };
}

function resourcesIn(json: JsonObject): readonly Resource[] | undefined {
  const planned = objectUnder(json, 'planned_values');
  const values = objectUnder(json, 'values');
  if (planned !== undefined) {
    // Data sources that were read before the plan are in the state before it.
    const before = objectUnder(objectUnder(json, 'prior_state') ?? {}, 'values');
    const read = before === undefined ? [] : inModule(before, 'root_module', ['prior_state', 'values']);
    return [
      ...inModule(planned, 'root_module', ['planned_values']),
      ...read.filter(({ address }) => /(?:^|\.)data\./.test(address)),
    ];
  }
  if (values !== undefined && objectUnder(values, 'root_module') !== undefined) {
    return inModule(values, 'root_module', ['values']);
  }
  if (textAt(json, 'terraform_version') !== undefined) return inState(json);
  return undefined;
}

function inModule(parent: JsonObject, key: string, path: readonly string[]): readonly Resource[] {
  const module = objectUnder(parent, key);
  return module === undefined ? [] : ofModule(module, [...path, key]);
}

function ofModule(module: JsonObject, path: readonly string[]): readonly Resource[] {
  const own = objectsAt(module, 'resources').map(
    ({ item, index }): Resource => ({
      address: textAt(item, 'address') ?? '',
      type: textAt(item, 'type') ?? '',
      values: objectUnder(item, 'values') ?? {},
      path: [...path, 'resources', index, 'values'],
    }),
  );
  const inner = objectsAt(module, 'child_modules').flatMap(({ item, index }) =>
    ofModule(item, [...path, 'child_modules', index]),
  );
  return [...own, ...inner];
}

/** The state's own file, version 4. */
function inState(json: JsonObject): readonly Resource[] {
  return objectsAt(json, 'resources').flatMap(({ item, index }) => {
    const [type, name] = [textAt(item, 'type') ?? '', textAt(item, 'name') ?? ''];
    const address = `${textAt(item, 'mode') === 'data' ? 'data.' : ''}${type}.${name}`;
    return objectsAt(item, 'instances').map(
      ({ item: instance, index: number }): Resource => ({
        address,
        type,
        values: objectUnder(instance, 'attributes') ?? {},
        path: ['resources', index, 'instances', number, 'attributes'],
      }),
    );
  });
}

function policiesIn({ address, type, values, path }: Resource): FoundPolicies {
  switch (type) {
    case 'aws_iam_role_policy':
    case 'aws_iam_policy': {
      const role = textAt(values, 'role');
      return oneOf(address, own(values, 'policy'), [...path, 'policy'], role === undefined ? {} : { role });
    }
    case 'aws_iam_role': {
      const role = textAt(values, 'name');
      const inline = objectsAt(values, 'inline_policy').map(({ item, index }) =>
        oneOf(
          `${address} ${textAt(item, 'name') ?? index}`,
          own(item, 'policy'),
          [...path, 'inline_policy', index, 'policy'],
          {
            ...(role === undefined ? {} : { role }),
          },
        ),
      );
      return {
        policies: inline.flatMap(({ policies }) => policies),
        missing: inline.flatMap(({ missing }) => missing),
      };
    }
    case 'aws_iam_role_policy_attachment': {
      const arn = textAt(values, 'policy_arn');
      return { policies: [], missing: arn === undefined ? [] : awsManaged(address, arn, textAt(values, 'role')) };
    }
    default:
      return { policies: [], missing: [] };
  }
}

/** Of an attachment only AWS's own policies are missing: the account's are resources of their own, or of another file. */
function awsManaged(address: string, arn: string, role: string | undefined): readonly MissingPolicy[] {
  if (!/:iam::aws:policy\//.test(arn)) return [];
  return [{ name: address, arn, reason: `attaches ${arn}`, ...(role === undefined ? {} : { role }) }];
}

function oneOf(
  name: string,
  document: Json | undefined,
  path: readonly string[],
  role: { readonly role?: string },
): FoundPolicies {
  return typeof document === 'string'
    ? { policies: [{ name, document, path, ...role }], missing: [] }
    : { policies: [], missing: [{ name, reason: 'is known only after terraform apply', ...role }] };
}

function documentIn({ address, type, values, path }: Resource): readonly FoundPolicy[] {
  const document = textAt(values, 'json');
  if (type !== 'aws_iam_policy_document' || document === undefined || saysWhoMay(values)) return [];
  return [{ name: address, document, path: [...path, 'json'] }];
}

/** True for the policy of a resource or a role's trust: it names principals, which a role's permissions never do. */
function saysWhoMay(values: JsonObject): boolean {
  return objectsAt(values, 'statement').some(({ item }) =>
    ['principals', 'not_principals'].some((key) => {
      const list = own(item, key);
      return isArray(list) ? list.length > 0 : list !== undefined && list !== null && isObject(list);
    }),
  );
}
