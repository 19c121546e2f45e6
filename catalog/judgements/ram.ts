import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/ram/latest/APIReference/',
  always: {
    access: ['UpdatePermission'],
  },
} satisfies Judgements;
