import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/emr-on-eks/latest/APIReference/',
  recheck: {
    handsRoleUnasked: ['CreateManagedEndpoint', 'CreateSecurityConfiguration', 'StartJobRun'],
    credentials: ['GetManagedEndpointSessionCredentials'],
  },
} satisfies Judgements;
