import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/Route53/latest/APIReference/',
  recheck: {
    opens: ['CreateVPCAssociationAuthorization'],
    stopsLogs: ['DeleteQueryLoggingConfig'],
  },
  free: {
    dataOnly: ['CreateTrafficPolicy', 'CreateTrafficPolicyVersion'],
    network: ['CreateReusableDelegationSet'],
  },
} satisfies Judgements;
