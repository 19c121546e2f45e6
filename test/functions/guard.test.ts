import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { handler } from '../../functions/guard/index.ts';
import { GUARD_RULES, guardRule } from '../../functions/guard/judgement.ts';
import {
  CHANGE_SET_EVENT,
  CHANGE_SET_PAYLOAD,
  FUNCTION,
  resourceEvent,
  STACK_EVENT,
  STACK_PAYLOAD,
  TOKEN,
} from './guardEvents.ts';

/** The guard as CloudFormation asks it. */

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
const QUEUE = 'arn:aws:sqs:us-west-2:123456789012:jobs';

const allows = (Action: unknown, Resource: unknown = QUEUE) => ({ Effect: 'Allow', Action, Resource });

function role(...Statement: readonly object[]) {
  const Policies =
    Statement.length === 0 ? [] : [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement } }];
  return { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {}, Policies } };
}

const GET_ROLE = { 'Fn::GetAtt': ['Role', 'Arn'] };

function machine(properties: object = {}) {
  return {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { RoleArn: GET_ROLE, Definition: SEND, ...properties },
  };
}

const template = (Resources: object, more: object = {}) => JSON.stringify({ ...more, Resources });

/** What the guard writes to its log. */
let logged: string[] = [];

function payload(document: unknown): void {
  mock.method(globalThis, 'fetch', async () => new Response(JSON.stringify(document)));
}

beforeEach(() => {
  logged = [];
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    mock.method(stream, 'write', (chunk: string | Uint8Array) =>
      typeof chunk === 'string' && chunk.startsWith('{') ? logged.push(chunk) > 0 : write(chunk),
    );
  }
});
afterEach(() => mock.restoreAll());

async function ask(event: unknown) {
  return handler(event, { invokedFunctionArn: FUNCTION });
}

async function askAbout(text: string, event: object = STACK_EVENT) {
  payload({ template: text });
  return ask(event);
}

describe('the events of AWS’s page', () => {
  for (const [name, event, document] of [
    ['a stack', STACK_EVENT, STACK_PAYLOAD],
    ['a change set', CHANGE_SET_EVENT, CHANGE_SET_PAYLOAD],
  ] as const) {
    it(`${name}: passes without a state machine`, async () => {
      payload(document);
      assert.deepEqual(await ask(event), {
        hookStatus: 'SUCCESS',
        message: 'rolefit: The template has no state machine.',
        clientRequestToken: TOKEN,
        annotations: [],
      });
    });
  }

  it('a resource of another type: passes', async () => {
    const { hookStatus, message } = await ask(resourceEvent('AWS::DynamoDB::Table', 'DDBTable', { KeySchema: [] }));
    assert.deepEqual([hookStatus, message], ['SUCCESS', 'rolefit: The resource is no state machine.']);
  });

  it('a deletion, whose template is empty: passes, and loads nothing', async () => {
    const fetched = mock.method(globalThis, 'fetch', async () => new Response(''));
    const { hookStatus } = await ask({ ...STACK_EVENT, actionInvocationPoint: 'DELETE_PRE_PROVISION' });
    assert.deepEqual([hookStatus, fetched.mock.callCount()], ['SUCCESS', 0]);
  });

  it('the spelling of its syntax, clientRequesttoken and stackID', async () => {
    const { clientRequestToken, stackId, ...event } = STACK_EVENT;
    payload(STACK_PAYLOAD);
    const response = await ask({ ...event, clientRequesttoken: clientRequestToken, stackID: stackId });
    assert.equal(response.clientRequestToken, TOKEN);
  });
});

/** What a template says → what CloudFormation is told. Both modes get the same answer: the Hook's own mode decides. */
const ANSWERS: readonly (readonly [
  about: string,
  text: string,
  status: string,
  annotations: readonly (readonly [name: string, status: string, severity: string])[],
])[] = [
  [
    'a role that allows all',
    template({ Role: role(allows('sqs:SendMessage')), Orders: machine() }),
    'SUCCESS',
    [['Orders: sufficient-permissions', 'PASSED', 'INFORMATIONAL']],
  ],
  [
    'a role that allows nothing',
    template({ Role: role(), Orders: machine() }),
    'NonCompliant',
    [['Orders: missing-permission', 'FAILED', 'HIGH']],
  ],
  [
    'a role whose Deny hits',
    template({ Role: role(allows('sqs:*'), { ...allows('sqs:SendMessage'), Effect: 'Deny' }), Orders: machine() }),
    'NonCompliant',
    [
      ['Orders: denied-permission', 'FAILED', 'HIGH'],
      ['Role: excess-permission', 'FAILED', 'LOW'],
    ],
  ],
  [
    'a role that allows more than is needed',
    template({ Role: role(allows(['sqs:SendMessage', 'sqs:PurgeQueue'])), Orders: machine() }),
    'SUCCESS',
    [
      ['Role: excess-permission', 'FAILED', 'LOW'],
      ['Orders: sufficient-permissions', 'PASSED', 'INFORMATIONAL'],
    ],
  ],
  [
    'a role that allows it under a condition',
    template({
      Role: role({ ...allows('sqs:SendMessage'), Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      Orders: machine(),
    }),
    'SUCCESS',
    [['Orders: uncertain-permission', 'SKIPPED', 'MEDIUM']],
  ],
  [
    'a role with a permissions boundary, which may not allow it',
    template({ Role: role(allows('sqs:SendMessage')), Orders: machine() }).replace(
      '"AssumeRolePolicyDocument"',
      '"PermissionsBoundary":"arn:aws:iam::111122223333:policy/b","AssumeRolePolicyDocument"',
    ),
    'SUCCESS',
    [['Role: not-compared', 'SKIPPED', 'LOW']],
  ],
  [
    'a role with a boundary that does not allow it either',
    template({ Role: role(), Orders: machine() }).replace(
      '"AssumeRolePolicyDocument"',
      '"PermissionsBoundary":"arn:aws:iam::111122223333:policy/b","AssumeRolePolicyDocument"',
    ),
    'NonCompliant',
    [
      ['Orders: missing-permission', 'FAILED', 'HIGH'],
      ['Role: not-compared', 'SKIPPED', 'LOW'],
    ],
  ],
  [
    'a role with a Deny whose actions are a parameter',
    template(
      {
        Role: role(allows('sqs:SendMessage'), { Effect: 'Deny', Action: { Ref: 'Actions' }, Resource: '*' }),
        Orders: machine(),
      },
      { Parameters: { Actions: { Type: 'CommaDelimitedList' } } },
    ),
    'SUCCESS',
    [['Role: not-compared', 'SKIPPED', 'LOW']],
  ],
  [
    'a role of another stack',
    template({ Orders: machine({ RoleArn: { 'Fn::ImportValue': 'role' } }) }),
    'SUCCESS',
    [['Orders: not-compared', 'SKIPPED', 'LOW']],
  ],
  [
    'a role that is a parameter, even with a default',
    template(
      { Orders: machine({ RoleArn: { Ref: 'R' } }) },
      { Parameters: { R: { Type: 'String', Default: 'arn:x' } } },
    ),
    'SUCCESS',
    [['Orders: not-compared', 'SKIPPED', 'LOW']],
  ],
  [
    'a definition in Amazon S3',
    template({
      Role: role(),
      Orders: machine({ Definition: undefined, DefinitionS3Location: { Bucket: 'b', Key: 'k' } }),
    }),
    'SUCCESS',
    [['Orders: not-compared', 'SKIPPED', 'LOW']],
  ],
  [
    'a definition that is a parameter',
    template(
      { Role: role(), Orders: machine({ Definition: undefined, DefinitionString: { Ref: 'D' } }) },
      { Parameters: { D: { Type: 'String' } } },
    ),
    'SUCCESS',
    [['Orders: not-compared', 'SKIPPED', 'LOW']],
  ],
  [
    'a definition that Step Functions refuses',
    template({ Role: role(), Orders: machine({ Definition: { StartAt: 'A', States: { A: {} } } }) }),
    'NonCompliant',
    [['Orders: refused-definition', 'FAILED', 'HIGH']],
  ],
  [
    'a definition that is no JSON',
    template({ Role: role(), Orders: machine({ Definition: undefined, DefinitionString: '{"StartAt": ' }) }),
    'NonCompliant',
    [['Orders: refused-definition', 'FAILED', 'HIGH']],
  ],
  [
    'a call that no table has',
    template({
      Role: role(allows('sqs:SendMessage')),
      Orders: machine({
        Definition: {
          StartAt: 'A',
          States: { A: { Type: 'Task', Resource: 'arn:aws:states:::acme:run', Parameters: {}, End: true } },
        },
      }),
    }),
    'SUCCESS',
    [['Orders: not-known', 'SKIPPED', 'MEDIUM']],
  ],
  [
    'a macro, which may add a policy',
    template({ Role: role(), Orders: machine() }, { Transform: ['Ours'] }),
    'SUCCESS',
    [
      ['Orders: uncertain-permission', 'SKIPPED', 'MEDIUM'],
      ['the template: not-compared', 'SKIPPED', 'LOW'],
    ],
  ],
  [
    'one good and one bad state machine',
    template({
      Role: role(allows('sqs:SendMessage')),
      Orders: machine(),
      Other: role(),
      Bills: machine({ RoleArn: { 'Fn::GetAtt': ['Other', 'Arn'] } }),
    }),
    'NonCompliant',
    [
      ['Bills: missing-permission', 'FAILED', 'HIGH'],
      ['Orders: sufficient-permissions', 'PASSED', 'INFORMATIONAL'],
    ],
  ],
  [
    'SAM’s own role',
    template(
      {
        Orders: {
          Type: 'AWS::Serverless::StateMachine',
          Properties: { Definition: SEND, Policies: [{ Statement: [allows('sqs:SendMessage')] }] },
        },
      },
      { Transform: 'AWS::Serverless-2016-10-31' },
    ),
    'SUCCESS',
    [['Orders: sufficient-permissions', 'PASSED', 'INFORMATIONAL']],
  ],
];

describe('the guard answers', () => {
  for (const [about, text, status, annotations] of ANSWERS) {
    for (const [operation, event] of [
      ['a stack', STACK_EVENT],
      ['a change set', CHANGE_SET_EVENT],
    ] as const) {
      it(`${status} to ${operation} with ${about}`, async () => {
        const response = await askAbout(text, event);
        assert.deepEqual(
          response.annotations.map(({ annotationName, status, severityLevel }) => [
            annotationName,
            status,
            severityLevel,
          ]),
          annotations,
        );
        assert.equal(response.errorCode ?? response.hookStatus, status);
        for (const { status, remediationMessage } of response.annotations) {
          assert.equal(remediationMessage !== undefined, status !== 'PASSED', 'what fails says what to do');
        }
      });
    }
  }

  it('with the state, its line, what happens and what to do', async () => {
    const yaml = `Resources:
  Role: ${JSON.stringify(role())}
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition:
        StartAt: Send
        States:
          Send: ${JSON.stringify(SEND.States.Send)}
`;
    const { message, annotations } = await askAbout(yaml);
    const text = `Orders, state Send (line 10): sqs:SendMessage on ${QUEUE} (call) is not allowed: Send fails with AccessDenied`;
    assert.equal(message, `rolefit: ${text}`);
    assert.equal(annotations[0]?.statusMessage, text);
    assert.equal(
      annotations[0]?.remediationMessage,
      `Allow sqs:SendMessage on ${QUEUE} in a policy of role Role. rolefit generate prints the whole policy.`,
    );
  });

  it('to a state machine that is about to be made, of whose role nothing is in the event', async () => {
    const properties = { RoleArn: 'arn:aws:iam::123456789012:role/r', DefinitionString: JSON.stringify(SEND) };
    const { hookStatus, annotations } = await ask(
      resourceEvent('AWS::StepFunctions::StateMachine', 'Orders', properties),
    );
    assert.equal(hookStatus, 'SUCCESS');
    assert.deepEqual(
      annotations.map(({ annotationName, statusMessage }) => [annotationName, statusMessage]),
      [
        [
          'Orders: not-compared',
          'Orders was not compared with role arn:aws:iam::123456789012:role/r: this template does not make it.',
        ],
      ],
    );
  });

  it('NonCompliant to one whose definition Step Functions refuses, wherever it came from', async () => {
    const properties = {
      RoleArn: 'arn:aws:iam::123456789012:role/r',
      DefinitionString: '{"StartAt":"A","States":{"A":{}}}',
    };
    const { errorCode } = await ask(resourceEvent('AWS::StepFunctions::StateMachine', 'Orders', properties));
    assert.equal(errorCode, 'NonCompliant');
  });
});

/** What keeps the guard from deciding: it fails, and says why. A Hook that warns goes on, one that fails stops. */
const UNDECIDED: readonly (readonly [about: string, event: unknown, answer: () => Promise<Response>, why: RegExp])[] = [
  ['an event of something else', { source: 'aws.s3' }, async () => new Response('{}'), /the event is not one of/],
  ['no event', null, async () => new Response('{}'), /the event is not one of/],
  [
    'a stack without a payload',
    { ...STACK_EVENT, requestData: { ...STACK_EVENT.requestData, payload: undefined } },
    async () => new Response('{}'),
    /has no payload/,
  ],
  ['a payload that is gone', STACK_EVENT, async () => new Response('', { status: 403 }), /Amazon S3 answers 403/],
  [
    'a payload that cannot be reached',
    STACK_EVENT,
    async () => Promise.reject(new TypeError('fetch failed')),
    /the payload cannot be loaded/,
  ],
  ['a payload that is no JSON', STACK_EVENT, async () => new Response('<Error/>'), /the payload is no JSON/],
  ['a payload that is no object', STACK_EVENT, async () => new Response('[]'), /the payload has no template/],
  [
    'a template that is no text',
    STACK_EVENT,
    async () => new Response('{"template":{}}'),
    /the payload has no template/,
  ],
  [
    'a payload of another form',
    STACK_EVENT,
    async () => new Response('{"Template":"{}"}'),
    /the payload has no template/,
  ],
  [
    'a target of another form',
    { ...STACK_EVENT, requestData: { TargetType: 'STACK', Payload: 'https://s3.amazonaws.com/b/k' } },
    async () => new Response('{}'),
    /does not say what its target is/,
  ],
  [
    'a type’s name across a line break of YAML 1.1, which our parser refuses',
    STACK_EVENT,
    async () =>
      new Response(
        JSON.stringify({ template: 'Resources: { M: { Type: "AWS::StepFunctions::State\\\u0085Machine" } }' }),
      ),
    /the template cannot be read/,
  ],
  [
    'a payload that is no UTF-8',
    STACK_EVENT,
    async () => new Response(new Uint8Array([0xff, 0xfe])),
    /the payload is no UTF-8 text/,
  ],
  [
    'a template that cannot be read',
    STACK_EVENT,
    async () => new Response(JSON.stringify({ template: 'StateMachine: [' })),
    /the template cannot be read/,
  ],
  [
    'a template that is none',
    STACK_EVENT,
    async () => new Response(JSON.stringify({ template: 'A: StateMachine' })),
    /is no CloudFormation or SAM template/,
  ],
];

describe('a guard that cannot decide', () => {
  for (const [about, event, answer, why] of UNDECIDED) {
    it(`fails and says why: ${about}`, async () => {
      mock.method(globalThis, 'fetch', answer);
      const { hookStatus, errorCode, message, clientRequestToken, annotations } = await ask(event);
      assert.deepEqual([hookStatus, errorCode], ['FAILED', 'InternalFailure']);
      assert.match(message, why);
      assert.match(message, /switch the guard to warn or off/);
      assert.equal(clientRequestToken, event === STACK_EVENT ? TOKEN : clientRequestToken);
      assert.deepEqual(
        annotations.map(({ annotationName, status }) => [annotationName, status]),
        [['rolefit: undecided', 'SKIPPED']],
      );
      const metrics = logged.map((entry) => JSON.parse(entry)).find((entry) => entry._aws);
      assert.deepEqual([metrics.Evaluations, metrics.Violations, metrics.Undecided], [1, 0, 1]);
    });
  }

  it('lets stacks without state machines go on, however odd their templates', async () => {
    for (const text of ['Resources: [', '!Odd', '\t', '{"Resources":']) {
      assert.equal((await askAbout(text)).hookStatus, 'SUCCESS', text);
    }
  });

  it('is not fooled by a type’s name in escapes', async () => {
    const hidden = template({ Role: role(), Orders: machine() });
    for (const text of [
      hidden.replace('StateMachine', '\\u0053tateMachine'),
      `Resources: { Role: ${JSON.stringify(role())}, Orders: { Type: "AWS::StepFunctions::State\\\n  Machine", Properties: ${JSON.stringify(machine().Properties)} } }`,
      `Resources: { Role: ${JSON.stringify(role())}, Orders: { Type: "AWS::StepFunctions::\\x53tateMachine", Properties: ${JSON.stringify(machine().Properties)} } }`,
    ]) {
      assert.doesNotMatch(text, /StepFunctions::StateMachine/);
      assert.equal((await askAbout(text)).errorCode, 'NonCompliant', text);
    }
  });
});

describe('the answer', () => {
  it('has no value of a parameter, not even a default', async () => {
    const secret = 'S3CR3T';
    const definition = JSON.stringify(SEND).replace('jobs', '${Name}');
    const text = template(
      {
        Role: role(allows('sqs:SendMessage', { Ref: 'Name' })),
        Orders: machine({ Definition: undefined, DefinitionString: { 'Fn::Sub': definition } }),
      },
      { Parameters: { Name: { Type: 'String', NoEcho: true, Default: secret } } },
    );
    const response = await askAbout(text);
    assert.notDeepEqual(response.annotations, []);
    assert.doesNotMatch(JSON.stringify(response), new RegExp(secret));
  });
});

describe('the log', () => {
  it('has nothing that a template or the payload’s URL says', async () => {
    const secret = 'S3CR3T';
    const definition = { ...SEND, Comment: secret, States: { [secret]: { ...SEND.States.Send } }, StartAt: secret };
    await askAbout(template({ Role: role(), [secret]: machine({ Definition: definition }) }, { Description: secret }));
    await askAbout(`StateMachine: ${secret}`);
    const text = logged.join('\n');
    assert.match(text, /"Violations":1/);
    assert.doesNotMatch(text, new RegExp(`${secret}|X-Amz-Signature`));
  });

  it('has numbers for each answer', async () => {
    await askAbout(template({ Role: role(), Orders: machine() }));
    const [metrics, entry] = logged.map((text) => JSON.parse(text));
    assert.deepEqual(
      metrics._aws.CloudWatchMetrics[0].Metrics.map(({ Name }: { readonly Name: string }) => Name),
      ['Evaluations', 'Violations', 'Undecided', 'Compared', 'Latency'],
    );
    assert.deepEqual([metrics.Evaluations, metrics.Violations, metrics.Undecided, metrics.Compared], [1, 1, 0, 1]);
    assert.deepEqual(
      [entry.status, entry.errorCode, entry.rules],
      ['FAILED', 'NonCompliant', { 'missing-permission': 1 }],
    );
  });
});

describe('docs/guard.md', () => {
  const page = readFileSync('docs/guard.md', 'utf8');
  const block = (language: string) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(page)?.[1] ?? '';

  it('shows what the guard says of its template', async () => {
    const { clientRequestToken, ...said } = await askAbout(block('yaml'));
    assert.deepEqual(said, JSON.parse(block('json')));
  });

  it('lists each kind of annotation, and no other', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (\w+) +\| (\w+) +\| (yes|no) /gm)].map(([, ...cells]) => cells);
    const rules = GUARD_RULES.map((rule) => {
      const { status, severity, blocks } = guardRule(rule);
      return [rule, status, severity, blocks ? 'yes' : 'no'];
    });
    assert.deepEqual(rows, rules);
  });
});
