import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/',
  recheck: {
    pipeline: ['UpdatePipeline'],
  },
} satisfies Judgements;
