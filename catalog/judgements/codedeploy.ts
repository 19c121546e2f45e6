import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/',
  recheck: {
    instanceCommands: ['CreateDeployment'],
    otherRoles: ['UpdateDeploymentGroup'],
  },
  free: {
    operates: ['ContinueDeployment', 'PutLifecycleEventHookExecutionStatus'],
    namesOnly: ['RegisterApplicationRevision', 'RegisterOnPremisesInstance'],
    dataOnly: ['CreateDeploymentConfig', 'UpdateApplication'],
  },
} satisfies Judgements;
