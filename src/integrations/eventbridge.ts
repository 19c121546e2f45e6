import type { Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { knownArn, namePart } from '../grants/names.ts';
import { partialOf, patternPart } from '../grants/partial.ts';
import { patternIn } from '../grants/resources.ts';
import { call } from '../grants/rows.ts';
import { formatArn, type Place } from '../iam/arn.ts';
import { at, itemsOf, mayBePresent } from '../values/domain/value.ts';

/** Amazon EventBridge. */
export const eventbridge: Integration = {
  service: 'events',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html',
  apis: {
    putEvents: {
      patterns: ['requestResponse', 'waitForTaskToken'],
      grants: [call('events:PutEvents', eventBuses)],
    },
  },
};

/** Each entry names its own bus, by name or ARN; the default is the account's default bus. */
function eventBuses(context: CallContext): readonly Resource[] {
  const field = 'Entries.EventBusName';
  // A global endpoint fails over to the bus of the same name in another Region:
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html
  const region = mayBePresent(argument(context, 'EndpointId')) ? '*' : context.place.region;
  return itemsOf(argument(context, 'Entries')).map((entry) => {
    const value = at(entry, 'EventBusName');
    const { text, origin } = namePart(value, field, 'default');
    if (knownArn(value) !== undefined) return { arn: text, origin };
    const pattern = patternIn(value, field, 'events', 'event-bus/');
    if (pattern !== undefined) return pattern;
    const bus = (name: string, at: Partial<Place>) =>
      formatArn({ ...context.place, ...at, service: 'events', resource: `event-bus/${name}` });
    const partial = partialOf(value);
    if (partial?.kind === 'name')
      return { arn: bus(partial.pattern, { region }), origin: patternPart(value, field).origin };
    const place = origin.kind === 'unknown' ? { region: '*', account: '*' } : { region };
    return { arn: bus(text, place), origin };
  });
}
