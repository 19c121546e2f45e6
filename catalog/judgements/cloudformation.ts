import type { Judgements } from '../build/judged.ts';

export default {
  page: {
    cloudcontrol: 'https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/',
    cloudformation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/',
  },
  always: {
    access: ['ActivateOrganizationsAccess', 'DeactivateOrganizationsAccess'],
  },
  recheck: {
    stackChanges: [
      'CancelUpdateStack',
      'ContinueUpdateRollback',
      'CreateChangeSet',
      'ExecuteChangeSet',
      'ExecuteStackRefactor',
      'RemoveAlias',
      'RollbackStack',
      // What is named by an alias is another stack from then on.
      'SetAlias',
      'UpdateStack',
      'UpdateTerminationProtection',
    ],
    stackCreates: ['CreateStack'],
    stackSetCreates: ['CreateStackInstances', 'CreateStackSet'],
    stackSetChanges: [
      'DeleteStackInstances',
      'DeleteStackSet',
      'ImportStacksToStackSet',
      'UpdateStackInstances',
      'UpdateStackSet',
    ],
    stackDeletes: ['DeleteStack'],
    code: ['ActivateType', 'RegisterType', 'SetTypeConfiguration', 'SetTypeDefaultVersion'],
    usesRole: ['CreateResource', 'DeleteResource', 'UpdateResource'],
    // A hook is a type, too: what must not be deployed is found by it.
    stopsThreatsPossible: ['DeactivateType', 'DeregisterType'],
    opens: ['PublishType', 'RegisterPublisher'],
  },
  free: {
    startsOthers: ['TestType'],
    dataOnly: ['CreateGeneratedTemplate', 'CreateStackRefactor', 'UpdateGeneratedTemplate'],
    takesAway: ['DeleteChangeSet', 'DeleteGeneratedTemplate'],
    operates: ['CancelResourceRequest', 'RecordHandlerProgress', 'SignalResource', 'StopStackSetOperation'],
    readsOnly: ['StartResourceScan'],
    noGrant: ['CreateUploadBucket'],
  },
} satisfies Judgements;
