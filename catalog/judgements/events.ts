import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/',
  recheck: {
    otherRoles: ['UpdateEndpoint', 'UpdateEventSource', 'UpdateSubscriber'],
    secret: [
      'DescribeEventSource',
      'RetrieveConnectionCredentials',
      'RotateWebhookCredentials',
      // The credentials of its connection go to the new address.
      'UpdateApiDestination',
    ],
    stopsAlarms: [
      'DeactivateEventSource',
      'DeauthorizeConnection',
      'DeleteApiDestination',
      'DeleteConnection',
      'DeleteEndpoint',
      'DeleteEventBus',
      'DeleteEventSource',
      'DeletePartnerEventSource',
      'DeleteRule',
      'DeleteSubscriber',
      'DisableRule',
      'PutRule',
      'PutTargets',
      'RemoveTargets',
      'UpdateConnection',
      // It sets the bus's key, without which nothing is delivered.
      'UpdateEventBus',
    ],
    stopsLogs: ['DeleteArchive', 'UpdateArchive'],
  },
  free: {
    passRole: ['CreateEndpoint', 'CreateEventSource'],
    startsOthers: ['EnableRule'],
    ownData: ['PutEvents', 'PutPartnerEvents', 'PutRawEvents'],
    operates: ['CancelReplay'],
  },
} satisfies Judgements;
