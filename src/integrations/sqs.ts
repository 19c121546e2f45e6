import { formatArn } from '../iam/arn.ts';
import type { Resource } from '../iam/grant.ts';
import { escapeText } from '../iam/text.ts';
import { knownText } from '../values/value.ts';
import { argument, type CallContext, type Integration } from './integration.ts';
import { knownArn, namePart } from './resources.ts';
import { call } from './rows.ts';

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
/** Host forms: today's, the FIPS and dual-stack ones, a VPC endpoint's, and the one of SQS's first years. */
const URLS: readonly { readonly form: RegExp; readonly region?: string }[] = [
  {
    form: new RegExp(
      String.raw`^https?:\/\/(?:vpce-[^/]*\.)?sqs(?:-fips)?\.${PART}\.(?:vpce\.)?(?:amazonaws\.com|amazonaws\.com\.cn|api\.aws)${PATH}`,
    ),
  },
  { form: new RegExp(String.raw`^https?:\/\/${PART}\.queue\.amazonaws\.com(?:\.cn)?${PATH}`) },
  { form: new RegExp(String.raw`^https?:\/\/()queue\.amazonaws\.com${PATH}`), region: 'us-east-1' },
  // Any other host, such as an emulator's: the path still has account and name.
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
  // A queue's URL may be of another region: its host says which one is called.
  const place = { ...context.place, region: '*', account: '*' };
  return [
    {
      arn: formatArn({ ...place, service: 'sqs', resource: '*' }),
      origin: origin.kind === 'literal' ? { kind: 'unknown', field, expression: text } : origin,
    },
  ];
}
