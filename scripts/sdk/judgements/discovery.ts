import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/application-discovery/latest/APIReference/',
  recheck: {
    secret: ['DescribeExportTasks'],
  },
} satisfies Judgements;
