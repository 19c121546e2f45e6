import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amplify-admin-ui/latest/APIReference/operations.html',
  recheck: {
    directory: ['CreateBackendAuth', 'ImportBackendAuth'],
    opens: ['CreateBackendStorage', 'UpdateBackendStorage'],
    secret: ['CreateToken', 'GetBackendAuth', 'GetToken'],
  },
} satisfies Judgements;
