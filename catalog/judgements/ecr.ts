import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/',
  recheck: {
    opens: ['CreateRepositoryCreationTemplate', 'PutReplicationConfiguration', 'UpdateRepositoryCreationTemplate'],
    secret: ['GetAuthorizationToken', 'GetDownloadUrlForLayer'],
    code: ['PutImage'],
    stopsChanges: ['RegisterPullTimeUpdateExclusion'],
  },
  free: {
    passRole: ['CreatePullThroughCacheRule', 'UpdatePullThroughCacheRule'],
    operates: ['DeregisterPullTimeUpdateExclusion', 'PutLifecyclePolicy'],
    readsOnly: ['StartLifecyclePolicyPreview'],
  },
} satisfies Judgements;
