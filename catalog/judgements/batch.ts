import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/batch/latest/APIReference/',
  recheck: {
    code: ['UpdateComputeEnvironment'],
  },
  free: {
    startsOthers: ['SubmitJob'],
    passRole: ['CreateComputeEnvironment', 'RegisterJobDefinition', 'SubmitServiceJob'],
    namesOnly: ['CreateJobQueue'],
    masked: ['DescribeJobDefinitions', 'DescribeJobs'],
    operates: [
      'CreateQuotaShare',
      'UpdateJobQueue',
      'UpdateQuotaShare',
      'UpdateServiceEnvironment',
      'UpdateServiceJob',
    ],
  },
} satisfies Judgements;
