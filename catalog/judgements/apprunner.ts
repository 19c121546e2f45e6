import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/apprunner/latest/api/',
  recheck: {
    code: ['UpdateService'],
  },
  free: {
    operates: ['ResumeService'],
    passRole: ['CreateService'],
    startsOthers: ['StartDeployment'],
  },
} satisfies Judgements;
