import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amplifyuibuilder/latest/APIReference/',
  recheck: {
    secret: ['ExchangeCodeForToken', 'GetCodegenJob', 'RefreshToken', 'StartCodegenJob'],
  },
  free: {
    dataOnly: ['CreateForm', 'UpdateForm'],
  },
} satisfies Judgements;
