import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/robomaker/latest/dg/',
  recheck: {
    code: ['CreateDeploymentJob', 'UpdateRobotApplication', 'UpdateSimulationApplication'],
  },
  free: {
    passRole: ['StartSimulationJobBatch'],
    noRole: ['CreateSimulationApplication', 'CreateSimulationApplicationVersion'],
    startsOthers: ['CreateWorldGenerationJob', 'RestartSimulationJob'],
    dataOnly: ['CreateWorldTemplate', 'UpdateWorldTemplate'],
    takesAway: ['DeleteWorldTemplate'],
    operates: ['RegisterRobot'],
  },
} satisfies Judgements;
