import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsagentregistry.html',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    opens: ['UpdatePublisherAssociationApprovalStatus'],
    secret: ['CreateRegistryRecord', 'UpdateRegistryRecord'],
  },
  free: {
    inService: ['SubmitRegistryRecordForApproval'],
    masked: ['GetRegistryRecord'],
    ownData: ['GetDiscoverableRegistryRecord', 'SearchDiscoverableRegistryRecords'],
  },
} satisfies Judgements;
