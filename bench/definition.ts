/** Definitions of any size for benchmarks: realistic states, a fixed mix, no randomness. */

/** A state machine whose JSON has about `bytes` bytes: services, patterns, static and dynamic resources mixed. */
export function definitionOfSize(bytes: number): string {
  const probe = JSON.stringify(machine(100)).length / 100;
  return JSON.stringify(machine(Math.floor(bytes / probe)));
}

function machine(count: number): object {
  const states: Record<string, object> = {};
  for (let index = 0; index < count; index++) {
    const last = index === count - 1;
    const make = STATES[index % STATES.length];
    if (make) states[name(index)] = { ...make(index), ...(last ? { End: true } : { Next: name(index + 1) }) };
  }
  return { Comment: 'a benchmark', StartAt: name(0), States: states };
}

function name(index: number): string {
  return `Step ${index}`;
}

const RETRY = [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 2, MaxAttempts: 5, BackoffRate: 2 }];

const STATES: readonly ((index: number) => object)[] = [
  (index) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: {
      FunctionName: `arn:aws:lambda:eu-west-1:111122223333:function:orders-${index}:live`,
      'Payload.$': '$',
    },
    Retry: RETRY,
  }),
  (index) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:putItem',
    Parameters: { TableName: `orders-${index % 50}`, Item: { id: { 'S.$': '$.id' }, state: { S: 'PAID' } } },
    Retry: RETRY,
    ResultPath: null,
  }),
  () => ({
    Type: 'Choice',
    Choices: [{ Variable: '$.total', NumericGreaterThan: 100, Next: 'Step 0' }],
    Default: 'Step 0',
  }),
  (index) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::ecs:runTask.sync',
    Parameters: {
      Cluster: 'reports',
      TaskDefinition: `report-${index % 20}`,
      LaunchType: 'FARGATE',
      Overrides: { ContainerOverrides: [{ Name: 'main', 'Command.$': '$.command' }] },
    },
  }),
  () => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Parameters: { 'QueueUrl.$': '$.queue', MessageBody: { 'token.$': '$$.Task.Token', 'order.$': '$.id' } },
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Step 0' }],
  }),
  (index) => ({
    Type: 'Map',
    ItemsPath: '$.items',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'INLINE' },
      StartAt: 'Publish',
      States: {
        Publish: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sns:publish',
          Parameters: { TopicArn: `arn:aws:sns:eu-west-1:111122223333:topic-${index}`, 'Message.$': '$' },
          End: true,
        },
      },
    },
  }),
  (index) => ({
    Type: 'Task',
    QueryLanguage: 'JSONata',
    Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
    Arguments: {
      TrainingJobName: `train-${index}`,
      RoleArn: 'arn:aws:iam::111122223333:role/sagemaker',
      Tags: [{ Key: 'order', Value: '{% $states.input.id %}' }],
    },
  }),
  () => ({ Type: 'Pass', Result: { status: 'done', items: [1, 2, 3], nested: { a: true } }, ResultPath: '$.result' }),
];
