import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/sns/latest/api/',
  recheck: {
    opens: ['PutDataProtectionPolicy', 'Subscribe'],
    stopsLogs: ['SetPlatformApplicationAttributes'],
  },
  free: {
    ownData: ['CreatePlatformEndpoint', 'CreateTopic'],
  },
} satisfies Judgements;
