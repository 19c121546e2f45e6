import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/',
  recheck: {
    instanceCommands: [
      'CreateAssociation',
      'CreateAssociationBatch',
      'RegisterTaskWithMaintenanceWindow',
      'SendCommand',
      'UpdateAssociation',
      'UpdateMaintenanceWindowTask',
    ],
    instanceShell: ['ResumeSession', 'StartAccessRequest', 'StartSession'],
    document: ['SendAutomationSignal', 'StartAutomationExecution', 'StartChangeRequestExecution'],
    secret: ['CreateActivation', 'GetDeployablePatchSnapshotForInstance'],
    credentials: ['GetAccessToken', 'RequestManagedInstanceRoleToken'],
    instanceCommandsPossible: [
      'RegisterDefaultPatchBaseline',
      'RegisterPatchBaselineForPatchGroup',
      'RegisterTargetWithMaintenanceWindow',
      'UpdateMaintenanceWindowTarget',
      'UpdatePatchBaseline',
    ],
    code: ['UpdateDocument', 'UpdateDocumentDefaultVersion', 'UpdateDocumentMetadata'],
    givesRoles: ['UpdateManagedInstanceRole'],
    otherRoles: ['UpdateCloudConnector'],
    opens: ['ResetServiceSetting', 'UpdateServiceSetting'],
  },
  free: {
    ownData: ['PutParameter'],
    startsOthers: ['StartAssociationsOnce'],
    readsOnly: ['StartExecutionPreview'],
    operates: ['UpdateAssociationStatus', 'UpdateMaintenanceWindow'],
  },
} satisfies Judgements;
