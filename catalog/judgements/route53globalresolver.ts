import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsroute53globalresolver.html',
  recheck: {
    secret: ['CreateAccessToken', 'GetAccessToken'],
  },
  free: {
    masked: ['ListAccessTokens'],
  },
} satisfies Judgements;
