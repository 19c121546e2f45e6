import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/datapipeline/latest/APIReference/',
  recheck: {
    secret: ['PollForTask'],
    code: ['PutPipelineDefinition'],
  },
} satisfies Judgements;
