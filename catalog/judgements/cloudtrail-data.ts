import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/awscloudtraildata/latest/APIReference/',
  free: {
    ownData: ['PutAuditEvents'],
  },
} satisfies Judgements;
