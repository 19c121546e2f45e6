import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/lambda/latest/api/',
  recheck: {
    functionCode: ['UpdateFunctionCode', 'UpdateFunctionConfiguration'],
  },
  free: {
    startsOthers: ['InvokeFunction'],
  },
} satisfies Judgements;
