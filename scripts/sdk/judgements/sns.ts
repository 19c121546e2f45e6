import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/sns/latest/api/',
  recheck: {
    opens: ['CreateTopic', 'Subscribe'],
    stopsAlarms: ['PutDataProtectionPolicy'],
  },
  free: {
    ownData: ['CreatePlatformEndpoint'],
    passRole: ['SetPlatformApplicationAttributes'],
  },
} satisfies Judgements;
