import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/inspector/v2/APIReference/',
  recheck: {
    opens: ['EnableDelegatedAdminAccount'],
    stopsThreats: [
      'BatchDisassociateCodeSecurityScanConfiguration',
      'DeleteCisScanConfiguration',
      'DeleteCodeSecurityIntegration',
      'DeleteCodeSecurityScanConfiguration',
      'DeleteConnector',
      'Disable',
      'DisableDelegatedAdminAccount',
      'DisassociateMember',
      'StopCisSession',
    ],
    stopsThreatsPossible: [
      'BatchUpdateMemberEc2DeepInspectionStatus',
      'UpdateCisScanConfiguration',
      'UpdateCodeSecurityIntegration',
      'UpdateCodeSecurityScanConfiguration',
      'UpdateConfiguration',
      'UpdateConnector',
      'UpdateConnectorScanConfiguration',
      'UpdateEc2DeepInspectionConfiguration',
      'UpdateOrgEc2DeepInspectionConfiguration',
      'UpdateOrganizationConfiguration',
    ],
    stopsAlarms: ['CreateFilter', 'DeleteFilter', 'UpdateFilter'],
  },
  free: {
    operates: ['CancelFindingsReport', 'CancelSbomExport'],
    namesOnly: ['CreateConnector', 'ResetEncryptionKey', 'UpdateEncryptionKey'],
    ownData: ['CreateFindingsReport', 'CreateSbomExport'],
  },
} satisfies Judgements;
