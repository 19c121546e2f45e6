import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/finspace/latest/management-api/',
  recheck: {
    directory: [
      'CreateKxUser',
      'CreateUser',
      'DeleteKxUser',
      'ResetUserPassword',
      'UpdateEnvironment',
      'UpdateKxUser',
      'UpdateUser',
    ],
    secret: ['GetKxConnectionString'],
    code: ['UpdateKxClusterCodeConfiguration'],
    opens: ['UpdateKxEnvironmentNetwork'],
  },
  free: {
    passRole: ['CreateKxCluster'],
    operates: ['CreateKxScalingGroup', 'UpdateKxEnvironment'],
    takesAway: ['DeleteKxScalingGroup'],
    dataOnly: ['LoadSampleDataSetGroupIntoEnvironment'],
  },
} satisfies Judgements;
