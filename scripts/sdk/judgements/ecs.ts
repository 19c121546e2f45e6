import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/',
  recheck: {
    taskCommands: ['ExecuteCommand'],
  },
  free: {
    startsOthers: ['RunTask'],
  },
} satisfies Judgements;
