import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonECRPublic/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteRepositoryPolicy'],
  },
  recheck: {
    secret: ['GetAuthorizationToken'],
    code: ['PutImage'],
  },
} satisfies Judgements;
