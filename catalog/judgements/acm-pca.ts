import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/privateca/latest/APIReference/',
  recheck: {
    access: ['UpdateCertificateAuthority'],
    directory: ['IssueCertificate'],
  },
  free: {
    namesOnly: ['CreateCertificateAuthority'],
  },
} satisfies Judgements;
