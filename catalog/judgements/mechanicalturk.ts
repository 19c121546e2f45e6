import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AWSMechTurk/latest/AWSMturkAPI/ApiReference_GetFileUploadURLOperation.html',
  recheck: {
    secret: ['GetFileUploadURL'],
  },
} satisfies Judgements;
