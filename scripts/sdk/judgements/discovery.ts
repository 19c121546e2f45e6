import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/application-discovery/latest/APIReference/',
  free: {
    ownData: ['DescribeExportTasks'],
  },
} satisfies Judgements;
