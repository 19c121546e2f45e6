import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/transcribe/latest/dg/',
  free: {
    ownData: ['StartMedicalTranscriptionJob'],
    passRole: [
      'CreateVocabulary',
      'CreateVocabularyFilter',
      'StartCallAnalyticsJob',
      'StartTranscriptionJob',
      'UpdateLanguageModel',
      'UpdateVocabulary',
      'UpdateVocabularyFilter',
    ],
  },
} satisfies Judgements;
