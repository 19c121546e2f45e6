import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/pca-connector-ad/latest/APIReference/',
  recheck: {
    directory: ['CreateServicePrincipalName', 'UpdateTemplate'],
  },
  free: {
    dataOnly: ['CreateTemplate'],
    readsOnly: ['GetTemplate', 'ListTemplates'],
  },
} satisfies Judgements;
