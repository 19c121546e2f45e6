import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsnetworksecuritymanager.html',
  recheck: {
    opens: ['CreatePolicy', 'DeletePolicy', 'DeleteRule', 'UpdatePolicy'],
  },
  free: {
    dataOnly: ['CreatePolicySnapshot'],
  },
} satisfies Judgements;
