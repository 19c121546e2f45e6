import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/',
  recheck: {
    givesRoles: ['SetIdentityPoolRoles'],
  },
} satisfies Judgements;
