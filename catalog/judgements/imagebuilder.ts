import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/imagebuilder/latest/APIReference/',
  recheck: {
    code: ['CreateComponent', 'CreateContainerRecipe', 'CreateImageRecipe', 'CreateWorkflow', 'ImportComponent'],
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
    dataOnly: ['CreateDistributionConfiguration'],
    operates: ['SendWorkflowStepAction'],
    passRole: ['StartResourceStateUpdate'],
    startsOthers: ['StartImagePipelineExecution'],
    takesAway: ['DeleteLifecyclePolicy'],
  },
} satisfies Judgements;
