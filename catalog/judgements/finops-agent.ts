import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsfinopsagent.html',
  recheck: {
    signIn: ['CreateOneTimeLoginSession'],
  },
} satisfies Judgements;
