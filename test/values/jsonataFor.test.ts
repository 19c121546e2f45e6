import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fit, fitWith } from '../../src/analysis/fit.ts';
import { sdkTables } from '../../src/sdk/load.ts';
import { jsonataFor } from '../../src/values/flow/jsonataFor.ts';
import { jsonataEngine } from '../../src/values/jsonata/engine.ts';
import { machine, OPTIONS } from '../support/cases.ts';
import { workflowOf } from '../support/interpreter/workflows.ts';

const SEND = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true };
const URL = "{% 'https://sqs.eu-west-1.amazonaws.com/111122223333/' & 'jobs' %}";

function resourcesIn({ calls }: Awaited<ReturnType<typeof fit>>): readonly string[] {
  return calls.flatMap(({ grants }) => grants.flatMap(({ resources }) => resources.map(({ arn }) => arn)));
}

describe('JSONata is loaded', () => {
  for (const [what, state] of Object.entries({
    'an expression in Arguments': { ...SEND, QueryLanguage: 'JSONata', Arguments: { QueueUrl: URL } },
    'an expression in Arguments of a JSONPath state': { ...SEND, Arguments: { QueueUrl: URL } },
    'an expression in Credentials of a JSONPath state': { ...SEND, Credentials: { RoleArn: URL } },
    'a reference': { ...SEND, QueryLanguage: 'JSONata', Arguments: { Q: '{% $states.input.url %}' } },
    'an expression in Parameters, which may be meant for Arguments': { ...SEND, Parameters: { QueueUrl: [URL] } },
  })) {
    it(`for ${what}`, async () => {
      assert.notEqual(await jsonataFor(machine({ A: state })), undefined);
    });
  }

  for (const [what, state] of Object.entries({
    'JSONPath alone': { ...SEND, Parameters: { 'QueueUrl.$': '$.url' } },
    'a text that is no expression': { ...SEND, QueryLanguage: 'JSONata', Arguments: { Q: "{% 'a' & 'b'" } },
  })) {
    it(`not for ${what}`, async () => {
      assert.equal(await jsonataFor(machine({ A: state })), undefined);
    });
  }

  it('never with the program itself', () => {
    const importing = globSync(['src/**/*.ts', 'functions/**/*.ts']).filter((file) =>
      readFileSync(file, 'utf8').includes("from 'jsonata'"),
    );
    assert.deepEqual(importing, []);
  });

  it('for an expression that only the substitutions bring', async () => {
    const definition = machine({ A: { ...SEND, QueryLanguage: 'JSONata', Arguments: { QueueUrl: '${Url}' } } });
    const fitted = await fit(definition, { ...OPTIONS, substitutions: { Url: URL } });
    assert.deepEqual(resourcesIn(fitted), ['arn:aws:sqs:eu-west-1:111122223333:jobs']);
  });

  it('for every definition whose policy depends on it', async () => {
    const jsonata = await jsonataEngine(['1 + 1']);
    for (let seed = 0; seed < 200; seed++) {
      const { definition } = workflowOf(seed);
      const { policy, calls } = await fit(definition, OPTIONS);
      const sdk = await sdkTables(calls.flatMap(({ call }) => (call.kind === 'sdk' ? [call.service] : [])));
      assert.deepEqual(policy, fitWith({ sdk, jsonata }, definition, OPTIONS).policy, `seed ${seed}`);
    }
  });
});

it('an expression can be anything without the engine', () => {
  const definition = machine({ A: { ...SEND, QueryLanguage: 'JSONata', Arguments: { QueueUrl: URL } } });
  const fitted = fitWith({ sdk: new Map(), jsonata: undefined }, definition, OPTIONS);
  assert.deepEqual(resourcesIn(fitted), ['arn:aws:sqs:*:*:*']);
});
