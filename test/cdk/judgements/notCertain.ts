import type { Judgement } from '../../../scripts/differences/judge.ts';

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
    subjects: ['AthenaStartQueryExecution'],
    saying: 'not certain',
    about: 'database/default',
    reason: 'Athena may look at the default database, too',
    page: 'https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html',
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
];
