import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { parseText } from '../../src/asl/parse.ts';

const CHILD = 'arn:aws:states:eu-west-1:111122223333:stateMachine:child';

async function findingsFor(pattern: string, type: 'STANDARD' | 'EXPRESS' | undefined) {
  const task = {
    Type: 'Task',
    Resource: `arn:aws:states:::states:startExecution${pattern}`,
    Parameters: { StateMachineArn: CHILD },
    End: true,
  };
  const definition = parseText(JSON.stringify({ StartAt: 'A', States: { A: task } }), 'json');
  const facts =
    type === undefined ? [] : [{ resource: CHILD, facts: { type }, source: 'file' as const, place: 'facts.yaml' }];
  const { findings } = await fit(definition, { facts });
  return findings.filter(({ code }) => code === 'unsupported-pattern').map(({ severity }) => severity);
}

describe('a nested workflow of the type EXPRESS (API_DescribeExecution: not supported by EXPRESS state machines)', () => {
  for (const [pattern, type, expected] of [
    ['.sync', 'EXPRESS', ['warning']],
    ['.sync:2', 'EXPRESS', ['warning']],
    ['', 'EXPRESS', []],
    ['.waitForTaskToken', 'EXPRESS', []],
    ['.sync', 'STANDARD', []],
    ['.sync', undefined, []],
  ] as const) {
    it(`${pattern === '' ? 'request-response' : pattern}, ${type ?? 'type unknown'}: ${expected.length} warnings`, async () => {
      assert.deepEqual(await findingsFor(pattern, type), expected);
    });
  }
});
