import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    opens: [
      'PublishConnectionFunction',
      'PublishFunction',
      'UpdateConnectionFunction',
      'UpdateDistribution',
      'UpdateFunction',
      'UpdateTrustStore',
    ],
    stopsLogs: ['UpdateRealtimeLogConfig'],
    stopsAlarms: ['DeleteMonitoringSubscription'],
  },
  free: {
    noRole: ['CreateConnectionFunction', 'CreateFunction'],
    passRole: ['CreateRealtimeLogConfig'],
    dataOnly: ['CreateTrustStore'],
    namesOnly: ['TagResource'],
    network: [
      'AssociateAlias',
      'CreateContinuousDeploymentPolicy',
      'CreateDistribution',
      'DeleteContinuousDeploymentPolicy',
      'UpdateContinuousDeploymentPolicy',
      'UpdateDomainAssociation',
    ],
  },
} satisfies Judgements;
