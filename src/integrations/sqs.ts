import type { Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { isNamed, knownArn, namePart } from '../grants/names.ts';
import { partialOf, patternPart, withinType } from '../grants/partial.ts';
import { call } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { knownText, type Value } from '../values/domain/value.ts';

/** Amazon SQS. */
export const sqs: Integration = {
  service: 'sqs',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html',
  apis: {
    sendMessage: {
      patterns: ['requestResponse', 'waitForTaskToken'],
      grants: [call('sqs:SendMessage', queue)],
    },
  },
};

const PART = String.raw`((?:\$\{[^}]*\}|[^./${'$'}]|\$(?!\{))+)`;
const PATH = String.raw`\/((?:\$\{[^}]*\}|[^/])+)\/((?:\$\{[^}]*\}|[^/])+?)\/?$`;
/** Host forms: the current one, FIPS and dual-stack, a VPC endpoint's, and the legacy one. */
const URLS: readonly { readonly form: RegExp; readonly region?: string }[] = [
  {
    form: new RegExp(
      String.raw`^https?:\/\/(?:vpce-[^/]*\.)?sqs(?:-fips)?\.${PART}\.(?:vpce\.)?(?:amazonaws\.com|amazonaws\.com\.cn|api\.aws|\$\{AWS::URLSuffix\})${PATH}`,
    ),
  },
  { form: new RegExp(String.raw`^https?:\/\/${PART}\.queue\.amazonaws\.com(?:\.cn)?${PATH}`) },
  { form: new RegExp(String.raw`^https?:\/\/()queue\.amazonaws\.com${PATH}`), region: 'us-east-1' },
  // For any other host, such as an emulator's, the path still has account and name.
  { form: /^https?:\/\/()[^/]+\/(\d{12})\/([^/]+?)\/?$/, region: '*' },
];

/**
 * A queue's URL, `https://sqs.<region>.amazonaws.com/<account>/<name>`, as its ARN.
 *
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 */
export function queue(context: CallContext): readonly Resource[] {
  const field = 'QueueUrl';
  const value = argument(context, field);
  const { text, origin } = namePart(value, field);
  if (knownArn(value)?.startsWith('arn:')) return [{ arn: text, origin }];
  const url = knownText(value) ?? '';
  for (const { form, region } of URLS) {
    const match = form.exec(url);
    if (!match) continue;
    const [, host = '', account = '', name = ''] = match;
    const place = { ...context.place, region: region ?? host, account };
    return [{ arn: formatArn({ ...place, service: 'sqs', resource: escapeText(name) }), origin }];
  }
  const pattern = queuePattern(value, context);
  if (pattern !== undefined) return [{ arn: pattern, origin: patternPart(value, field).origin }];
  // A queue's URL may be in another Region: its host says which one is called.
  const place = { ...context.place, region: '*', account: '*' };
  return [
    {
      arn: formatArn({ ...place, service: 'sqs', resource: '*' }),
      origin: isNamed(origin) ? { kind: 'unknown', field, expression: text } : origin,
    },
  ];
}

/** Stands for a hole while a URL is taken apart: no URL contains it. */
const HOLE = '\0';

/**
 * The ARN for a partly known URL, as far as its known parts go. If not even the host is known, the queue's name is what
 * follows the last slash.
 */
function queuePattern(value: Value, context: CallContext): string | undefined {
  const partial = partialOf(value);
  if (partial?.kind === 'arn') return withinType(partial.arn, 'sqs', '');
  const parts = value.kind === 'unknown' ? value.parts : undefined;
  if (parts === undefined) return undefined;
  const queueArn = (region: string, account: string, name: string) =>
    formatArn({ ...context.place, region, account, service: 'sqs', resource: name });
  const text = parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
  const pattern = (known: string) => known.split(HOLE).map(escapeText).join('*');
  for (const { form, region } of URLS) {
    const [match, host = '', account = '', name = ''] = form.exec(text) ?? [];
    if (match !== undefined) return queueArn(region ?? pattern(host), pattern(account), pattern(name));
  }
  const last = parts.at(-1);
  const end = typeof last === 'string' ? last.replace(/\/$/, '') : '';
  if (end === '' || end.includes(':')) return undefined;
  const name = end.slice(end.lastIndexOf('/') + 1);
  return queueArn('*', '*', end.includes('/') ? escapeText(name) : `*${escapeText(name)}`);
}
