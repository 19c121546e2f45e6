import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/',
  recheck: {
    access: ['DeleteAccountSetting', 'PutAccountSetting'],
    code: ['CreateTaskSet', 'UpdateDaemon', 'UpdateExpressGatewayService', 'UpdateService'],
    credentials: ['RegisterContainerInstance'],
    otherRoles: ['UpdateCapacityProvider', 'UpdateGateway'],
    stopsLogs: ['UpdateCluster'],
    taskCommands: ['ExecuteCommand', 'StartTask'],
  },
  free: {
    masked: ['DescribeDaemonTaskDefinition', 'DescribeExpressGatewayService', 'DescribeTaskDefinition'],
    namesOnly: ['CreateCluster'],
    operates: [
      'ContinueServiceDeployment',
      'UpdateContainerAgent',
      'UpdateContainerInstancesState',
      'UpdateServicePrimaryTaskSet',
      'UpdateTaskSet',
    ],
    passRole: [
      'CreateCapacityProvider',
      'CreateExpressGatewayService',
      'CreateGateway',
      'RegisterDaemonTaskDefinition',
      'RegisterTaskDefinition',
    ],
    startsOthers: ['CreateDaemon', 'CreateService', 'RunTask'],
    takesAway: [
      'DeleteDaemonTaskDefinition',
      'DeleteExpressGatewayService',
      'DeleteTaskDefinitions',
      'DeregisterTaskDefinition',
    ],
  },
} satisfies Judgements;
