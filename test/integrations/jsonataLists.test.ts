import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fit } from '../../src/analysis/fit.ts';
import type { Json } from '../../src/asl/json.ts';
import { APIS } from '../conformance/apis.ts';
import { fitStates, integration } from '../support/cases.ts';
import { type TestPolicy, widerThan } from '../support/iam.ts';
import { LIST_EXPRESSIONS } from '../support/listExpressions.ts';

/** Lists that a JSONata expression makes, in every optimized integration with a list among the arguments of its cases. */

interface ListArgument {
  readonly api: string;
  readonly pattern: string;
  readonly args: unknown;
  readonly path: readonly string[];
  readonly list: readonly Json[];
}

/** The lists in a value, with the path of fields to each. */
function listsIn(json: unknown, path: readonly string[]): readonly Pick<ListArgument, 'path' | 'list'>[] {
  if (Array.isArray(json)) return [{ path, list: json }];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => listsIn(value, [...path, name]));
}

const ROLE = 'arn:aws:iam::111122223333:role/r';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1';

/** Lists that name roles and keys, beside those of the cases of test/conformance. */
const OTHERS: readonly (readonly [string, string, Json])[] = [
  [
    'ecs:runTask',
    'requestResponse',
    { TaskDefinition: 't', VolumeConfigurations: [{ ManagedEBSVolume: { RoleArn: ROLE } }] },
  ],
  [
    'sagemaker:createHyperParameterTuningJob',
    'sync',
    { HyperParameterTuningJobName: 'j', TrainingJobDefinitions: [{ RoleArn: ROLE }] },
  ],
  ['eks:createCluster', 'sync', { Name: 'c', RoleArn: ROLE, EncryptionConfig: [{ Provider: { KeyArn: KEY } }] }],
];

const lists: readonly ListArgument[] = [
  ...Object.entries(APIS).flatMap(([api, { args, patterns }]) => patterns.map((pattern) => ({ api, pattern, args }))),
  ...OTHERS.map(([api, pattern, args]) => ({ api, pattern, args })),
].flatMap((call) => listsIn(call.args, []).map((found) => ({ ...call, ...found })));

function withField(json: unknown, [first = '', ...rest]: readonly string[], field: unknown, suffix = ''): unknown {
  const entries = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  const others = entries.filter(([name]) => name !== first);
  const inner = entries.find(([name]) => name === first)?.[1];
  const end = rest.length === 0;
  return Object.fromEntries([
    ...others,
    [end ? first + suffix : first, end ? field : withField(inner, rest, field, suffix)],
  ]);
}

function fitted({ api, pattern }: ListArgument, language: string, args: unknown): Fit {
  const field = language === 'JSONata' ? 'Arguments' : 'Parameters';
  const resource = integration(api, pattern);
  return fitStates({ A: { Type: 'Task', QueryLanguage: language, Resource: resource, [field]: args, End: true } });
}

const allowed = ({ policy }: Fit): TestPolicy => ({
  Statement: policy.Statement.filter(({ Effect }) => Effect === 'Allow'),
});

describe('a list that a JSONata expression makes, in an optimized integration', () => {
  for (const argument of lists) {
    const { api, pattern, args, path, list } = argument;
    it(`${api}.${pattern} ${path.join('.')}`, () => {
      const literal = fitted(argument, 'JSONPath', args);
      const unknown = fitted(argument, 'JSONPath', withField(args, path, '$.list', '.$'));
      for (const [form, make] of Object.entries(LIST_EXPRESSIONS)) {
        const text = make(() => `(${JSON.stringify(list[0] ?? null)})`);
        for (const given of [
          withField(args, path, `{% ${text} %}`),
          `{% ${JSON.stringify(withField(args, path, '⟨list⟩')).replace('"⟨list⟩"', () => `(${text})`)} %}`,
        ]) {
          const made = fitted(argument, 'JSONata', given);
          assert.deepEqual(widerThan(allowed(made), allowed(unknown)), [], form);
          if (text.includes(JSON.stringify(list[0])) && list.length === 1)
            assert.deepEqual(widerThan(allowed(literal), allowed(made)), [], form);
          const missing = made.findings.filter(({ code }) => code === 'missing-argument');
          assert.deepEqual(missing, [], form);
        }
      }
    });
  }
});
