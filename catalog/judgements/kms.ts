import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/kms/latest/APIReference/',
  always: {
    resourcePolicy: ['ReplicateKey'],
  },
  recheck: {
    stopsKey: [
      'DeleteAlias',
      'DeleteCustomKeyStore',
      'DeleteImportedKeyMaterial',
      'DisableKey',
      'DisconnectCustomKeyStore',
      'ScheduleKeyDeletion',
      'UpdateAlias',
      'UpdateCustomKeyStore',
    ],
  },
  free: {
    operates: ['CancelKeyDeletion', 'DisableKeyRotation', 'UpdateKeyDescription', 'UpdatePrimaryRegion'],
    ownData: [
      'CreateKey',
      'Decapsulate',
      'Decrypt',
      'DeriveSharedSecret',
      'Encapsulate',
      'GenerateDataKey',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateRandom',
    ],
    readsOnly: ['ListKeyRotations'],
  },
} satisfies Judgements;
