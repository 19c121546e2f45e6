import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncodecatalyst.html',
  recheck: {
    handsRole: ['AssociateIamRoleToConnection'],
    directory: ['CreateSpaceAdminRoleAssignment'],
    access: ['PutBillingAuthorization'],
  },
  free: {
    readsOnly: ['GetBillingAuthorization'],
  },
} satisfies Judgements;
