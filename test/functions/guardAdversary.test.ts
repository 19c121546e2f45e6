import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../functions/guard/analysis.ts';
import { judgementOf } from '../../functions/guard/judgement.ts';
import { checkTemplate } from '../../src/analysis/checkTemplate.ts';
import type { Json, JsonObject } from '../../src/asl/json.ts';

/**
 * Templates that want to keep the guard from answering, or to have it say that all is well. Each role allows nothing, so
 * whatever is understood is a violation; what is not understood ends with a reason, and in time.
 */

const PLACE = { partition: 'aws', region: 'us-west-2', account: '123456789012' };
const MEGABYTE = 1_000_000;
const LIMITS = { milliseconds: 2_000, megabytes: 256 };
/** The thread's start and its end, on a busy machine. */
const SPARE = 7_000;

const SEND = {
  StartAt: 'Send',
  States: {
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'https://sqs.us-west-2.amazonaws.com/123456789012/jobs', MessageBody: 'x' },
      End: true,
    },
  },
};
const ROLE = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } };
const machine = (properties: object) => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: { RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, ...properties },
});
const template = (properties: object, more: object = {}, resources: object = {}) =>
  JSON.stringify({ ...more, Resources: { Role: ROLE, ...resources, Orders: machine(properties) } });
const times = <T>(count: number, each: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => each(index));
const named = <T>(count: number, each: (index: number) => readonly [string, T]) =>
  Object.fromEntries(times(count, each));

function nested(levels: number, around: (inner: Json) => Json, innermost: Json): Json {
  return times(levels, (index) => index).reduce((inner) => around(inner), innermost);
}

const jsonata = (expression: string) =>
  template({
    Definition: {
      QueryLanguage: 'JSONata',
      StartAt: 'Send',
      States: {
        Send: {
          ...SEND.States.Send,
          Parameters: undefined,
          Arguments: { QueueUrl: `{% ${expression} %}`, MessageBody: 'x' },
        },
      },
    },
  });

/** States that double what they are given, one after the other. */
const doubling = (double: string) =>
  template({
    Definition: {
      StartAt: 'S0',
      States: {
        S0: { Type: 'Pass', Result: { a: ['x', 'y'] }, Next: 'S1' },
        ...named(60, (index) => [
          `S${index + 1}`,
          { Type: 'Pass', Parameters: { 'a.$': double }, Next: `S${index + 2}` },
        ]),
        S61: { ...SEND.States.Send, Parameters: { 'QueueUrl.$': '$.a', MessageBody: 'x' } },
      },
    },
  });

const yamlBomb = (): string => {
  const lines = times(
    12,
    (index) => `A${index}: &a${index} [${times(9, () => (index === 0 ? 'x' : `*a${index - 1}`)).join(',')}]`,
  );
  return `${lines.join('\n')}\nResources: { Orders: { Type: AWS::StepFunctions::StateMachine, Properties: { Definition: *a11 } } }`;
};

const condition = { 'Fn::Equals': [{ Ref: 'AWS::StackName' }, 'x'] };

/** What may come out: a violation, or no decision with a reason. `open` is what the template leaves open by its nature. */
type Expected = 'violation' | 'undecided' | 'either' | 'open';

const TEMPLATES: readonly (readonly [about: string, text: () => string, expected: Expected])[] = [
  ['aliases that multiply', yamlBomb, 'undecided'],
  [
    'a key that is merged 80,000 times',
    () => `a: &a {x: 1}\nResources:\n  StateMachine:\n${'    <<: *a\n'.repeat(80_000)}`,
    'either',
  ],
  [
    '1 MB of nested objects',
    () => template({ Definition: 'D' }).replace('"D"', `${'{"A":'.repeat(MEGABYTE / 6)}1${'}'.repeat(MEGABYTE / 6)}`),
    'undecided',
  ],
  ['1 MB of brackets in YAML', () => `Resources: { StateMachine: ${'['.repeat(MEGABYTE)} }`, 'undecided'],
  ['1 MB of brackets in a definition', () => template({ DefinitionString: '['.repeat(MEGABYTE) }), 'violation'],
  ['1 MB of another text', () => `StateMachine: ${'x'.repeat(MEGABYTE)}`, 'undecided'],
  [
    '1 MB of escapes',
    () => template({ DefinitionString: JSON.stringify(SEND) }, { Description: '\u0001'.repeat(MEGABYTE / 6) }),
    'violation',
  ],
  [
    '1 MB of statements',
    () =>
      template(
        { Definition: SEND },
        {},
        {
          Policy: {
            Type: 'AWS::IAM::Policy',
            Properties: {
              Roles: [{ Ref: 'Role' }],
              PolicyDocument: {
                Statement: times(10_000, (index) => ({
                  Effect: 'Allow',
                  Action: `s3:*${index}`,
                  Resource: `*j*o*b*${index}`,
                })),
              },
            },
          },
        },
      ),
    'either',
  ],
  [
    'patterns of 100,000 wildcards',
    () =>
      template(
        { Definition: SEND },
        {},
        {
          Policy: {
            Type: 'AWS::IAM::Policy',
            Properties: {
              Roles: [{ Ref: 'Role' }],
              PolicyDocument: {
                Statement: [
                  { Effect: 'Allow', Action: `${'*'.repeat(200_000)}x`, Resource: `${'*a'.repeat(100_000)}b` },
                ],
              },
            },
          },
        },
      ),
    'either',
  ],
  [
    '2,500 state machines',
    () =>
      template(
        { Definition: SEND },
        {},
        named(2_500, (index) => [`M${index}`, machine({ Definition: SEND })]),
      ),
    'either',
  ],
  [
    '490 nested stacks',
    () =>
      template(
        { Definition: SEND },
        {},
        named(490, (index) => [
          `N${index}`,
          { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: `https://s3.amazonaws.com/b/${index}` } },
        ]),
      ),
    'violation',
  ],
  [
    '3,000 managed policies',
    () =>
      template(
        { Definition: SEND },
        {},
        named(3_000, (index) => [
          `P${index}`,
          {
            Type: 'AWS::IAM::ManagedPolicy',
            Properties: {
              Roles: [{ Ref: 'Role' }],
              PolicyDocument: {
                Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: `arn:aws:sqs:*:*:x${index}` }],
              },
            },
          },
        ]),
      ),
    'either',
  ],
  [
    '20,000 mappings',
    () => template({ Definition: SEND }, { Mappings: named(20_000, (index) => [`M${index}`, { a: { b: 'x' } }]) }),
    'violation',
  ],
  [
    '60 conditions, each of two',
    () =>
      template(
        { Definition: SEND },
        {
          Conditions: {
            ...named(60, (index) => [
              `C${index}`,
              { 'Fn::And': [{ Condition: `C${index + 1}` }, { Condition: `C${index + 1}` }] },
            ]),
            C60: condition,
          },
        },
        { Other: { ...machine({ Definition: SEND }), Condition: 'C0' } },
      ),
    'violation',
  ],
  [
    'conditions in a circle',
    () =>
      template(
        { Definition: SEND },
        { Conditions: { A: { 'Fn::Not': [{ Condition: 'B' }] }, B: { 'Fn::Not': [{ Condition: 'A' }] } } },
        { Other: { ...machine({ Definition: SEND }), Condition: 'A' } },
      ),
    'violation',
  ],
  [
    'Fn::Sub that doubles 40 times',
    () => template({ DefinitionString: nested(40, (a) => ({ 'Fn::Sub': ['${a}${a}', { a }] }), 'xxxxxxxxxx') }),
    'undecided',
  ],
  [
    'Fn::Join that doubles 30 times',
    () =>
      template({
        DefinitionString: nested(
          30,
          (a) => ({ 'Fn::Sub': ['${a}${b}${b}', { a, b: { 'Fn::Join': ['', ['y', 'y']] } }] }),
          'x',
        ),
      }),
    'either',
  ],
  [
    '200 conditions of conditions',
    () =>
      template(
        { Definition: SEND, StateMachineName: nested(200, (a) => ({ 'Fn::If': ['C', a, 'y'] }), 'x') },
        { Conditions: { C: condition } },
      ),
    'violation',
  ],
  [
    'substitutions of substitutions',
    () =>
      template({
        DefinitionString: JSON.stringify(SEND).replace('jobs', '${k0}'),
        DefinitionSubstitutions: named(60, (index) => [`k${index}`, `\${k${index + 1}}\${k${index + 1}}`]),
      }),
    'violation',
  ],
  [
    'unknown intrinsic functions',
    () => template({ Definition: { ...SEND, Comment: { 'Fn::Nope': [{ 'Fn::Never': 'x' }] } } }),
    'either',
  ],
  ['a definition that is unknown to all', () => template({ Definition: { 'Fn::Nope': 'x' } }), 'either'],
  [
    'macros, includes and a snippet',
    () =>
      template(
        { Definition: SEND },
        {
          Transform: [
            'A',
            'AWS::Serverless-2016-10-31',
            { Name: 'AWS::Include', Parameters: { Location: 's3://b/k' } },
          ],
          'Fn::Transform': { Name: 'B' },
        },
      ),
    'open',
  ],
  [
    'a loop of 100,000',
    () =>
      template(
        { Definition: SEND },
        { Transform: 'AWS::LanguageExtensions' },
        { 'Fn::ForEach::X': ['I', times(100_000, (index) => `a${index}`), { 'M${I}': machine({ Definition: SEND }) }] },
      ),
    'open',
  ],
  [
    '4,000 states',
    () =>
      template({
        Definition: {
          StartAt: 'S0',
          States: named(4_000, (index) => [
            `S${index}`,
            { ...SEND.States.Send, End: undefined, Next: `S${(index + 1) % 4_000}` },
          ]),
        },
      }),
    'either',
  ],
  [
    '700 choices, one after the other',
    () =>
      template({
        Definition: {
          StartAt: 'S0',
          States: {
            ...named(700, (index) => [
              `S${index}`,
              {
                Type: 'Choice',
                Choices: [{ Variable: '$.a', StringEquals: 'x', Next: `P${index}` }],
                Default: `S${index + 1}`,
              },
            ]),
            ...named(700, (index) => [
              `P${index}`,
              { Type: 'Pass', Result: { v: index }, ResultPath: `$.a${index}`, Next: `S${index + 1}` },
            ]),
            S700: SEND.States.Send,
          },
        },
      }),
    'either',
  ],
  [
    'Parallel states that double 12 times',
    () =>
      template({
        Definition: nested(
          12,
          (branch) => ({ StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [branch, branch], End: true } } }),
          SEND,
        ),
      }),
    'either',
  ],
  [
    'Parallel states 150 deep',
    () =>
      template({
        Definition: nested(
          150,
          (branch) => ({ StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [branch], End: true } } }),
          SEND,
        ),
      }),
    'either',
  ],
  ['arrays that double 60 times', () => doubling('States.Array($.a, $.a)'), 'either'],
  ['texts that double 60 times', () => doubling("States.Format('{}{}', $.a, $.a)"), 'either'],
  [
    'an intrinsic function 30,000 deep',
    () =>
      template({
        Definition: {
          ...SEND,
          States: {
            Send: {
              ...SEND.States.Send,
              Parameters: {
                'QueueUrl.$': `${"States.Format('{}',".repeat(30_000)}$.a${')'.repeat(30_000)}`,
                MessageBody: 'x',
              },
            },
          },
        },
      }),
    'either',
  ],
  [
    'JSONata that doubles 40 times',
    () =>
      jsonata(
        `(${times(40, (index) => (index === 0 ? '$a0 := "xxxxxxxxxx"' : `$a${index} := $a${index - 1} & $a${index - 1}`)).join(';')}; $a39)`,
      ),
    'either',
  ],
  ['JSONata that calls itself', () => jsonata('($f := function($n) { $f($n + 1) & $f($n + 2) }; $f(1))'), 'either'],
  [
    'JSONata with 10,000,000 numbers, squared',
    () => jsonata('$join($map([1..9999999], function($x) { [1..9999999] }))'),
    'either',
  ],
  ['JSONata 300,000 deep', () => jsonata(`${'('.repeat(300_000)}1${')'.repeat(300_000)}`), 'either'],
  [
    'JSONata with a pattern that tries everything',
    () => jsonata(`$match("${'a'.repeat(60)}b", /^(a+)+$/).match`),
    'either',
  ],
  ['60,000 terms of JSONata', () => jsonata(times(60_000, () => '$states.input.a').join(' & ')), 'either'],
  [
    'names of prototypes',
    () =>
      '{"Resources":{"Role":{"Type":"AWS::IAM::Role","Properties":{}},"__proto__":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"RoleArn":{"Fn::GetAtt":["Role","Arn"]},"Definition":{"StartAt":"__proto__","States":{"__proto__":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"https://sqs.us-west-2.amazonaws.com/123456789012/jobs","MessageBody":"x"},"End":true}}}}}}}',
    'violation',
  ],
];

describe('an adversary’s template', () => {
  for (const [about, text, expected] of TEMPLATES) {
    it(`gets an answer in time, and never a pass: ${about}`, async () => {
      const question = { token: 't', template: text(), place: PLACE };
      assert.ok(question.template.length < 2 * MEGABYTE, 'about as long as CloudFormation takes it');
      const began = performance.now();
      const { code, message, open } = await analyse(question, LIMITS).then(
        ({ response }) => ({
          code: response.errorCode ?? response.hookStatus,
          message: response.message,
          open: response.annotations.some(({ status }) => status === 'SKIPPED'),
        }),
        (error: Error) => ({ code: error.name, message: error.message, open: true }),
      );
      const took = performance.now() - began;
      assert.ok(took < LIMITS.milliseconds + SPARE, `${took.toFixed(0)} ms`);
      assert.notEqual(message, '');
      const isUndecided = code === 'InternalFailure' || code === 'Undecided';
      switch (expected) {
        case 'violation':
          // A busy machine may be too slow for it.
          assert.ok(code === 'NonCompliant' || /takes too long/.test(message), `${code} ${message}`);
          break;
        case 'undecided':
          assert.ok(isUndecided, `${code} ${message}`);
          break;
        case 'either':
          assert.ok(isUndecided || code === 'NonCompliant' || open, `${code} ${message}`);
          break;
        case 'open':
          assert.ok(open, `${code} ${message}`);
      }
    });
  }

  it('does not disturb the next one', async () => {
    const bad = {
      token: 't',
      template: template({ DefinitionString: nested(40, (a) => ({ 'Fn::Sub': ['${a}${a}', { a }] }), 'x') }),
      place: PLACE,
    };
    await assert.rejects(analyse(bad, { ...LIMITS, milliseconds: 500 }), { name: 'Undecided' });
    const good = { token: 't', template: template({ Definition: SEND }), place: PLACE };
    const { response } = await analyse(good, { ...LIMITS, milliseconds: 10_000 });
    assert.equal(response.errorCode, 'NonCompliant');
  });

  it('that takes all memory ends its thread, not the function', async () => {
    const text = doubling('States.Array($.a, $.a)');
    await assert.rejects(
      analyse({ token: 't', template: text, place: PLACE }, { milliseconds: 60_000, megabytes: 32 }),
      { name: 'Undecided', message: 'it takes too much memory to read this template' },
    );
  });
});

describe('the largest template that CloudFormation takes', () => {
  it('is compared in time: 500 resources', async () => {
    const resources: JsonObject = named(249, (index) => [
      `M${index}`,
      { ...machine({ Definition: SEND, RoleArn: { 'Fn::GetAtt': [`R${index}`, 'Arn'] } }) },
    ]);
    const roles = named(249, (index) => [`R${index}`, ROLE]);
    const began = performance.now();
    const { compared } = judgementOf(
      await checkTemplate(template({ Definition: SEND }, {}, { ...resources, ...roles }), PLACE),
    );
    assert.equal(compared, 250);
    assert.ok(performance.now() - began < 20_000);
  });
});
