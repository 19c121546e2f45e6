import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/data-exchange/latest/apireference/',
  recheck: {
    opens: ['AcceptDataGrant', 'CreateDataGrant', 'PublishToDataGrant', 'UpdateEventAction'],
    secret: ['CreateJob', 'GetAsset', 'ListRevisionAssets', 'UpdateAsset'],
  },
  free: {
    ownData: ['GetJob', 'ListJobs'],
    startsOthers: ['StartJob'],
  },
} satisfies Judgements;
