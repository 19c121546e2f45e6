import type { DocumentOrigin } from './statement.ts';

/** IAM's policy variables, such as `${aws:username}`; `${*}`, `${?}` and `${$}` are among them. */

/** Before the colon may be the name of an identity provider: `${cognito-identity.amazonaws.com:sub}`. */
const NAMED_VARIABLE = /\$\{[^:{}]+:[^:{}][^{}]*\}/g;
const ANY_VARIABLE = /\$\{(?:[^:{}]+:[^:{}][^{}]*|[*?$])\}/g;

/**
 * Replaces each variable by `*`: its value depends on the request.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function withoutVariables(pattern: string): string {
  return pattern.includes('${') ? pattern.replaceAll(NAMED_VARIABLE, '*') : pattern;
}

/** True if the text has a variable or a placeholder: its value depends on the request or the deployment. */
export function hasVariable(text: string): boolean {
  return /\$\{(?![*?$]\})/.test(text);
}

/**
 * Translates a text of version 2008-10-17, where variables are plain text, to version 2012-10-17. In a template,
 * `${Placeholder}` stays: CloudFormation substitutes it whatever the version.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export function variablesAsText(text: string, origin: DocumentOrigin): string {
  if (!text.includes('${')) return text;
  return text.replaceAll(origin === 'role' ? '${' : ANY_VARIABLE, (start) => `\${$}${start.slice(1)}`);
}
