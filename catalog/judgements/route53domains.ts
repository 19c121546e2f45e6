import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53domains.html',
  recheck: {
    opens: ['AssociateDelegationSignerToDomain'],
    secret: ['RetrieveDomainAuthCode', 'TransferDomainToAnotherAwsAccount'],
  },
  free: {
    operates: ['ResendOperationAuthorization'],
  },
} satisfies Judgements;
