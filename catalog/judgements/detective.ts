import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/detective/latest/APIReference/',
  recheck: {
    opens: ['AcceptInvitation'],
    stopsAlarms: ['UpdateInvestigationState'],
    stopsThreats: ['DeleteGraph', 'DeleteMembers', 'DisableOrganizationAdminAccount', 'DisassociateMembership'],
    stopsThreatsPossible: ['UpdateDatasourcePackages', 'UpdateOrganizationConfiguration'],
  },
} satisfies Judgements;
