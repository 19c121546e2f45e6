import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/',
  recheck: {
    taskCommands: ['ExecuteCommand', 'StartTask'],
    code: ['UpdateDaemon', 'UpdateExpressGatewayService', 'UpdateService'],
    otherRoles: ['UpdateCapacityProvider'],
    credentials: ['RegisterContainerInstance'],
    access: ['DeleteAccountSetting', 'PutAccountSetting'],
    stopsLogs: ['UpdateCluster'],
  },
  free: {
    startsOthers: ['CreateDaemon', 'CreateService', 'CreateTaskSet', 'RunTask'],
    passRole: [
      'CreateCapacityProvider',
      'CreateExpressGatewayService',
      'RegisterDaemonTaskDefinition',
      'RegisterTaskDefinition',
    ],
    namesOnly: ['CreateCluster'],
    takesAway: [
      'DeleteDaemonTaskDefinition',
      'DeleteExpressGatewayService',
      'DeleteTaskDefinitions',
      'DeregisterTaskDefinition',
    ],
    masked: ['DescribeDaemonTaskDefinition', 'DescribeExpressGatewayService', 'DescribeTaskDefinition'],
    operates: [
      'ContinueServiceDeployment',
      'UpdateContainerAgent',
      'UpdateContainerInstancesState',
      'UpdateServicePrimaryTaskSet',
      'UpdateTaskSet',
    ],
  },
} satisfies Judgements;
