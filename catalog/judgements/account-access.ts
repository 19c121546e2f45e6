import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  recheck: {
    credentials: ['GetRoleCredentials'],
  },
} satisfies Judgements;
