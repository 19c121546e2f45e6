import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsroute53globalresolver.html',
  recheck: {
    secret: ['CreateAccessToken', 'GetAccessToken'],
  },
  free: {
    masked: ['ListAccessTokens'],
  },
} satisfies Judgements;
