import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Fit, fit } from '../../src/analysis/fit.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { APIS } from '../conformance/apis.ts';
import { INHERITED, PATTERNS } from '../names/awkward.ts';
import { definition, exceptEncryption, fitOptimized, integration, OPTIONS, task } from '../support/cases.ts';
import { isAllowed, type TestPolicy, widerThan } from '../support/iam.ts';

/** Properties that hold for any definition, checked on workflows of any shape made of every optimized integration. */

interface Shape {
  readonly definition: JsonObject;
  /** Every request that the service makes for it. */
  readonly requests: readonly {
    readonly action: string;
    readonly resource: string;
    readonly context: Readonly<Record<string, string>>;
  }[];
}

type State = Readonly<Record<string, unknown>>;
interface Branch {
  readonly states: Readonly<Record<string, State>>;
  readonly requests: Shape['requests'];
}

const taskState: fc.Arbitrary<Branch> = fc
  .record({
    api: fc.constantFrom(...Object.keys(APIS)),
    pattern: fc.nat(),
    form: fc.constantFrom('static' as const, 'dynamic' as const),
    language: fc.constantFrom('JSONPath' as const, 'JSONata' as const),
    name: fc.oneof(
      fc.string({ unit: fc.constantFrom('A', 'b', '/', '~', ' '), minLength: 1, maxLength: 4 }),
      fc.constantFrom(...INHERITED, ...PATTERNS),
    ),
  })
  .map(({ api, pattern, form, language, name }) => {
    const spec = APIS[api];
    assert.ok(spec);
    const chosen = spec.patterns[pattern % spec.patterns.length] ?? 'requestResponse';
    const calls = chosen === 'sync' ? [...spec.calls, ...(spec.sync ?? [])] : spec.calls;
    return {
      states: { [name]: task(integration(api, chosen), spec.args, { form, language, keep: spec.keep ?? [] }) },
      requests: calls.map(([action, resource, context = {}]) => ({ action, resource, context })),
    };
  });

function join(parts: readonly Branch[]): Branch {
  const states = new Map<string, State>();
  const requests: Shape['requests'][number][] = [];
  for (const part of parts) {
    for (const [name, state] of Object.entries(part.states)) {
      if (states.has(name)) continue;
      states.set(name, state);
      requests.push(...part.requests);
    }
  }
  return { states: Object.fromEntries(states), requests };
}

function inner({ states }: Branch): State {
  return { StartAt: Object.keys(states)[0], States: states };
}

const branch: fc.Arbitrary<Branch> = fc.letrec<{ branch: Branch; state: Branch; nested: Branch }>((tie) => ({
  branch: fc.array(tie('state'), { minLength: 1, maxLength: 3 }).map(join),
  state: fc.oneof({ depthSize: 'small', withCrossShrink: true }, taskState, tie('nested')),
  nested: fc
    .record({
      kind: fc.constantFrom('Parallel', 'Iterator', 'ItemProcessor'),
      body: tie('branch'),
      name: fc.constantFrom('P', 'Q', 'R'),
    })
    .map(({ kind, body, name }) => {
      const fields =
        kind === 'Parallel' ? { Type: kind, Branches: [inner(body)] } : { Type: 'Map', [kind]: inner(body) };
      return { states: { [name]: { ...fields, End: true } }, requests: body.requests };
    }),
})).branch;

const shape: fc.Arbitrary<Shape> = branch.map((body) => ({
  definition: definition(inner(body)),
  requests: body.requests,
}));

/** The same JSON with the keys of every object in another order. */
function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => ({ key, item: shuffled(item, random), order: random() }));
  return Object.fromEntries(entries.sort((a, b) => a.order - b.order).map(({ key, item }) => [key, item]));
}

function written({ policy, findings, calls, policies, assumedRoles }: Fit): string {
  const shown = calls.map(({ call, grants }) => [call.state, call.service, call.api, grants]);
  return JSON.stringify({ policy, findings, policies, assumedRoles, shown });
}

const RUNS = { numRuns: 300 };

describe('for any definition', () => {
  it('the policy allows every request that it makes, by a matcher that shares no code with it', () => {
    fc.assert(
      fc.property(shape, ({ definition: given, requests }) => {
        const { policy, findings } = fitOptimized(given, OPTIONS);
        for (const request of requests)
          assert.ok(isAllowed(policy, request), `${request.action} on ${request.resource}`);
        assert.deepEqual(
          findings.filter(({ severity }) => severity === 'error'),
          [],
        );
      }),
      RUNS,
    );
  });

  it('the result is the same each time, in any order of keys and states', () => {
    fc.assert(
      fc.property(shape, fc.infiniteStream(fc.nat()), ({ definition: given }, stream) => {
        const other = definition(shuffled(given, () => stream.next().value ?? 0));
        assert.equal(written(fitOptimized(other, OPTIONS)), written(fitOptimized(given, OPTIONS)));
      }),
      RUNS,
    );
  });

  it('another state never takes a permission away', () => {
    fc.assert(
      fc.property(shape, taskState, ({ definition: given }, { states: more }) => {
        const before: TestPolicy = fitOptimized(given, OPTIONS).policy;
        const states = given['States'];
        assert.ok(typeof states === 'object' && states !== null);
        const after = fitOptimized(definition({ ...given, States: { ...more, ...states } }), OPTIONS).policy;
        const allowed = { Statement: before.Statement.filter(({ Effect }) => Effect === 'Allow') };
        assert.deepEqual(widerThan(allowed, after), []);
      }),
      RUNS,
    );
  });

  it('a field that only a run tells never makes the policy narrower', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(APIS)), fc.nat(), (api, index) => {
        const spec = APIS[api];
        assert.ok(spec);
        const pattern = spec.patterns[index % spec.patterns.length] ?? 'requestResponse';
        const of = (form: 'static' | 'dynamic') =>
          fitOptimized(
            definition({
              StartAt: 'A',
              States: { A: task(integration(api, pattern), spec.args, { form, keep: spec.keep ?? [] }) },
            }),
            OPTIONS,
          ).policy;
        const known = { Statement: of('static').Statement.filter(({ Effect }) => Effect === 'Allow') };
        assert.deepEqual(widerThan(known, of('dynamic')), []);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('quotas of a role (reference_iam-quotas)', () => {
  const tables = (count: number, length: number) => {
    const states = Array.from({ length: count }, (_, index) => {
      const TableName = `${index}`.padStart(length, 't');
      return [`S${index}`, task(integration('dynamodb:getItem', 'requestResponse'), { TableName })] as const;
    });
    return fitOptimized(definition({ StartAt: 'S0', States: Object.fromEntries(states) }), OPTIONS);
  };

  it('are no finding where the policy fits inline', () =>
    assert.deepEqual(exceptEncryption(tables(50, 20).findings), []));

  it('are a warning where it fits into managed policies', () => {
    const { findings, policies } = tables(300, 20);
    assert.deepEqual(
      exceptEncryption(findings).map(({ code, severity }) => [code, severity]),
      [['quota', 'warning']],
    );
    assert.match(
      findings[0]?.message ?? '',
      new RegExp(`10,240 in all: attach it as ${policies.length} managed policies`),
    );
  });

  it('are an error that names the largest contributors where it does not fit at all', () => {
    const { findings, policies } = tables(1000, 60);
    assert.ok(policies.length > 10);
    assert.deepEqual(
      exceptEncryption(findings).map(({ code, severity }) => [code, severity]),
      [['quota', 'error']],
    );
    assert.match(findings[0]?.message ?? '', /Largest: dynamodb:GetItem on 1000 resources/);
  });
});

describe('the example of the README', () => {
  const text = readFileSync(new URL('../../examples/order-fulfilment.asl.json', import.meta.url), 'utf8');

  it('is fitted without an error and without a wildcard for what it names', async () => {
    const { policy, findings } = await fit(JSON.parse(text), { ...OPTIONS, name: 'fulfilment' });
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
    );
    const start = policy.Statement.find(({ Action }) => Action.includes('states:StartExecution'));
    assert.deepEqual(start?.Resource, [
      'arn:aws:states:eu-west-1:111122223333:stateMachine:fulfilment',
      'arn:aws:states:eu-west-1:111122223333:stateMachine:payment',
    ]);
  });
});
