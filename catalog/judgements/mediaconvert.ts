import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediaconvert.html',
  recheck: {
    opens: ['CreateResourceShare', 'DeletePolicy', 'PutPolicy'],
    otherRoles: ['UpdateJobTemplate'],
  },
  free: {
    passRole: ['CreateJob'],
    dataOnly: ['CreateJobTemplate'],
    operates: ['CreateQueue'],
  },
} satisfies Judgements;
