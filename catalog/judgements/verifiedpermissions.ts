import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/',
  recheck: {
    access: [
      'CreatePolicy',
      'CreatePolicyStoreAlias',
      'CreatePolicyTemplate',
      'DeletePolicy',
      'DeletePolicyStore',
      'DeletePolicyStoreAlias',
      'DeletePolicyTemplate',
      'UpdatePolicy',
      'UpdatePolicyStore',
      'UpdatePolicyTemplate',
    ],
    directory: ['CreateIdentitySource', 'UpdateIdentitySource'],
  },
  free: {
    inService: ['CreatePolicyStore'],
    dataOnly: ['PutSchema'],
    readsOnly: ['GetIdentitySource', 'IsAuthorizedWithToken', 'ListIdentitySources'],
  },
} satisfies Judgements;
