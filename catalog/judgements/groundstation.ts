import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/ground-station/latest/APIReference/',
  free: {
    operates: ['RegisterAgent', 'UpdateAgentStatus'],
    passRole: [
      'CreateConfig',
      'CreateDataflowEndpointGroup',
      'CreateMissionProfile',
      'UpdateConfig',
      'UpdateMissionProfile',
    ],
  },
} satisfies Judgements;
