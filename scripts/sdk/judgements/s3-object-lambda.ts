import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3objectlambda.html',
  free: {
    ownData: ['PutObject', 'RestoreObject'],
  },
} satisfies Judgements;
