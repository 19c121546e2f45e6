import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/access-analyzer/latest/APIReference/',
  recheck: {
    stopsAlarms: [
      'ApplyArchiveRule',
      'CreateArchiveRule',
      'DeleteAnalyzer',
      'DeleteServiceLinkedAnalyzer',
      'UpdateAnalyzer',
      'UpdateArchiveRule',
      'UpdateFindings',
    ],
  },
  free: {
    dataOnly: ['CreateAccessPreview'],
    operates: ['CancelPolicyGeneration', 'DeleteArchiveRule'],
    passRole: ['StartPolicyGeneration'],
    readsOnly: ['GetFinding'],
  },
} satisfies Judgements;
