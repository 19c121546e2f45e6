import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediatailor.html',
  recheck: {
    secret: ['CreateSourceLocation', 'UpdateSourceLocation'],
  },
  free: {
    masked: ['DescribeSourceLocation', 'ListSourceLocations'],
  },
} satisfies Judgements;
