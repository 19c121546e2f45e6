import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackupsearch.html',
  free: {
    ownData: ['StartSearchJob'],
    passRole: ['StartSearchResultExportJob'],
  },
} satisfies Judgements;
