import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/quick-setup/latest/APIReference/',
  recheck: {
    stackSetChanges: ['UpdateConfigurationDefinition'],
    stackSetCreates: ['CreateConfigurationManager'],
  },
  free: {
    passRole: ['UpdateServiceSettings'],
  },
} satisfies Judgements;
