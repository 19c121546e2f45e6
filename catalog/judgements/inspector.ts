import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/inspector/latest/APIReference/',
  recheck: {
    stopsThreats: [
      'DeleteAssessmentRun',
      'DeleteAssessmentTarget',
      'DeleteAssessmentTemplate',
      'StopAssessmentRun',
      'UpdateAssessmentTarget',
    ],
    stopsAlarms: ['RemoveAttributesFromFindings', 'UnsubscribeFromEvent'],
    handsRole: ['RegisterCrossAccountAccessRole'],
  },
  free: {
    readsOnly: ['CreateExclusionsPreview'],
    notAWatch: ['SetTagsForResource'],
  },
} satisfies Judgements;
