import type { Judgement } from '../../../scripts/differences/judge.ts';

const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference';
const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg';

/** What neither the definition nor the template decides. */
export const NOT_CERTAIN: readonly Judgement[] = [
  {
    subjects: ['StepFunctionsStartExecution'],
    saying: 'not certain',
    about: 'arn:aws:states:eu-west-1:111122223333:execution:orders:*',
    reason:
      "the CDK grants it in the stack's own account and Region, and the state machine is imported from a named one",
    page: `${GUIDE}/connect-stepfunctions.html`,
  },
  {
    subjects: ['BatchSubmitJob'],
    saying: 'not certain',
    about: 'arn:aws:batch:eu-west-1:111122223333:job-definition/report:3',
    reason: "the CDK grants the definitions of the stack's own account and Region, and this one is named with both",
    page: `${GUIDE}/connect-batch.html`,
  },
  {
    subjects: ['CodeBuildStartBuild', 'CodeBuildStartBuildBatch'],
    saying: 'not certain',
    about: 'project/site',
    reason:
      "the CDK passes only the project's name, so the call is in the stack's own account and Region, and grants the ARN",
    page: `${GUIDE}/connect-codebuild.html`,
  },
  {
    subjects: ['StateMachine'],
    saying: 'not certain',
    about: 'kms:EncryptionContext:aws:states:stateMachineArn',
    reason:
      "the CDK's condition ends in `stateMachine:` and has no name, unless stateMachineName is given: it never holds for the state machine's ARN",
    page: `${GUIDE}/encryption-at-rest.html`,
  },
  {
    subjects: ['EcsRunTask'],
    saying: 'not certain',
    about: 'task-definition/EcsRunTaskFargate:3',
    reason: 'the CDK grants the revision that the stack makes, whatever revisionNumber says',
    page: `${GUIDE}/connect-ecs.html`,
  },
  {
    subjects: ['AthenaStartQueryExecution'],
    saying: 'not certain',
    about: 'athena:GetDataCatalog',
    reason: 'the query comes with the input and may name another catalog than the one that the CDK grants',
    page: `${GUIDE}/connect-athena.html`,
  },
  {
    subjects: ['SageMakerCreateTrainingJob', 'SageMakerCreateTransformJob', 'SageMakerCreateEndpointConfig'],
    saying: 'not certain',
    about: 'kms:CreateGrant',
    reason: 'the grant on the key of the volumes may be made by the role of the job or by its caller',
    page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
  },
  {
    subjects: ['MediaConvertCreateJob'],
    saying: 'not certain',
    about: 'mediaconvert:TagResource',
    reason: 'Step Functions tags each job; the reference lists the action for CreateJob, and the template does not',
    page: `${REFERENCE}/list_mediaconvert.html`,
  },
  {
    subjects: ['DistributedMap'],
    saying: 'not certain',
    about: ['kms:Decrypt', 'needed only if the call names'],
    reason: "the bucket comes with the input, and may be the stack's encrypted one",
    page: `${GUIDE}/iam-policies-eg-dist-map.html#multiupload-dmap-result-policy`,
  },
];
