import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/opsworks/latest/APIReference/',
  recheck: {
    instanceCommands: ['CreateDeployment', 'CreateLayer', 'UpdateLayer', 'UpdateStack'],
    code: ['CreateApp', 'UpdateApp'],
    stackCreates: ['CloneStack', 'CreateInstance'],
    stackChanges: [
      'AssignInstance',
      'AttachElasticLoadBalancer',
      'DetachElasticLoadBalancer',
      'RegisterInstance',
      'UnassignInstance',
      'UpdateInstance',
    ],
    stackDeletes: ['DeleteInstance', 'DeleteLayer', 'DeleteStack'],
    directory: ['CreateUserProfile', 'DeleteUserProfile', 'UpdateMyUserProfile'],
    secret: ['GrantAccess'],
  },
  free: {
    passRole: ['CreateStack'],
    masked: ['DescribeApps', 'DescribeStacks'],
    namesOnly: ['RegisterEcsCluster', 'RegisterRdsDbInstance', 'UpdateRdsDbInstance'],
    operates: [
      'RebootInstance',
      'SetLoadBasedAutoScaling',
      'SetTimeBasedAutoScaling',
      'StartInstance',
      'StartStack',
      'StopInstance',
      'StopStack',
    ],
    takesAway: ['DeleteApp', 'DeregisterEcsCluster', 'DeregisterInstance', 'DeregisterRdsDbInstance'],
  },
} satisfies Judgements;
