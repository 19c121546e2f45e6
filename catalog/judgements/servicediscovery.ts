import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudmap.html',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
} satisfies Judgements;
