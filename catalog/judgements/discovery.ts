import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/application-discovery/latest/APIReference/',
  free: {
    ownData: ['DescribeExportTasks'],
  },
} satisfies Judgements;
