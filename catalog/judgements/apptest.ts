import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/apptest/latest/APIReference/',
  recheck: {
    code: ['UpdateTestCase', 'UpdateTestSuite'],
  },
  free: {
    dataOnly: ['CreateTestCase', 'CreateTestSuite'],
  },
} satisfies Judgements;
