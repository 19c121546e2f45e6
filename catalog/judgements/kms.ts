import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/kms/latest/APIReference/',
  always: {
    resourcePolicy: ['ReplicateKey'],
  },
  free: {
    ownData: [
      'CreateKey',
      'Decrypt',
      'DeriveSharedSecret',
      'GenerateDataKey',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateRandom',
    ],
    readsOnly: ['ListKeyRotations'],
  },
} satisfies Judgements;
