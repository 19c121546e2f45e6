import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/rekognition/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteProjectPolicy', 'PutProjectPolicy'],
  },
  free: {
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
    callersRights: ['CopyProjectVersion', 'StartMediaAnalysisJob'],
    masked: ['CreateFaceLivenessSession'],
    startsOthers: ['StartProjectVersion', 'StartStreamProcessor'],
    operates: ['UpdateStreamProcessor'],
  },
} satisfies Judgements;
