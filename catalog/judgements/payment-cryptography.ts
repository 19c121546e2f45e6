import type { Judgements } from '../build/judged.ts';

export default {
  page: {
    paymentcryptography: 'https://docs.aws.amazon.com/payment-cryptography/latest/APIReference/',
    paymentcryptographydata: 'https://docs.aws.amazon.com/payment-cryptography/latest/DataAPIReference/',
  },
  recheck: {
    secret: ['ExportKey'],
  },
  free: {
    masked: ['TranslateKeyMaterial'],
    ownData: ['GenerateAuthRequestCryptogram', 'VerifyAuthRequestCryptogram'],
  },
} satisfies Judgements;
