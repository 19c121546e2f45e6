import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastictranscoder.html',
  recheck: {
    opens: ['CreatePipeline'],
    otherRoles: ['UpdatePipeline', 'UpdatePipelineNotifications'],
  },
  free: {
    operates: ['UpdatePipelineStatus'],
    passRole: ['TestRole'],
    startsOthers: ['CreateJob'],
  },
} satisfies Judgements;
