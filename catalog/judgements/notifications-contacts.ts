import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/notificationscontacts/latest/APIReference/',
  free: {
    operates: ['ActivateEmailContact'],
  },
} satisfies Judgements;
