import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/rekognition/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteProjectPolicy', 'PutProjectPolicy'],
  },
  free: {
    ownData: ['CopyProjectVersion', 'CreateFaceLivenessSession'],
    passRole: [
      'StartCelebrityRecognition',
      'StartContentModeration',
      'StartFaceDetection',
      'StartFaceSearch',
      'StartLabelDetection',
      'StartPersonTracking',
      'StartSegmentDetection',
      'StartTextDetection',
    ],
    startsOthers: ['StartMediaAnalysisJob', 'StartProjectVersion', 'StartStreamProcessor'],
    operates: ['UpdateStreamProcessor'],
  },
} satisfies Judgements;
