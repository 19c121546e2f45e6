import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53profiles.html',
  always: {
    resourcePolicy: ['PutProfilePolicy'],
  },
} satisfies Judgements;
