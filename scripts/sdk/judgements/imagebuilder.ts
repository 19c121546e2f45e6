import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/imagebuilder/latest/APIReference/',
  recheck: {
    instanceCommandsPossible: [
      'CreateImage',
      'CreateImagePipeline',
      'ImportDiskImage',
      'UpdateImagePipeline',
      'UpdateInfrastructureConfiguration',
    ],
    opens: ['UpdateDistributionConfiguration'],
    otherRoles: ['UpdateLifecyclePolicy'],
  },
  free: {
    dataOnly: ['CreateContainerRecipe', 'CreateDistributionConfiguration', 'CreateImageRecipe', 'ImportComponent'],
    operates: ['SendWorkflowStepAction'],
    passRole: ['StartResourceStateUpdate'],
    startsOthers: ['StartImagePipelineExecution'],
    takesAway: ['DeleteLifecyclePolicy'],
  },
} satisfies Judgements;
