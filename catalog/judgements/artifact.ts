import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/artifact/latest/APIReference/',
  recheck: {
    secret: ['ExportComplianceInquiry', 'GetReport', 'GetTermForReport'],
  },
} satisfies Judgements;
