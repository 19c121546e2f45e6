import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/',
  recheck: {
    instanceCommandsPossible: [
      'CreateAutoScalingGroup',
      'CreateLaunchConfiguration',
      'StartInstanceRefresh',
      'UpdateAutoScalingGroup',
    ],
    otherRoles: ['PutLifecycleHook'],
  },
  free: {
    network: ['AttachLoadBalancerTargetGroups'],
    takesAway: ['DeletePolicy'],
    operates: [
      'AttachInstances',
      'BatchPutScheduledUpdateGroupAction',
      'ExecutePolicy',
      'LaunchInstances',
      'PutScheduledUpdateGroupAction',
      'RollbackInstanceRefresh',
      'SetInstanceHealth',
      'SetInstanceProtection',
    ],
  },
} satisfies Judgements;
