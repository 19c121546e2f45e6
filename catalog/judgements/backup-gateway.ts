import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackupgateway.html',
  free: {
    operates: ['PutBandwidthRateLimitSchedule'],
    passRole: ['PutHypervisorPropertyMappings'],
  },
} satisfies Judgements;
