import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/datazone/latest/APIReference/',
  recheck: {
    domainAccess: ['UpdateRootDomainUnitOwner'],
  },
} satisfies Judgements;
