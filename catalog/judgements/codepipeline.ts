import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/',
  recheck: {
    pipeline: [
      'EnableStageTransition',
      'PutActionRevision',
      'PutApprovalResult',
      'StartPipelineExecution',
      'UpdateActionType',
      'UpdatePipeline',
    ],
    credentials: ['GetJobDetails', 'GetThirdPartyJobDetails', 'PollForJobs'],
  },
  free: {
    dataOnly: ['CreateCustomActionType'],
    readsOnly: ['GetPipelineState', 'ListActionTypes', 'ListRuleTypes'],
    operates: [
      'PutJobFailureResult',
      'PutJobSuccessResult',
      'PutThirdPartyJobFailureResult',
      'PutThirdPartyJobSuccessResult',
    ],
    startsOthers: ['RetryStageExecution', 'RollbackStage'],
  },
} satisfies Judgements;
