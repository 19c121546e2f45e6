import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/deadline-cloud/latest/APIReference/',
  recheck: {
    code: ['CreateJob', 'CreateQueueEnvironment', 'UpdateFleet', 'UpdateQueueEnvironment'],
    credentials: [
      'AssumeFleetRoleForRead',
      'AssumeFleetRoleForWorker',
      'AssumeQueueRoleForRead',
      'AssumeQueueRoleForUser',
      'AssumeQueueRoleForWorker',
    ],
    opens: ['CopyJobTemplate'],
    otherRoles: ['CreateQueueFleetAssociation', 'UpdateQueue'],
  },
  free: {
    operates: [
      'CreateQueueLimitAssociation',
      'UpdateJob',
      'UpdateQueueFleetAssociation',
      'UpdateQueueLimitAssociation',
      'UpdateSession',
      'UpdateStep',
      'UpdateWorkerSchedule',
    ],
    passRole: ['CreateQueue', 'UpdateMonitor'],
    readsOnly: ['StartSessionsStatisticsAggregation'],
  },
} satisfies Judgements;
