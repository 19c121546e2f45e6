/** IAM's policy variables, such as `${aws:username}`; `${*}`, `${?}` and `${$}` are among them. */

const NAMED_VARIABLE = /\$\{[a-zA-Z0-9-]+:[^:{}][^{}]*\}/g;
const ANY_VARIABLE = /\$\{(?:[a-zA-Z0-9-]+:[^:{}][^{}]*|[*?$])\}/g;

/**
 * A pattern with `*` for each variable: only a request tells its value.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function withoutVariables(pattern: string): string {
  return pattern.includes('${') ? pattern.replaceAll(NAMED_VARIABLE, '*') : pattern;
}

/** True where the text has a variable or a placeholder: only a request, or a deployment, tells what it says. */
export function hasVariable(text: string): boolean {
  return /\$\{(?![*?$]\})/.test(text);
}

/**
 * A text of a document of version 2008-10-17 as one of 2012-10-17 would say it: there, a variable is plain text.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export function variablesAsText(text: string): string {
  return text.includes('${') ? text.replaceAll(ANY_VARIABLE, (variable) => `\${$}${variable.slice(1)}`) : text;
}
