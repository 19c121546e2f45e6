import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import fc from 'fast-check';
import { factsSchemaText, withFactsTable } from '../../scripts/factsPage.ts';
import { DefinitionError } from '../../src/asl/error.ts';
import type { Json } from '../../src/asl/json.ts';
import { FACT_ROWS } from '../../src/aws/facts/table.ts';
import { parseFacts } from '../../src/facts/file.ts';
import { factsSchema } from '../../src/facts/schema.ts';
import { ANY_SUBJECT, FACT_SUBJECTS, factSubjectOf } from '../../src/facts/types.ts';
import { parseArn } from '../../src/iam/arn.ts';
import { FACT_TYPES, factRow } from '../../src/template/facts/types.ts';
import { BAD, GOOD, KEY, QUEUE } from './cases.ts';

/** The facts file: docs/facts.md. */

const isValid = new Ajv().compile(factsSchema());

function problemIn(json: Json): string | undefined {
  try {
    parseFacts(JSON.stringify(json));
    return undefined;
  } catch (error) {
    assert.ok(error instanceof DefinitionError, String(error));
    return error.message;
  }
}

/** `__proto__` is a key like any other. */
function fileOf(resource: string, entry: Json): Json {
  return Object.fromEntries([[resource, entry]]);
}

describe('a facts file', () => {
  for (const [resource, entry, facts] of GOOD) {
    it(`says ${JSON.stringify(entry)} of ${resource}`, () => {
      const stated = parseFacts(JSON.stringify(fileOf(resource, entry)), { file: 'facts.json' });
      assert.deepEqual(stated, [{ resource, facts: facts ?? entry, source: 'file', place: 'facts.json' }]);
    });
  }

  for (const [resource, entry, message] of BAD) {
    it(`does not say ${JSON.stringify(entry)} of ${resource}`, () => {
      const problem = problemIn(fileOf(resource, entry)) ?? 'accepted';
      assert.match(problem, message);
      assert.doesNotMatch(problem, /\n/);
      assert.ok(problem.startsWith(resource));
    });
  }

  it('is YAML or JSON', () => {
    const yaml = parseFacts(`# keys\n${QUEUE}:\n  key: none # AWS owned\narn:aws:s3:::a: { key: ${KEY} }\n`);
    assert.deepEqual(yaml, parseFacts(`\uFEFF{"${QUEUE}": {"key": "none"},\r\n "arn:aws:s3:::a": {"key": "${KEY}"}}`));
  });

  it('may have comments alone, no entries, or the address of its schema', () => {
    for (const text of ['# nothing yet\n', '{}', '{"$schema": "facts.schema.json"}']) {
      assert.deepEqual(parseFacts(text), []);
    }
  });

  const WHOLE: Readonly<Record<string, RegExp>> = {
    '': /^is empty; give resources and their facts$/,
    '[]': /^holds \[\] where a facts file is an object/,
    orders: /^holds "orders" where/,
    '{"$schema": 1}': /^\$schema: 1 is no text/,
    [`${QUEUE}: { key: none }\n${QUEUE}: { key: ${KEY} }`]: /stands twice \(line 2, column 1\); keep one/,
    [`${QUEUE}:\n  key: none\n  key: ${KEY}`]: /orders\.key: the key "key" stands twice \(line 3/,
    [`{"${QUEUE}": {"key": "none", "key": "none"}}`]: /stands twice/,
    [`${QUEUE}: { key: none`]: /^is not YAML/,
    '{': /^is not JSON/,
    [`${QUEUE}: { key: !Ref Key }`]: /^is not YAML/,
  };
  for (const [text, message] of Object.entries(WHOLE)) {
    it(`is refused as a whole: ${JSON.stringify(text)}`, () =>
      assert.throws(
        () => parseFacts(text),
        (error) => error instanceof DefinitionError && message.test(error.message),
      ));
  }

  it('is read or refused with one line, whatever it has', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"${QUEUE}": ${json}}`),
        ),
        (text) => {
          try {
            parseFacts(text);
          } catch (error) {
            assert.ok(error instanceof DefinitionError, String(error));
            assert.doesNotMatch(error.message, /\n/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes no longer for texts that are almost ARNs', () => {
    const started = performance.now();
    for (const piece of ['${a}', '${', ':', '-a', 'a/', '*', '{}']) {
      for (const { arn } of [...FACT_SUBJECTS, ANY_SUBJECT]) arn.test(`arn:aws:sqs:eu-west-1:${piece.repeat(5000)}\n`);
      problemIn(fileOf(QUEUE, { key: `arn:aws:kms:eu-west-1:111122223333:key/${piece.repeat(5000)} ` }));
    }
    assert.ok(performance.now() - started < 2000);
  });
});

describe('the JSON Schema of facts files', () => {
  it('is checked in as the tables make it, and so is the table of docs/facts.md: npm run generated', () => {
    assert.equal(readFileSync('schemas/facts.schema.json', 'utf8'), factsSchemaText());
    const page = readFileSync('docs/facts.md', 'utf8');
    assert.equal(page, withFactsTable(page));
    for (const { form } of FACT_SUBJECTS) assert.ok(page.includes(form));
  });

  it('accepts what is read and refuses what is not', () => {
    for (const [resource, entry] of GOOD)
      assert.ok(isValid(fileOf(resource, entry)), `${resource} ${JSON.stringify(isValid.errors)}`);
    for (const [resource, entry] of BAD)
      assert.ok(!isValid(fileOf(resource, entry)), `${resource} ${JSON.stringify(entry)}`);
    for (const json of [null, {}, { $schema: 'a' }]) assert.ok(isValid(json));
    for (const json of [[], 'a', 1, { $schema: 1 }]) assert.ok(!isValid(json));
  });

  it('agrees on any combination of resources and values', () => {
    const entries = [...GOOD, ...BAD].flatMap(([, entry]) =>
      typeof entry === 'object' && entry !== null ? [entry] : [],
    );
    const fields = entries.flatMap((entry) => Object.keys(entry));
    const values: readonly Json[] = [
      ...entries.flatMap((entry) => Object.values(entry)),
      '${A}',
      'alias/aws/s3',
      'alias/',
    ];
    const resource = fc.oneof(
      fc.constantFrom(...[...GOOD, ...BAD].map(([name]) => name)),
      fc
        .tuple(
          fc.constantFrom('aws', '*', 'aws-cn', '${AWS::Partition}', 'x'),
          fc.constantFrom('sqs', 's3', 'ecs', 'events', 'iam', 'kms', 'states', 'lambda'),
          fc.constantFrom('eu-west-1', '*', '', '${AWS::Region}', 'eu'),
          fc.constantFrom('111122223333', '*', '', '${AWS::AccountId}'),
          fc.constantFrom(
            'orders',
            'task-definition/a',
            'connection/a',
            'role/*',
            'role/a',
            'alias/a',
            'activity:a',
            '*',
          ),
        )
        .map(
          ([partition, service, region, account, name]) => `arn:${partition}:${service}:${region}:${account}:${name}`,
        ),
    );
    const entry = fc.dictionary(fc.constantFrom(...fields), fc.constantFrom(...values), { maxKeys: 3 });
    fc.assert(
      fc.property(fc.dictionary(resource, entry, { maxKeys: 2 }), (json) => {
        assert.equal(isValid(json), problemIn(json) === undefined, problemIn(json));
      }),
      { numRuns: 3000 },
    );
  });

  it('has every resource whose facts a template says or AWS is asked for', () => {
    for (const type of FACT_TYPES) {
      const arn = factRow(type)?.arn.replace('{name}', type === 'AWS::KMS::Alias' ? 'alias/a' : 'a') ?? '';
      assert.ok(factSubjectOf(arn), `${type} ${arn}`);
    }
    const examples = FACT_SUBJECTS.map(({ form, fields }) => ({ arn: parseArn(form.replace(/[A-Z]+$/, 'a')), fields }));
    for (const { service, resource, facts } of FACT_ROWS) {
      const found = examples.find(({ arn }) => arn?.service === service && resource.test(arn.resource));
      assert.deepEqual(
        facts.filter((fact) => found?.fields[fact] === undefined),
        [],
        `${service} ${resource.source}`,
      );
    }
  });

  it('has one type for each resource', () => {
    for (const [resource] of GOOD) {
      const types = [...FACT_SUBJECTS, ANY_SUBJECT].filter(({ arn }) => arn.test(resource));
      assert.deepEqual(types, [factSubjectOf(resource)]);
    }
  });
});
