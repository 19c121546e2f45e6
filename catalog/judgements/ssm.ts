import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/',
  recheck: {
    code: ['UpdateDocument', 'UpdateDocumentDefaultVersion', 'UpdateDocumentMetadata'],
    credentials: ['GetAccessToken', 'RequestManagedInstanceRoleToken'],
    document: ['SendAutomationSignal', 'StartAutomationExecution', 'StartChangeRequestExecution'],
    givesRoles: ['UpdateManagedInstanceRole'],
    instanceCommands: [
      'CreateAssociation',
      'CreateAssociationBatch',
      'RegisterTaskWithMaintenanceWindow',
      'SendCommand',
      'StartAssociationsOnce',
      'UpdateAssociation',
      'UpdateMaintenanceWindowTask',
    ],
    instanceCommandsPossible: [
      'RegisterDefaultPatchBaseline',
      'RegisterPatchBaselineForPatchGroup',
      'RegisterTargetWithMaintenanceWindow',
      'UpdateMaintenanceWindowTarget',
      'UpdatePatchBaseline',
    ],
    instanceShell: ['ResumeSession', 'StartAccessRequest', 'StartSession'],
    opens: ['ResetServiceSetting', 'UpdateServiceSetting'],
    otherRoles: ['RegisterDefaultHostManagementConfiguration', 'UpdateCloudConnector'],
    secret: ['CreateActivation', 'GetDeployablePatchSnapshotForInstance'],
  },
  free: {
    operates: ['UpdateAssociationStatus', 'UpdateMaintenanceWindow'],
    ownData: ['PutParameter'],
    readsOnly: ['StartExecutionPreview'],
  },
} satisfies Judgements;
