/**
 * Measures `rolefit generate` as a whole process, on five states that call five services: the tables of the other 435
 * must cost nothing. The fastest of several runs counts. Fails where a limit is passed.
 */
import { execFileSync } from 'node:child_process';
import { report } from './report.ts';

const LIMITS = { milliseconds: 250, timesFewServices: 1.5 } as const;
const RUNS = 15;

function definition(...apis: readonly string[]): string {
  const states = apis.map((api, index) => [
    `S${index}`,
    {
      Type: 'Task',
      Resource: `arn:aws:states:::${api}`,
      Parameters: { TableName: 't', Bucket: 'b', InstanceIds: ['i-1'], Name: 'n', TopicArn: 'arn:aws:sns:::t' },
      ...(index === apis.length - 1 ? { End: true } : { Next: `S${index + 1}` }),
    },
  ]);
  return JSON.stringify({ StartAt: 'S0', States: Object.fromEntries(states) });
}

/** Milliseconds of one run, start of the process included. */
function time(input: string): number {
  const start = performance.now();
  execFileSync(process.execPath, ['dist/rolefit.js', 'generate', '-'], { input, stdio: ['pipe', 'pipe', 'ignore'] });
  return performance.now() - start;
}

// The largest tables are among them: EC2 has more than 800 operations.
const five = definition(
  'aws-sdk:dynamodb:query',
  'aws-sdk:s3:listObjectsV2',
  'aws-sdk:ec2:stopInstances',
  'aws-sdk:scheduler:getSchedule',
  'aws-sdk:sns:publishBatch',
);
const none = definition(
  'dynamodb:getItem',
  'dynamodb:putItem',
  'dynamodb:updateItem',
  'dynamodb:deleteItem',
  'dynamodb:getItem',
);
let [fastest, fastestWithout] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let run = 0; run < RUNS; run++) {
  fastest = Math.min(fastest, time(five));
  fastestWithout = Math.min(fastestWithout, time(none));
}
report('rolefit generate', fastest, LIMITS.milliseconds, 'ms');
report('with / without SDK', fastest / fastestWithout, LIMITS.timesFewServices, 'times');
