import { splitAtPlaceholders } from '../iam/text.ts';
import type { Policy } from '../policy/policy.ts';
import type { Placeholders } from '../template/placeholder.ts';

/** A state machine and its policy, ready to be written in a language. */
export interface Fitted {
  /** For people: `template.yaml Orders`. */
  readonly label: string;
  /** What identifiers are made of: its logical ID, its name or its file's name. */
  readonly name: string;
  /** One, or with --split one for each managed policy. */
  readonly policies: readonly Policy[];
  readonly isSplit: boolean;
  /** Undefined for a definition outside of a template. */
  readonly template: FittedTemplate | undefined;
  /** Undefined for what is not Terraform's. */
  readonly terraform?: FittedTerraform;
}

/** A state machine of Terraform's files: what its policy may refer to. */
export interface FittedTerraform {
  /** A text of a policy, such as a resource's ARN or a placeholder → the expression for it, from the root module. */
  readonly references: ReadonlyMap<string, string>;
  /** The module of the state machine, as addresses start with it: `module.orders["eu"].`; empty for the root. */
  readonly module: string;
  /** The resources and data sources of that module. */
  readonly addresses: readonly string[];
}

export interface FittedTemplate {
  readonly placeholders: Placeholders;
  /** The role that the template makes for the state machine. */
  readonly role: string | undefined;
  /** True where SAM makes that role. */
  readonly isRoleGenerated: boolean;
}

export function placeholdersOf({ template }: Fitted): Placeholders {
  return template?.placeholders ?? {};
}

/** All texts of the policies in which a placeholder may stand. */
export function policyTexts({ policies }: Fitted): readonly string[] {
  return policies.flatMap(({ Statement }) =>
    Statement.flatMap(({ Action, Resource, Condition = {} }) => [
      ...Action,
      ...Resource,
      ...Object.values(Condition).flatMap((keys) => Object.entries(keys).flatMap(([key, values]) => [key, ...values])),
    ]),
  );
}

/** The names in these texts' `${…}`, sorted, without IAM's own variables. */
export function namesIn(texts: readonly string[]): readonly string[] {
  const pieces = texts.flatMap((text) => splitAtPlaceholders(text).filter((_, index) => index % 2 === 1));
  return [...new Set(pieces)].map((piece) => piece.slice(2, -1)).sort();
}

/** The names that neither the template nor CloudFormation defines: someone has to supply their values. */
export function openNames(fitted: Fitted): readonly string[] {
  const placeholders = placeholdersOf(fitted);
  return namesIn(policyTexts(fitted)).filter(
    (name) => !name.startsWith('AWS::') && !Object.hasOwn(placeholders, `\${${name}}`),
  );
}

/** `order-fulfilment` → `OrderFulfilment`; an identifier in every language. */
export function pascal(name: string): string {
  const joined = wordsOf(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return /^[A-Za-z]/.test(joined) ? joined : `StateMachine${joined}`;
}

export function camel(name: string): string {
  const whole = pascal(name);
  return whole.charAt(0).toLowerCase() + whole.slice(1);
}

/** `OrdersQueue.Arn` → `orders_queue_arn`. */
export function snake(name: string): string {
  const words = wordsOf(name.replaceAll(/([a-z0-9])([A-Z])|([A-Z]+)([A-Z][a-z])/g, '$1$3 $2$4'));
  const joined = words.join('_').toLowerCase();
  return /^[a-z]/.test(joined) ? joined : `value_${joined}`;
}

function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Za-z0-9]+/g) ?? [];
}

/** Gives each name an identifier of its own, beside others: `Queue.Arn` and `QueueArn` are two values. */
export function identifiers(
  names: readonly string[],
  form: (name: string) => string,
  others: readonly string[] = [],
): ReadonlyMap<string, string> {
  const taken = new Set<string>(others);
  const result = new Map<string, string>();
  for (const name of names) {
    const stem = form(name);
    let free = stem;
    for (let n = 2; taken.has(free); n++) free = `${stem}_${n}`;
    taken.add(free);
    result.set(name, free);
  }
  return result;
}

/** For a comment: a file's name may hold anything. */
export function commentText(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
}

/** Control characters as HCL and TypeScript both write them. */
export function escapeControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
