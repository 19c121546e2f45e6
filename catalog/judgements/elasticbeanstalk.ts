import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/api/',
  recheck: {
    handsRole: ['AssociateEnvironmentOperationsRole'],
    code: ['CreatePlatformVersion'],
    secret: ['RetrieveEnvironmentInfo'],
    otherRoles: ['UpdateApplicationResourceLifecycle'],
    stackCreates: ['CreateEnvironment'],
    stackChanges: ['ComposeEnvironments', 'RebuildEnvironment', 'UpdateConfigurationTemplate', 'UpdateEnvironment'],
    stackDeletes: ['DeleteApplication', 'TerminateEnvironment'],
  },
  free: {
    passRole: ['CreateApplication', 'CreateApplicationVersion'],
    startsOthers: ['ApplyEnvironmentManagedAction'],
    operates: ['AbortEnvironmentUpdate', 'RequestEnvironmentInfo', 'RestartAppServer'],
    callersRights: ['CreateStorageLocation'],
    dataOnly: ['CreateConfigurationTemplate', 'UpdateApplication', 'UpdateApplicationVersion'],
    ownData: ['PutInstanceStatistics'],
    network: ['SwapEnvironmentCNAMEs'],
    takesAway: [
      'DeleteApplicationVersion',
      'DeleteConfigurationTemplate',
      'DeleteEnvironmentConfiguration',
      'DeletePlatformVersion',
      'DisassociateEnvironmentOperationsRole',
    ],
  },
} satisfies Judgements;
