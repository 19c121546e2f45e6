/** IAM's policy variables, such as `${aws:username}`; `${*}`, `${?}` and `${$}` are among them. */

const NAMED_VARIABLE = /\$\{[a-zA-Z0-9-]+:[^:{}][^{}]*\}/g;
const ANY_VARIABLE = /\$\{(?:[a-zA-Z0-9-]+:[^:{}][^{}]*|[*?$])\}/g;

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
 * Translates a text of version 2008-10-17, where variables are plain text, to version 2012-10-17.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export function variablesAsText(text: string): string {
  return text.includes('${') ? text.replaceAll(ANY_VARIABLE, (variable) => `\${$}${variable.slice(1)}`) : text;
}
