import { evaluate } from '../evaluate/evaluate.ts';
import type { Block, Expression } from '../hcl/syntax.ts';
import type { EvaluatedResource } from '../resource.ts';
import { isSequence, type Value } from '../values/value.ts';
import { attempt, type Module, scopeOf } from './module.ts';

type Provider = EvaluatedResource['provider'];

const ACCOUNT = /^arn:[\w-]+:iam::(\d{12}):/;

/**
 * The Region and account that a resource's provider works in, as far as the files tell.
 *
 * Source: https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider and, of the arguments,
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export function providerOf(module: Module, resource: Block): Provider {
  const chosen = nameOf(resource.body.attributes.get('provider')?.value);
  return configured(module, chosen ?? resource.labels[0]?.split('_')[0] ?? '');
}

/** `aws.eu`; undefined for anything else. */
function nameOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'variable') return expression.name;
  if (expression?.kind === 'literal' && typeof expression.value === 'string') return expression.value;
  const of = expression?.kind === 'attribute' ? nameOf(expression.of) : undefined;
  return of !== undefined && expression?.kind === 'attribute' ? `${of}.${expression.name}` : undefined;
}

function configured(module: Module, name: string): Provider {
  const block = module.source.providers.get(name);
  if (block) return settings(module, block);
  if (!module.parent) return {};
  const { call, module: parent } = module.parent;
  const passed = call.body.attributes.get('providers')?.value;
  const items = passed?.kind === 'object' ? passed.items : [];
  const item = items.find(({ key }) => nameOf(key) === name);
  if (item) return configured(parent, nameOf(item.value) ?? '');
  // Only the configurations without an alias are inherited.
  return name.includes('.') ? {} : configured(parent, name);
}

function settings(module: Module, block: Block): Provider {
  const value = (name: string, of: Block = block): Value | undefined => {
    const expression = of.body.attributes.get(name)?.value;
    return expression && attempt(module.reading, expression, () => evaluate(expression, scopeOf(module)));
  };
  const region = value('region');
  const allowed = value('allowed_account_ids');
  const [account, ...others] = allowed && isSequence(allowed) ? allowed.items : [];
  const assumed = block.body.blocks.find(({ type }) => type === 'assume_role');
  const role = assumed && value('role_arn', assumed);
  const [, ofRole] = (role?.kind === 'string' && ACCOUNT.exec(role.value)) || [];
  const accountId = account?.kind === 'string' && others.length === 0 ? account.value : ofRole;
  return {
    ...(region?.kind === 'string' && { region: region.value }),
    ...(accountId !== undefined && { accountId }),
  };
}
