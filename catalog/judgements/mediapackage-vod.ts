import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediapackagevod.html',
  recheck: {
    opens: ['UpdatePackagingGroup'],
  },
  free: {
    passRole: ['CreatePackagingConfiguration', 'CreatePackagingGroup'],
  },
} satisfies Judgements;
