import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmedialive.html',
  recheck: {
    otherRoles: ['UpdateChannel', 'UpdateInput', 'UpdateInputDevice'],
    stopsAlarms: [
      'DeleteCloudWatchAlarmTemplate',
      'DeleteCloudWatchAlarmTemplateGroup',
      'StartDeleteMonitorDeployment',
      'StartUpdateSignalMap',
      'UpdateCloudWatchAlarmTemplate',
      'UpdateCloudWatchAlarmTemplateGroup',
      'UpdateEventBridgeRuleTemplate',
      'UpdateEventBridgeRuleTemplateGroup',
    ],
  },
  free: {
    passRole: ['CreateChannel', 'CreateCluster', 'CreateInput'],
    dataOnly: ['CreateEventBridgeRuleTemplate', 'CreateEventBridgeRuleTemplateGroup', 'CreateSignalMap'],
    inService: ['DescribeChannel'],
    operates: [
      'BatchUpdateSchedule',
      'RestartChannelPipelines',
      'StartChannel',
      'StartInputDeviceMaintenanceWindow',
      'StopChannel',
      'UpdateChannelClass',
    ],
    takesAway: ['DeleteChannel'],
    startsOthers: ['StartMonitorDeployment'],
  },
} satisfies Judgements;
