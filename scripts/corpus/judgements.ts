import type { Judgement } from '../differences/judge.ts';

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg';

/** What a person says of each error in the templates of the collection. */
export const JUDGEMENTS: readonly Judgement[] = [
  {
    subjects: ['distributed-map-state-gif-generator', 'sfn-dynamodb-batchwriteitem'],
    saying: 'missing',
    about: 'states:DescribeExecution',
    reason: "the page's policy for a distributed Map has it, and the role has only StartExecution",
    page: `${GUIDE}/iam-policies-eg-dist-map.html`,
  },
  ...['states:DescribeExecution', 'states:StopExecution'].map(
    (about): Judgement => ({
      subjects: ['sfn-sns-task-timer'],
      saying: 'missing',
      about,
      reason: "the page's policy for startExecution.sync has it, and the role has only StartExecution",
      page: `${GUIDE}/connect-stepfunctions.html`,
    }),
  ),
  {
    subjects: ['emit-and-wait'],
    saying: 'not checked',
    about: 'the definition is s3://',
    reason: 'DefinitionUri names an object in a bucket of a service',
    page: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html#sam-statemachine-definitionuri',
  },
];
