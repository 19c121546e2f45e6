import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../src/analysis/check.ts';
import { fit } from '../../src/analysis/fit.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import type { MachineReader } from '../../src/aws/machine.ts';
import { readPolicy } from '../../src/policy/document.ts';
import type { Verdict } from '../../src/policy/verdict.ts';
import { checkRole } from '../../src/recheck/check.ts';
import { machineArn, PLACE, roleArn, SETTINGS, World } from '../recheck/world.ts';

/**
 * `rolefit check` and the re-check judge a role alike. Each case runs through both: the same policy, beside a workflow with
 * three needs. Its name says what the judge says; where there were once two judges that differed, whose view holds, and why.
 */

const SEND = 'sqs:SendMessage';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const INVOKE = 'states:InvokeHTTPEndpoint';
const MACHINE = machineArn('m');
const METHOD = 'states:HTTPMethod';
const ENDPOINT = 'states:HTTPEndpoint';

function request(endpoint: JsonObject, Next: string): JsonObject {
  const Authentication = { ConnectionArn: 'arn:aws:events:eu-west-1:111122223333:connection/shop/1' };
  const Parameters = { ...endpoint, Method: 'GET', Authentication };
  return { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters, Next };
}

/** `Get` needs its request on one condition (a method, an endpoint), `List` on another: one endpoint of many. `Send` needs a queue. */
const DEFINITION: JsonObject = {
  StartAt: 'Get',
  States: {
    Get: request({ ApiEndpoint: 'https://api.example.com/orders' }, 'List'),
    List: request({ 'ApiEndpoint.$': "States.Format('https://api.example.com/orders/{}', $.id)" }, 'Send'),
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders', MessageBody: 'x' },
      End: true,
    },
  },
};

type Kind = Verdict['kind'];
type Need = 'Get' | 'List' | 'Send';
const ACTIONS: Readonly<Record<Need, string>> = { Get: INVOKE, List: INVOKE, Send: SEND };

const FIT = await fit(DEFINITION, { ...PLACE, name: 'm' });

/** `state action` → what `rolefit check` says; what is allowed is left out. */
function byCheck(document: string) {
  const role = readPolicy(document, 'P', undefined, 'role');
  const { machines, excess, notEvaluated } = check([FIT], role, { isDeployed: true });
  const judged = machines.flatMap((machine) => machine.judged);
  const verdicts = judged.flatMap(({ state, actions, verdict }) =>
    actions.map((action) => [`${state} ${action}`, verdict.kind] as const),
  );
  return { verdicts: new Map(verdicts), excess: excess.flatMap(({ actions }) => actions), notEvaluated };
}

const READER: MachineReader = {
  describe: async () => ({
    roleArn: roleArn('r'),
    definition: JSON.stringify(DEFINITION),
    settings: { type: 'STANDARD', logging: false, tracing: false },
    id: 'r1',
    isDeleting: false,
  }),
  routedVersions: async () => [],
  runningExecutions: async () => ({ executions: [], more: false }),
  revisionOfExecution: async () => undefined,
};

/** The same of the re-check, which only watches. */
async function byRecheck(document: string) {
  const world = new World();
  world.addRole('r', [{ policyName: 'rolefit', driftMode: 'alert' }]);
  world.edit('r', 'rolefit', document);
  const { store } = world.ports();
  const asked = { roleName: 'r', machines: async () => [MACHINE], fleetKnown: true };
  const settings = { ...SETTINGS, wildcards: 'allow' } as const;
  const report = await checkRole({ store, machines: READER }, asked, settings, new AbortController().signal);
  const missing = report.policies.flatMap((policy) => policy.missing);
  const lacking = missing.flatMap(({ state, actions }) => actions.map((action) => `${state} ${action}`));
  const excess = report.policies.flatMap((policy) => policy.excess);
  const refused = new Set(report.refused.flatMap(({ actions }) => actions));
  return { lacking: new Set(lacking), refused, excess: excess.flatMap(({ actions }) => actions), parts: excess.length };
}

interface Case {
  readonly need: Need;
  readonly is: Kind;
  readonly statements: readonly JsonObject[] | JsonObject;
  /** Parts of the document besides. */
  readonly document?: JsonObject;
}

type Row = readonly [judge: string, what: string, Case];

const allow = (action: string, resource: string, more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
const on = (Condition: JsonObject): JsonObject => allow(INVOKE, MACHINE, { Condition });
const deny = (more: JsonObject): JsonObject => ({ Effect: 'Deny', Action: SEND, Resource: QUEUE, ...more });
const GET = { StringEquals: { [METHOD]: 'GET' } };
const get = (is: Kind, Condition: JsonObject): Case => ({ need: 'Get', is, statements: on(Condition) });
const list = (is: Kind, Condition: JsonObject): Case => ({ need: 'List', is, statements: on(Condition) });
const send = (is: Kind, ...statements: readonly JsonObject[]): Case => ({ need: 'Send', is, statements });
const ALL = allow('*', '*');
const OTHER = allow('sns:Publish', 'arn:aws:sns:eu-west-1:111122223333:sold');

const BOTH = 'as both had it';
const CHECKS = 'check’s view: a condition is evaluated, not compared';
const NOT_READ = 'the re-check’s view: what is in no grammar is not read';
const TWO_WAYS =
  'neither’s view: access-analyzer-reference-policy-checks says both that it and that its statement has no effect';
const COMPLETED = 'reference_policies_grammar: IAM completes an ARN of fewer than six fields by *';
const READ = 'check’s view: what the grammar has is read';

const ROWS: readonly Row[] = [
  // Conditions.
  [BOTH, 'no condition', { need: 'Get', is: 'allowed', statements: allow(INVOKE, MACHINE) }],
  [
    BOTH,
    'the needed conditions word for word',
    get('allowed', { ...GET, StringLike: { [ENDPOINT]: ['https://api.example.com/orders'] } }),
  ],
  [
    BOTH,
    'the needed conditions, lists as texts',
    get('allowed', { ...GET, StringLike: { [ENDPOINT]: 'https://api.example.com/orders' } }),
  ],
  [CHECKS, 'one of the needed conditions', get('allowed', GET)],
  [CHECKS, 'a list with the needed value in it', get('allowed', { StringEquals: { [METHOD]: ['PUT', 'GET'] } })],
  [
    CHECKS,
    'a pattern for the needed text',
    get('allowed', { StringLike: { [ENDPOINT]: 'https://api.example.com/*' } }),
  ],
  [CHECKS, 'a pattern for the needed pattern', list('allowed', { StringLike: { [ENDPOINT]: 'https://*' } })],
  [CHECKS, 'a pattern with ? for each character', get('allowed', { StringLike: { [METHOD]: '???' } })],
  [
    CHECKS,
    'StringEquals for a StringLike without wildcards',
    get('allowed', { StringEquals: { [ENDPOINT]: 'https://api.example.com/orders' } }),
  ],
  [
    CHECKS,
    'StringEquals takes * for a star',
    list('missing', { StringEquals: { [ENDPOINT]: 'https://api.example.com/orders-*' } }),
  ],
  [
    BOTH,
    'StringEquals for one of many',
    list('conditional', { StringEquals: { [ENDPOINT]: 'https://api.example.com/orders/1' } }),
  ],
  [CHECKS, 'a condition that is false', get('missing', { StringEquals: { [METHOD]: 'PUT' } })],
  [BOTH, 'a condition on another key', get('conditional', { Bool: { 'aws:SecureTransport': true } })],
  [CHECKS, 'a key in other letters', get('allowed', { StringEquals: { 'STATES:httpmethod': 'GET' } })],
  [BOTH, 'a value in other letters', get('missing', { StringEquals: { [METHOD]: 'get' } })],
  [
    CHECKS,
    'a value in other letters, which are ignored',
    get('allowed', { StringEqualsIgnoreCase: { [METHOD]: 'get' } }),
  ],
  [
    BOTH,
    'an operator in other letters, which no page explains',
    get('conditional', { stringequals: { [METHOD]: 'GET' } }),
  ],
  [CHECKS, 'a negation that holds', get('allowed', { StringNotEquals: { [METHOD]: 'PUT' } })],
  [CHECKS, 'a negation that does not', get('missing', { StringNotLike: { [METHOD]: 'G*' } })],
  [CHECKS, 'IfExists of a key that is there', get('allowed', { StringEqualsIfExists: { [METHOD]: 'GET' } })],
  [CHECKS, 'IfExists of another value', get('missing', { StringEqualsIfExists: { [METHOD]: 'PUT' } })],
  ['neither had it', 'a key that must be there, and is', get('allowed', { Null: { [METHOD]: false } })],
  ['neither had it', 'a key that must not be there, and is', get('missing', { Null: { [METHOD]: 'true' } })],
  [BOTH, 'a key that must be there, and may', get('conditional', { Null: { 'aws:SourceIp': 'false' } })],
  [
    BOTH,
    'ForAnyValue of a key with one value',
    get('conditional', { 'ForAnyValue:StringEquals': { [METHOD]: ['GET'] } }),
  ],
  [
    BOTH,
    'ForAllValues of a key with one value',
    get('conditional', { 'ForAllValues:StringLike': { [METHOD]: ['*'] } }),
  ],
  [BOTH, 'a variable in a condition', get('conditional', { StringEquals: { [METHOD]: '${aws:PrincipalTag/method}' } })],
  [TWO_WAYS, 'an empty Condition', get('conditional', {})],
  [BOTH, 'an empty list of values', get('conditional', { StringEquals: { [METHOD]: [] } })],
  [NOT_READ, 'a condition whose value is an object', get('unknown', { StringEquals: { [METHOD]: { Ref: 'Method' } } })],
  [
    BOTH,
    'a condition that is none',
    { need: 'Get', is: 'unknown', statements: allow(INVOKE, MACHINE, { Condition: 7 }) },
  ],
  // Actions and resources.
  [BOTH, 'an action in other letters', send('allowed', allow('SQS:sendmessage', QUEUE))],
  [BOTH, 'wildcards in action and resource', send('allowed', allow('sqs:Send*', 'arn:aws:sqs:*:*:orders'))],
  [COMPLETED, 'an ARN that ends with the service', send('allowed', allow(SEND, 'arn:aws:sqs'))],
  [COMPLETED, 'an ARN without an account', send('missing', allow(SEND, 'arn:aws:sqs:*:orders'))],
  [COMPLETED, 'a Deny on an ARN that ends with the service', send('denied', ALL, deny({ Resource: 'arn:aws:sqs' }))],
  [
    COMPLETED,
    'NotResource with the service',
    send('missing', { Effect: 'Allow', Action: SEND, NotResource: 'arn:aws:sqs' }),
  ],
  [BOTH, '? in action and resource', send('allowed', allow('sqs:SendM?ssage', `${QUEUE.slice(0, -1)}?`))],
  [BOTH, '? for two characters', send('missing', allow(SEND, `${QUEUE.slice(0, -2)}?`))],
  [BOTH, 'a resource in other letters', send('missing', allow(SEND, QUEUE.replace('orders', 'Orders')))],
  [BOTH, 'lists', send('allowed', { Effect: 'Allow', Action: ['a:B', SEND], Resource: ['x', QUEUE] })],
  [BOTH, 'a variable in a resource', send('unknown', allow(SEND, `${QUEUE.slice(0, -6)}\${aws:PrincipalTag/queue}`))],
  [READ, 'NotAction without it', send('allowed', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })],
  [READ, 'NotAction with it', send('missing', { Effect: 'Allow', NotAction: ['sqs:*'], Resource: '*' })],
  [READ, 'NotResource without it', send('allowed', { Effect: 'Allow', Action: SEND, NotResource: `${QUEUE}-dead` })],
  [READ, 'NotResource with it', send('missing', { Effect: 'Allow', Action: SEND, NotResource: 'arn:aws:sqs:*' })],
  // Deny.
  [BOTH, 'a Deny of it', send('denied', ALL, deny({}))],
  [
    'check’s view: a Deny counts for what it is about',
    'a Deny of another',
    send('allowed', ALL, deny({ Resource: `${QUEUE}-dead` })),
  ],
  [
    BOTH,
    'a Deny under a condition that nobody knows',
    send('perhapsDenied', ALL, deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })),
  ],
  [
    'check’s view: a Deny counts where it holds',
    'a Deny under a condition that is false',
    {
      need: 'Get',
      is: 'allowed',
      statements: [ALL, deny({ Action: INVOKE, Resource: '*', Condition: { StringEquals: { [METHOD]: 'PUT' } } })],
    },
  ],
  [
    BOTH,
    'a Deny under a condition that is true',
    { need: 'Get', is: 'denied', statements: [ALL, deny({ Action: INVOKE, Resource: '*', Condition: GET })] },
  ],
  [
    BOTH,
    'a Deny with a variable',
    send('perhapsDenied', ALL, deny({ Resource: `${QUEUE.slice(0, -6)}\${aws:username}` })),
  ],
  [
    BOTH,
    'a Deny with a variable of an identity provider',
    send('perhapsDenied', ALL, deny({ Resource: `${QUEUE.slice(0, -6)}\${cognito-identity.amazonaws.com:sub}` })),
  ],
  [READ, 'a Deny of all but others', send('denied', ALL, { Effect: 'Deny', NotAction: 's3:*', Resource: '*' })],
  [READ, 'a Deny of all but it', send('allowed', ALL, { Effect: 'Deny', NotAction: '*', Resource: '*' })],
  // Odd documents.
  [
    BOTH,
    'Id, Sid and the older version',
    { ...send('allowed', { ...ALL, Sid: 's' }), document: { Id: 'x', Version: '2008-10-17' } },
  ],
  [
    'neither had it: the older version has no variables',
    'a variable where it is plain text',
    {
      ...send('missing', allow(SEND, 'arn:aws:sqs:eu-west-1:111122223333:${aws:username}')),
      document: { Version: '2008-10-17' },
    },
  ],
  [NOT_READ, 'a Principal, which only resources’ policies have', send('unknown', { ...ALL, Principal: '*' })],
  [NOT_READ, 'an element in other letters', send('unknown', { effect: 'Allow', Action: SEND, Resource: QUEUE })],
  [NOT_READ, 'both Action and NotAction', send('unknown', { ...ALL, NotAction: 'iam:*' })],
  [NOT_READ, 'an empty list of actions', send('unknown', { Effect: 'Allow', Action: [], Resource: '*' })],
  [NOT_READ, 'no resources', send('unknown', { Effect: 'Allow', Action: SEND })],
  [BOTH, 'an action that is no text', send('unknown', { Effect: 'Allow', Action: 7, Resource: '*' })],
  [BOTH, 'a statement of another action', { need: 'Send', is: 'missing', statements: [] }],
];

describe('one judge', () => {
  for (const [judge, what, { need, is, statements, document = {} }] of ROWS) {
    // Where a role has no statement at all, check tells that once, and not of each need.
    const text = JSON.stringify({ Version: '2012-10-17', ...document, Statement: [OTHER, ...[statements].flat()] });
    it(`says of ${what}: ${is} (${judge})`, async () => {
      const [checked, rechecked] = [byCheck(text), await byRecheck(text)];
      assert.equal(checked.verdicts.get(`/States/${need} ${ACTIONS[need]}`) ?? 'allowed', is);
      // Alike for every need of the workflow; what is guarded the re-check refuses, whatever the role has.
      const judged = [...checked.verdicts.keys()].filter((key) => !rechecked.refused.has(key.split(' ')[1] ?? ''));
      assert.deepEqual([...rechecked.lacking].toSorted(), judged.toSorted());
      const more = checked.excess.filter((action) => !rechecked.excess.includes(action));
      assert.deepEqual(more, [], 'what check certainly finds too much, the re-check finds too');
    });
  }
});

describe('what cannot be read', () => {
  const texts: readonly (readonly [what: string, text: string])[] = [
    ['no JSON', '{'],
    ['a text', '"x"'],
    ['a list', '[]'],
    ['a document without statements', '{"Version":"2012-10-17"}'],
    ['a key that stands twice', '{"Statement":[],"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'],
    [
      'a version that there is none of',
      '{"Version":"2020-01-01","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
    ],
    [
      'an unknown element beside Statement',
      '{"Comment":"","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
    ],
    ['a statement that is a text', '{"Statement":["x"]}'],
    ['an Effect in other letters', '{"Statement":{"Effect":"allow","Action":"*","Resource":"*"}}'],
  ];
  for (const [what, text] of texts) {
    it(`is neither nothing nor a permission: ${what} is unknown to check, with a reason, and nothing to rely on for the re-check`, async () => {
      const [{ notEvaluated }, { lacking, parts }] = [byCheck(text), await byRecheck(text)];
      assert.equal(notEvaluated.length, 1);
      assert.ok(lacking.has(`/States/Send ${SEND}`));
      assert.equal(parts, 1, 'the sweep puts it right');
    });
  }

  it('is trusted by neither where it may deny: check tells of it, the re-check takes nothing for complete', async () => {
    const text = JSON.stringify({ Statement: [ALL, { Effect: 'Deny', Action: 7, Resource: '*' }] });
    const [{ verdicts, notEvaluated }, { lacking }] = [byCheck(text), await byRecheck(text)];
    assert.equal(verdicts.size, 0);
    assert.deepEqual(notEvaluated, [
      { source: 'P.Statement.1', reason: 'its Action is no list of texts', mayAllow: 'nothing', mayDeny: true },
    ]);
    assert.ok(lacking.has(`/States/Send ${SEND}`));
  });
});
