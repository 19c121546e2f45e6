import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/launchwizard/latest/APIReference/',
  recheck: {
    stackCreates: ['CreateAdditionalNode', 'CreateDeployment', 'StartProvisioning'],
    stackChanges: ['UpdateDeployment'],
    stackDeletes: ['DeleteAdditionalNode', 'DeleteApp', 'DeleteDeployment'],
  },
  free: {
    dataOnly: ['CreateSettingsSet', 'PutSettingsSet', 'UpdateSettingsSet'],
    takesAway: ['DeleteSettingsSet'],
  },
} satisfies Judgements;
