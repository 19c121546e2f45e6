import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/server-migration-service/latest/APIReference/',
  recheck: {
    stackCreates: ['LaunchApp'],
    code: ['PutAppLaunchConfiguration'],
    instanceCommands: ['PutAppValidationConfiguration'],
    otherRoles: ['UpdateApp', 'UpdateReplicationJob'],
  },
  free: {
    passRole: ['CreateApp', 'CreateReplicationJob', 'ImportAppCatalog'],
    startsOthers: ['StartAppReplication', 'StartOnDemandAppReplication'],
    dataOnly: ['PutAppReplicationConfiguration'],
  },
} satisfies Judgements;
