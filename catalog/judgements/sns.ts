import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/sns/latest/api/',
  recheck: {
    opens: ['PutDataProtectionPolicy', 'Subscribe'],
    stopsAlarms: [
      'DeletePlatformApplication',
      'DeleteTopic',
      'SetSMSAttributes',
      'SetSubscriptionAttributes',
      'Unsubscribe',
    ],
    stopsLogs: ['SetPlatformApplicationAttributes'],
  },
  free: {
    ownData: ['CreatePlatformEndpoint', 'CreateTopic', 'SetEndpointAttributes'],
    takesAway: ['DeleteEndpoint', 'DeleteSMSSandboxPhoneNumber'],
  },
} satisfies Judgements;
