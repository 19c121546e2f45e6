import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/appintegrations/latest/APIReference/',
  recheck: {
    opens: ['UpdateApplication'],
  },
  free: {
    inService: ['CreateApplication'],
    readsOnly: ['GetApplication'],
  },
} satisfies Judgements;
