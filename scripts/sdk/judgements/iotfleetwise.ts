import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/iot-fleetwise/latest/APIReference/',
  recheck: {
    stopsLogs: ['PutLoggingOptions'],
  },
  free: {
    passRole: ['CreateCampaign', 'RegisterAccount'],
  },
} satisfies Judgements;
