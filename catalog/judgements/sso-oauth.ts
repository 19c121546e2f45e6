import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/',
  recheck: {
    secret: ['CreateTokenWithIAM'],
  },
  free: {
    noGrant: ['IntrospectTokenWithIAM'],
  },
} satisfies Judgements;
