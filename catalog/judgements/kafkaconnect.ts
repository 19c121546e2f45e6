import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/MSKC/latest/mskc/',
  recheck: {
    code: ['UpdateConnector'],
  },
  free: {
    takesAway: ['DeleteCustomPlugin'],
    operates: ['RestartConnector', 'ResumeConnector'],
  },
} satisfies Judgements;
