import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/notificationscontacts/latest/APIReference/',
  free: {
    operates: ['ActivateEmailContact'],
  },
} satisfies Judgements;
