import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiotfleethubfordevicemanagement.html',
  free: {
    dataOnly: ['UpdateApplication'],
  },
} satisfies Judgements;
