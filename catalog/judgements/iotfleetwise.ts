import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/iot-fleetwise/latest/APIReference/',
  recheck: {
    stopsLogs: ['PutLoggingOptions'],
  },
  free: {
    passRole: ['CreateCampaign', 'RegisterAccount'],
  },
} satisfies Judgements;
