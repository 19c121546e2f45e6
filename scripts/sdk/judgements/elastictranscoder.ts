import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastictranscoder.html',
  recheck: {
    otherRoles: ['UpdatePipeline'],
  },
  free: {
    operates: ['UpdatePipelineNotifications', 'UpdatePipelineStatus'],
    passRole: ['CreatePipeline', 'TestRole'],
    startsOthers: ['CreateJob'],
  },
} satisfies Judgements;
