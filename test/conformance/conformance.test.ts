import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { OPTIMIZED } from '../../src/integrations/index.ts';
import { actionDetails } from '../support/authorization.ts';
import { type Form, fitStates, integration, type Language, task } from '../support/cases.ts';
import { isAllowed, list, matches, pairs, type TestPolicy, type TestStatement, widerThan } from '../support/iam.ts';
import { APIS, type ApiCase, type Pattern } from './apis.ts';
import printed from './templates.json' with { type: 'json' };
import { COMPLETIONS, MACHINE_TEMPLATES, SKIPPED, TEMPLATES, type TemplateCase, VALUES } from './templates.ts';

interface Printed {
  readonly pattern: string | readonly string[];
  readonly resources: string;
  readonly statements: readonly TestStatement[];
}

const PAGES: Readonly<Record<string, readonly Printed[]>> = printed;
const PATTERNS: readonly Pattern[] = ['requestResponse', 'sync', 'waitForTaskToken'];
const FORMS: readonly Form[] = ['static', 'dynamic'];
const LANGUAGES: readonly Language[] = ['JSONPath', 'JSONata'];

let rows = 0;
let checked = 0;

after(() => {
  const skipped = Object.keys(SKIPPED).length;
  console.log(
    `conformance: ${rows} rows of API × pattern × static/dynamic × query language, ${checked} of AWS's templates`,
  );
  console.log(
    `conformance: ${MACHINE_TEMPLATES.length} templates in machines.test.ts, ${skipped} skipped, each with its reason in SKIPPED`,
  );
});

function apiCase(api: string): ApiCase {
  const found = APIS[api];
  assert.ok(found, `no test case for ${api}`);
  return found;
}

function fitted(
  apis: readonly string[],
  pattern: Pattern,
  form: Form,
  language: Language,
  args?: TemplateCase['args'],
) {
  const states = apis.map((api) => {
    const { args: own, keep = [] } = apiCase(api);
    return [api, task(integration(api, pattern), { ...own, ...args }, { form, language, keep })] as const;
  });
  return fitStates(Object.fromEntries(states));
}

describe('every API of every optimized integration has a test case', () => {
  for (const { service, apis } of OPTIMIZED) {
    for (const [api, { patterns }] of Object.entries(apis)) {
      if (service === 'states' && api === 'activity') continue; // A Resource of its own form: see calls.test.ts.
      it(`${service}:${api}`, () => assert.deepEqual(patterns, apiCase(`${service}:${api}`).patterns));
    }
  }
});

describe('the policy allows every request that the service makes', () => {
  for (const [api, { patterns, calls, sync = [] }] of Object.entries(APIS)) {
    for (const pattern of patterns) {
      for (const form of FORMS) {
        for (const language of LANGUAGES) {
          it(`${api} ${pattern} ${form} ${language}`, () => {
            rows++;
            const { policy, findings } = fitted([api], pattern, form, language);
            assert.deepEqual(
              findings.filter(({ severity }) => severity === 'error'),
              [],
            );
            for (const [action, resource, context = {}] of [...calls, ...(pattern === 'sync' ? sync : [])]) {
              assert.ok(
                isAllowed(policy, { action, resource, context }),
                `${action} on ${resource}: ${JSON.stringify(policy)}`,
              );
            }
          });
        }
      }
    }
  }
});

describe('a static policy names what the task names, and polls only with .sync', () => {
  for (const [api, { patterns, calls, sync = [] }] of Object.entries(APIS)) {
    for (const pattern of patterns) {
      it(`${api} ${pattern} has no action beyond its requests`, () => {
        const wanted = new Set([...calls, ...(pattern === 'sync' ? sync : [])].map(([action]) => action));
        const { policy } = fitted([api], pattern, 'static', 'JSONPath');
        const granted = pairs(policy).map(({ action }) => action);
        const extra = granted.filter((action) => !wanted.has(action) && action !== '*' && !DATA_ACTIONS.test(action));
        assert.deepEqual(extra, []);
      });
    }
  }
});

/** Athena's S3 and Glue actions are many; their template checks them. */
const DATA_ACTIONS = /^(s3|glue):/;

describe('AWS refuses the patterns that it does not offer, and a finding says so', () => {
  for (const [api, { patterns, args }] of Object.entries(APIS)) {
    for (const pattern of PATTERNS.filter((one) => !patterns.includes(one))) {
      it(`${api}.${pattern}`, () => {
        const { findings } = fitStates({ A: task(integration(api, pattern), args) });
        assert.deepEqual(
          findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
          ['unsupported-pattern'],
        );
      });
    }
  }
});

describe("AWS's printed templates are met exactly or more narrowly", () => {
  const used = new Set<string>();
  for (const [id, template] of TEMPLATES) {
    const [page = '', number = ''] = id.split('/');
    const source = PAGES[page]?.[Number(number)];
    assert.ok(source, `${id} is not among the templates`);
    checked++;
    for (const pattern of patternsOf(source, template)) {
      const forms =
        template.forms ?? (source.resources === 'any' ? FORMS : FORMS.filter((one) => one === source.resources));
      for (const form of forms) {
        it(`${id} ${template.apis.join(' ')} ${pattern} ${form}`, () => {
          rows++;
          checkTemplate(template, source, pattern, form, used);
        });
      }
    }
  }
  it('no completion of the templates stands without a use', () => {
    const unused = COMPLETIONS.map(({ source, apis }) => `${apis.join()} ${source}`).filter((name) => !used.has(name));
    assert.deepEqual(unused, []);
  });
  it('every template is checked or skipped with a reason', () => {
    const all = Object.entries(PAGES).flatMap(([page, list]) => list.map((_, index) => `${page}/${index}`));
    const known = [...TEMPLATES.keys(), ...MACHINE_TEMPLATES, ...Object.keys(SKIPPED)];
    assert.deepEqual(known.toSorted(), all.toSorted());
  });
});

function patternsOf(source: Printed, template: TemplateCase): readonly Pattern[] {
  const offered = PATTERNS.filter((pattern) => template.apis.every((api) => apiCase(api).patterns.includes(pattern)));
  const names = typeof source.pattern === 'string' ? [source.pattern] : source.pattern;
  if (template.patterns) return template.patterns;
  if (names.includes('any')) return offered;
  return offered.filter((pattern) => names.includes(pattern === 'requestResponse' ? 'request-response' : pattern));
}

function checkTemplate(template: TemplateCase, source: Printed, pattern: Pattern, form: Form, used: Set<string>): void {
  const { apis, args, notNeeded = {} } = template;
  const text = JSON.stringify(source.statements).replaceAll(
    /<(\w+)>/g,
    (whole, name: string) => template.values?.[name] ?? VALUES[name] ?? whole,
  );
  const statements: readonly TestStatement[] = JSON.parse(text);
  const { policy } = fitted(apis, pattern, form, 'JSONPath', args);
  const granted = new Set(pairs(policy).map(({ action }) => action.toLowerCase()));
  for (const { action, resource, statement } of pairs({ Statement: statements })) {
    const reason = Object.entries(notNeeded).find(([name]) => name === action)?.[1];
    if (reason !== undefined && (pattern !== 'sync' || !reason.includes('.sync'))) {
      assert.ok(!granted.has(action.toLowerCase()), `${action} is granted although it is not needed: ${reason}`);
      continue;
    }
    assert.ok(granted.has(action.toLowerCase()), `${action} is not granted`);
    if (/[*?]/.test(resource) || template.apart?.test(`${action} on ${resource}`)) continue;
    const request = {
      action,
      resource,
      context: { ...contextOf({ Statement: [statement] }, action), ...contextOf(policy, action) },
    };
    assert.ok(isAllowed(policy, request), `${action} on ${resource} is not allowed by ${JSON.stringify(policy)}`);
  }
  const own = COMPLETIONS.filter((completion) => completion.apis.some((api) => apis.includes(api)));
  const ceiling = (list: typeof COMPLETIONS) => ({
    Statement: [...statements, ...list.map(({ statement }) => statement)],
  });
  assert.deepEqual(widerThan(policy, ceiling(own)), []);
  for (const completion of own) {
    const others = own.filter((one) => one !== completion);
    if (widerThan(policy, ceiling(others)).length > 0) used.add(`${completion.apis.join()} ${completion.source}`);
  }
}

/** One value for each condition key that the statements on an action ask for. */
function contextOf(policy: TestPolicy, action: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    policy.Statement.filter((statement) =>
      list(statement.Action).some((one) => one.toLowerCase() === action.toLowerCase()),
    )
      .flatMap((statement) => Object.values(statement.Condition ?? {}))
      .flatMap((keys) => Object.entries(keys).map(([key, values]) => [key, list(values)[0] ?? ''] as const)),
  );
}

describe('every action is spelled as the service authorization reference spells it, on a resource that it has', () => {
  for (const [api, { patterns }] of Object.entries(APIS)) {
    it(api, async () => {
      for (const pattern of patterns) {
        for (const form of FORMS) {
          for (const { action, resource } of pairs(fitted([api], pattern, form, 'JSONPath').policy)) {
            if (action === '*') continue;
            const details = await actionDetails(action);
            assert.equal(details.name, action);
            const fits =
              resource === '*' ||
              UNLISTED.test(resource) ||
              details.formats.some((format) => matches(format, resource));
            assert.ok(fits, `${action} has no resource like ${resource}: ${details.formats.join(' ')}`);
          }
        }
      }
    });
  }
});

/**
 * Resources that AWS's pages name and the reference does not list for the action: an HTTP task's own state machine,
 * SageMaker AI's and EMR Serverless's patterns over several types, a harness for InvokeAgentRuntime, and
 * Athena's wide data access.
 */
const UNLISTED =
  /:(stateMachine:orders|harness\/.*)$|:sagemaker:[^:]*:[^:]*:\*$|:emr-serverless:[^:]*:[^:]*:\/\*$|^arn:aws:s3:::\*$|:glue:|foundation-model|bedrock:[^:]*:[^:]*:(custom-model|model-customization-job)/;
