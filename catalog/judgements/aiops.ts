import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloudwatchinvestigations/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteInvestigationGroupPolicy', 'PutInvestigationGroupPolicy'],
  },
  recheck: {
    otherRoles: ['UpdateInvestigationGroup'],
  },
} satisfies Judgements;
