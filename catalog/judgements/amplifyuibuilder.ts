import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amplifyuibuilder/latest/APIReference/',
  recheck: {
    secret: ['ExchangeCodeForToken', 'RefreshToken', 'StartCodegenJob'],
  },
  free: {
    dataOnly: ['CreateForm', 'UpdateForm'],
    ownData: ['GetCodegenJob'],
  },
} satisfies Judgements;
