import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/',
  recheck: {
    otherRoles: ['UpdateEndpoint'],
    // Of the second: the credentials of its connection go to the new address.
    secret: ['RetrieveConnectionCredentials', 'UpdateApiDestination'],
    stopsAlarms: [
      'DeactivateEventSource',
      'DeauthorizeConnection',
      'DeleteApiDestination',
      'DeleteConnection',
      'DeleteEndpoint',
      'DeleteEventBus',
      'DeletePartnerEventSource',
      'DeleteRule',
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
    passRole: ['CreateEndpoint'],
    startsOthers: ['EnableRule'],
    ownData: ['PutEvents', 'PutPartnerEvents'],
    operates: ['CancelReplay'],
    noGrant: ['DeleteEventSource', 'DeleteSubscriber', 'PutRawEvents', 'UpdateEventSource', 'UpdateSubscriber'],
  },
} satisfies Judgements;
