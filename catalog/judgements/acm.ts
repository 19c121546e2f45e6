import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/acm/latest/APIReference/',
  recheck: {
    secret: ['ExportCertificate', 'GetAcmeExternalAccountBindingCredentials'],
  },
  free: {
    takesAway: ['DeleteAcmeExternalAccountBinding', 'RevokeAcmeExternalAccountBinding'],
  },
} satisfies Judgements;
