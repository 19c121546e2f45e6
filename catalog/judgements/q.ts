import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonq.html',
  recheck: {
    directory: [
      'AssociateLoginDomain',
      'CreateAuthGrant',
      'CreateOAuthAppConnection',
      'UpdateAuthGrant',
      'VerifyOAuthAppConnection',
    ],
    secret: ['CreateScimAccessToken'],
  },
} satisfies Judgements;
