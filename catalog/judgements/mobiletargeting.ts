import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/pinpoint/latest/apireference/operations.html',
  recheck: {
    secret: [
      'DeleteBaiduChannel',
      'DeleteGcmChannel',
      'GetBaiduChannel',
      'GetGcmChannel',
      'UpdateBaiduChannel',
      'UpdateGcmChannel',
    ],
    otherRoles: ['UpdateEmailChannel', 'UpdateJourney'],
  },
  free: {
    passRole: ['CreateJourney', 'PutEventStream', 'UpdateRecommenderConfiguration'],
    operates: ['UpdateApnsSandboxChannel', 'UpdateApnsVoipSandboxChannel'],
    namesOnly: ['CreateApp', 'UpdateApplicationSettings'],
    dataOnly: ['CreateInAppTemplate', 'UpdateInAppTemplate'],
  },
} satisfies Judgements;
