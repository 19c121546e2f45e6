import type { Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { isNamed, namePart } from '../grants/names.ts';
import { patternIn } from '../grants/resources.ts';
import { call } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';

/** Amazon SNS. */
export const sns: Integration = {
  service: 'sns',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html',
  apis: {
    publish: {
      patterns: ['requestResponse', 'waitForTaskToken'],
      grants: [call('sns:Publish', targets)],
    },
  },
};

/** Only a topic can be named: publishing to a phone number or a TargetArn needs `*`, as the page says. */
function targets(context: CallContext): readonly Resource[] {
  const wide = ['PhoneNumber', 'TargetArn']
    .map((field) => ({ field, value: argument(context, field) }))
    .find(({ value }) => value.kind !== 'absent');
  if (wide) {
    const { field, value } = wide;
    if (value.kind === 'unknown') return [{ arn: '*', origin: namePart(value, field).origin }];
    return [{ arn: '*', origin: { kind: 'wildcard', reason: `IAM has no resource for what ${field} names` } }];
  }
  const topic = argument(context, 'TopicArn');
  const { text, origin } = namePart(topic, 'TopicArn');
  if (isNamed(origin)) return [{ arn: text, origin }];
  const pattern = patternIn(topic, 'TopicArn', 'sns', '');
  if (pattern !== undefined) return [pattern];
  return [{ arn: formatArn({ ...context.place, account: '*', service: 'sns', resource: '*' }), origin }];
}
