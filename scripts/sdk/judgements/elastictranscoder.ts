import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/elastictranscoder/latest/developerguide/api-reference.html',
  recheck: {
    opens: ['CreatePipeline', 'UpdatePipeline'],
    otherRoles: ['UpdatePipelineNotifications'],
  },
  free: {
    startsOthers: ['CreateJob'],
    passRole: ['TestRole'],
    operates: ['UpdatePipelineStatus'],
  },
} satisfies Judgements;
