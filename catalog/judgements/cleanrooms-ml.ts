import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cleanrooms-ml/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteConfiguredAudienceModelPolicy'],
  },
  recheck: {
    opens: ['CreateConfiguredModelAlgorithmAssociation'],
    otherRoles: ['PutMLConfiguration', 'UpdateConfiguredAudienceModel'],
    code: ['StartTrainedModelInferenceJob'],
  },
  free: {
    startsOthers: ['StartAudienceExportJob', 'StartTrainedModelExportJob'],
  },
} satisfies Judgements;
