import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/',
  recheck: {
    otherRoles: ['RotateSecret'],
  },
  free: {
    ownData: ['BatchGetSecretValue', 'GetSecretValue', 'UpdateSecretVersionStage'],
    readsOnly: ['GetRandomPassword'],
  },
} satisfies Judgements;
