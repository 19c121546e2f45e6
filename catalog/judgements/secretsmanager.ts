import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/',
  recheck: {
    otherRoles: ['RotateSecret'],
    opens: ['AssociateCrossAccountReplica'],
  },
  free: {
    ownData: ['BatchGetSecretValue', 'GetSecretValue', 'UpdateSecretVersionStage'],
    readsOnly: ['GetRandomPassword'],
  },
} satisfies Judgements;
