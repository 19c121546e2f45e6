import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/repostprivate/latest/APIReference/',
  recheck: {
    givesRoles: ['BatchAddChannelRoleToAccessors', 'BatchAddRole'],
    directory: ['BatchRemoveChannelRoleFromAccessors', 'UpdateSpace'],
  },
  free: {
    passRole: ['CreateSpace'],
  },
} satisfies Judgements;
