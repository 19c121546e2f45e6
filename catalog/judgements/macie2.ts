import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/macie/latest/APIReference/operations.html',
  recheck: {
    opens: ['AcceptInvitation'],
    otherRoles: ['UpdateRevealConfiguration'],
    stopsThreats: [
      'DeleteMember',
      'DisableMacie',
      'DisableOrganizationAdminAccount',
      'DisassociateFromAdministratorAccount',
      'DisassociateFromMasterAccount',
      'DisassociateMember',
    ],
    stopsThreatsPossible: [
      'BatchUpdateAutomatedDiscoveryAccounts',
      'CreateAllowList',
      'DeleteAllowList',
      'DeleteCustomDataIdentifier',
      'UpdateAllowList',
      'UpdateAutomatedDiscoveryConfiguration',
      'UpdateClassificationJob',
      'UpdateClassificationScope',
      'UpdateMacieSession',
      'UpdateMemberSession',
      'UpdateOrganizationConfiguration',
      'UpdateSensitivityInspectionTemplate',
    ],
    stopsAlarms: [
      'CreateFindingsFilter',
      'DeleteFindingsFilter',
      'PutClassificationExportConfiguration',
      'PutFindingsPublicationConfiguration',
      'UpdateFindingsFilter',
      'UpdateResourceProfile',
      'UpdateResourceProfileDetections',
    ],
  },
  free: {
    operates: ['CreateClassificationJob'],
    inService: ['CreateInvitations'],
    takesAway: ['DeclineInvitations', 'DeleteInvitations'],
  },
} satisfies Judgements;
