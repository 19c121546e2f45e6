import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/connecthealth/latest/APIReference/',
  recheck: {
    directory: ['ResetPassword'],
  },
  free: {
    passRole: ['CreateDomain'],
    ownData: ['StartMedicalCodingJob', 'StartPatientInsightsJob'],
  },
} satisfies Judgements;
