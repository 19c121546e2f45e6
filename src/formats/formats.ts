import type { Json } from '../asl/json.ts';
import type { Policy } from '../policy/policy.ts';
import { cdk } from './cdk.ts';
import { cloudFormation, sam } from './cloudformation.ts';
import { commentText, type Fitted } from './fitted.ts';
import { shortened } from './shorten.ts';
import { templateYaml } from './templateYaml.ts';
import { terraform } from './terraform.ts';

/** The languages in which policies are written, other than JSON. */
export const WRITERS = {
  yaml: policyYaml,
  sam: (machines) => sam(machines.map(shortened)),
  cloudformation: (machines) => cloudFormation(machines.map(shortened)),
  terraform: (machines) => terraform(machines.map(shortened)),
  cdk: (machines) => cdk(machines.map(shortened)),
} as const satisfies Readonly<Record<string, (machines: readonly Fitted[]) => string>>;

export type Language = keyof typeof WRITERS;

export function isLanguage(format: string): format is Language {
  return Object.hasOwn(WRITERS, format);
}

/** True where `${Parameter}` stays, since the text ends up where the parameter is known. */
export function keepsParameters(format: string): boolean {
  return isLanguage(format) && format !== 'yaml';
}

/** Plain policy documents, labelled where there are several. */
function policyYaml(machines: readonly Fitted[]): string {
  const documents = machines.flatMap(({ label, policies }) => policies.map((policy) => ({ label, policy })));
  return documents
    .map(({ label, policy }) => {
      const yaml = templateYaml(jsonOf(policy));
      return documents.length === 1 ? yaml : `# ${commentText(label)}\n${yaml}`;
    })
    .join('---\n');
}

function jsonOf({ Version, Statement }: Policy): Json {
  return {
    Version,
    Statement: Statement.map(({ Effect, Action, Resource, Condition }) => ({
      Effect,
      Action,
      Resource,
      ...(Condition === undefined ? {} : { Condition }),
    })),
  };
}
