import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/data-exchange/latest/apireference/',
  recheck: {
    opens: ['AcceptDataGrant', 'CreateDataGrant', 'PublishToDataGrant', 'UpdateEventAction'],
    secret: ['CreateJob', 'GetAsset', 'GetJob', 'ListJobs', 'ListRevisionAssets', 'UpdateAsset'],
  },
  free: {
    startsOthers: ['StartJob'],
  },
} satisfies Judgements;
