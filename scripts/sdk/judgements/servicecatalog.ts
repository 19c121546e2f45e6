import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/servicecatalog/latest/dg/',
  recheck: {
    launchCreates: ['ProvisionProduct'],
    launchChanges: ['UpdateProvisionedProduct'],
  },
} satisfies Judgements;
