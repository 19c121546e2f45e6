import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiotcoredeviceadvisor.html',
  free: {
    ownData: ['GetSuiteRunReport'],
    passRole: ['CreateSuiteDefinition', 'StartSuiteRun', 'UpdateSuiteDefinition'],
  },
} satisfies Judgements;
