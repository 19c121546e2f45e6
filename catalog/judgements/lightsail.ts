import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/',
  recheck: {
    opens: ['CreateRelationalDatabaseFromSnapshot', 'UpdateRelationalDatabase'],
    secret: [
      'CreateBucketAccessKey',
      'CreateContainerServiceRegistryLogin',
      'CreateKeyPair',
      'DownloadDefaultKeyPair',
      'GetInstanceAccessDetails',
      'GetRelationalDatabaseMasterUserPassword',
    ],
    signIn: ['CreateGUISessionAccessDetails'],
    stackCreates: ['CreateCloudFormationStack'],
    stopsAlarms: ['DeleteAlarm', 'PutAlarm'],
  },
  free: {
    inService: ['CreateRelationalDatabase'],
    masked: ['GetBucketAccessKeys'],
    noRole: [
      'CreateContainerService',
      'CreateContainerServiceDeployment',
      'CreateInstances',
      'CreateInstancesFromSnapshot',
    ],
    operates: ['UpdateContainerService'],
  },
} satisfies Judgements;
