import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsmigrationhub.html',
  recheck: {
    handsRoleUnasked: ['AssociateAutomationUnitRole', 'BatchAssociateIamRoleWithConnection'],
  },
} satisfies Judgements;
