import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/',
  recheck: {
    instanceCommandsPossible: ['ModifyInstanceAttribute'],
  },
} satisfies Judgements;
