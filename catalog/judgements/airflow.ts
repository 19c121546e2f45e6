import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/mwaa/latest/API/',
  recheck: {
    secret: ['CreateCliToken'],
    signIn: ['CreateWebLoginToken'],
    code: ['InvokeRestApi', 'UpdateEnvironment'],
  },
} satisfies Judgements;
