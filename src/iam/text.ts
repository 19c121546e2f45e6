/**
 * Known text on its way into a policy: what IAM would read as a wildcard or a policy variable is escaped, what
 * CloudFormation or SAM will substitute stays.
 */

/**
 * A substitution: `${QueueArn}` (DefinitionSubstitutions), `${AWS::Region}` or `${Table.Arn}` (Fn::Sub), or an address of
 * Terraform's such as `${aws_sqs_queue.orders["eu"].arn}`.
 * IAM's own variables have one colon (`${aws:username}`) and are none.
 */
const PLACEHOLDER = /\$\{[A-Za-z_](?:[A-Za-z0-9_.-]|\[(?:\d+|"[^"\\{}$]*")\])*(?:::[A-Za-z0-9]+)?\}/;
const PLACEHOLDERS = new RegExp(PLACEHOLDER.source, 'g');
const ONLY_PLACEHOLDER = new RegExp(`^${PLACEHOLDER.source}$`);

/** True where the text holds a `${Placeholder}` that is still to be substituted. */
export function hasPlaceholder(text: string): boolean {
  return text.includes('${') && PLACEHOLDER.test(text);
}

/** How many `${Placeholders}` the text holds. */
export function placeholdersIn(text: string): number {
  return text.includes('${') ? (text.match(PLACEHOLDERS)?.length ?? 0) : 0;
}

/** The text in pieces, each either one whole `${Placeholder}` or free of them. */
export function splitAtPlaceholders(text: string): readonly string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const match of text.includes('${') ? text.matchAll(PLACEHOLDERS) : []) {
    pieces.push(text.slice(end, match.index), match[0]);
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
}

/** True where the whole text is one `${Placeholder}`. */
export function isPlaceholder(text: string): boolean {
  return text.startsWith('${') && ONLY_PLACEHOLDER.test(text);
}

/** True where the whole text is one placeholder whose name says that it holds an ARN, such as `${OrdersQueueArn}`. */
export function isArnPlaceholder(text: string): boolean {
  return isPlaceholder(text) && /arn\}$/i.test(text);
}

/**
 * The text as IAM must see it so that it matches nothing but itself.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
export function escapeText(text: string): string {
  if (!/[*?]|\$\{/.test(text)) return text;
  let result = '';
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDERS)) {
    result += escapePlain(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + escapePlain(text.slice(end));
}

function escapePlain(text: string): string {
  return text.replace(/[*?]|\$(?=\{)/g, (char) => `\${${char}}`);
}
