import type { JsonObject } from '../../src/asl/json.ts';

/** Definitions for the report's tests, of any size and shape; no randomness. */

const QUEUE = 'https://sqs.eu-west-1.amazonaws.com/111122223333';

type Maker = (index: number) => JsonObject;

/** One of each kind of state, tight and wide. */
const TASKS: readonly Maker[] = [
  (index) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: `arn:aws:lambda:eu-west-1:111122223333:function:step-${index}:live` },
  }),
  (index) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:putItem',
    Parameters: { TableName: `orders-${index % 5}`, Item: {} },
  }),
  () => ({ Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Parameters: { 'TopicArn.$': '$.topic' } }),
  (index) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage',
    Parameters: { QueueUrl: `${QUEUE}/jobs-${index % 3}`, MessageBody: 'x' },
  }),
  () => ({ Type: 'Pass', Result: { done: true } }),
  () => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::ecs:runTask.sync',
    Parameters: { Cluster: 'reports', TaskDefinition: 'daily-report', LaunchType: 'FARGATE' },
  }),
  () => ({ Type: 'Wait', Seconds: 60 }),
];

/** A realistic workflow of this many states: choices that skip ahead, a handler for errors, maps and parallels. */
export function workflow(count: number): JsonObject {
  const states: Record<string, JsonObject> = {};
  const last = count - 2;
  let made = 0;
  for (let index = 0; made < last; index++) {
    const { state, size } = stateAt(index, last - made);
    made += size;
    const next = made >= last ? 'Done' : nameOf(index + 1);
    const isChoice = state['Type'] === 'Choice';
    const catches = index % 6 === 2 && state['Type'] === 'Task';
    states[nameOf(index)] = {
      ...state,
      ...(isChoice ? choices(next, index + 2 < count / 2 && made < last ? nameOf(index + 1) : 'Done') : { Next: next }),
      ...(catches ? { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell the team' }] } : {}),
    };
  }
  states['Done'] = { Type: 'Succeed' };
  states['Tell the team'] = {
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:sns:publish',
    Parameters: { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:team', Message: 'failed' },
    End: true,
  };
  return { Comment: `A workflow of ${count} states`, StartAt: nameOf(0), States: states };
}

const VERBS = ['Check', 'Store', 'Announce', 'Queue', 'Shape', 'Report on', 'Wait for', 'Settle', 'Review'] as const;
const NOUNS = ['the order', 'stock', 'the payment', 'the parcel', 'the invoice', 'returns', 'the customer'] as const;

export function nameOf(index: number): string {
  const number = index < VERBS.length ? '' : ` (${index})`;
  return `${VERBS[index % VERBS.length]} ${NOUNS[index % NOUNS.length]}${number}`;
}

function stateAt(index: number, room: number): { readonly state: JsonObject; readonly size: number } {
  if (index % 9 === 4 && room > 4) {
    const branch = (offset: number) => machine([TASKS[(index + offset) % 4], TASKS[1]], `Branch ${index}.${offset}`);
    return { state: { Type: 'Parallel', Branches: [branch(0), machine([TASKS[2]], `Other ${index}`)] }, size: 4 };
  }
  if (index % 11 === 7 && room > 2) {
    const ItemProcessor = { ProcessorConfig: { Mode: 'INLINE' }, ...machine([TASKS[index % 4]], `Each ${index}`) };
    return { state: { Type: 'Map', ItemProcessor }, size: 2 };
  }
  if (index % 5 === 3) return { state: { Type: 'Choice' }, size: 1 };
  return { state: TASKS[index % TASKS.length]?.(index) ?? { Type: 'Pass' }, size: 1 };
}

function choices(next: string, other: string): JsonObject {
  return {
    Choices: [{ Variable: '$.total', NumericGreaterThan: 100, Next: next }],
    Default: other,
  };
}

function machine(makers: readonly (Maker | undefined)[], name: string): JsonObject {
  const states = makers.map((maker, index): [string, JsonObject] => [
    `${name}, step ${index + 1}`,
    {
      ...maker?.(index),
      ...(index === makers.length - 1 ? { End: true } : { Next: `${name}, step ${index + 2}` }),
    },
  ]);
  return { StartAt: `${name}, step 1`, States: Object.fromEntries(states) };
}

export const ONE: JsonObject = { StartAt: 'Only', States: { Only: { Type: 'Pass', End: true } } };

/** A distributed Map in a Parallel in a Map. */
export const NESTED: JsonObject = {
  StartAt: 'Every region',
  States: {
    'Every region': {
      Type: 'Map',
      ItemProcessor: {
        StartAt: 'Both sides',
        States: {
          'Both sides': {
            Type: 'Parallel',
            Branches: [
              {
                StartAt: 'Every file',
                States: {
                  'Every file': {
                    Type: 'Map',
                    ItemProcessor: {
                      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
                      ...machine([TASKS[0], TASKS[2]], 'Innermost'),
                    },
                    End: true,
                  },
                },
              },
              machine([TASKS[1]], 'Left'),
              machine([TASKS[3]], 'Right'),
            ],
            End: true,
          },
        },
      },
      End: true,
    },
  },
};

/** Names that try to be something else than text. */
export const HOSTILE_NAMES: readonly string[] = [
  '</script><script>globalThis.hit=1</script>',
  '"><img src=x onerror="globalThis.hit=1">',
  "' onmouseover='globalThis.hit=1",
  'javascript:globalThis.hit=1',
  '--><svg onload=globalThis.hit=1>',
  '</title></style><h1>hit',
  '__proto__',
  '${alert(1)} {{1}} <%= 1 %>',
  'right\u202eto left\u202c',
  '支払いを確認して倉庫に通知し顧客に領収書を送る長い名前の状態',
  'تحقق من المخزون',
  '👩‍👩‍👧‍👦 family 🇪🇺',
  `W${'w'.repeat(79)}`,
  'A very long name of many words that does not end where one would expect a name to end at',
  '   ',
];

export function hostile(): JsonObject {
  const states = HOSTILE_NAMES.map((name, index): [string, JsonObject] => [
    name,
    {
      Type: 'Task',
      Comment: name,
      Resource: 'arn:aws:states:::dynamodb:getItem',
      Parameters: index % 2 === 0 ? { TableName: `t-${name}` } : { 'TableName.$': `$['${name}']` },
      ...(index === HOSTILE_NAMES.length - 1 ? { End: true } : { Next: HOSTILE_NAMES[index + 1] ?? '' }),
      Catch: [{ ErrorEquals: [name], Next: HOSTILE_NAMES[0] ?? '' }],
    },
  ]);
  return { Comment: HOSTILE_NAMES[0] ?? '', StartAt: HOSTILE_NAMES[0] ?? '', States: Object.fromEntries(states) };
}
