import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  DeletePolicyCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListPoliciesCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
  SetDefaultPolicyVersionCommand,
  TagRoleCommand,
  UntagRoleCommand,
} from '@aws-sdk/client-iam';
import { type Emulator, startEmulator } from '../../scripts/emulator.ts';
import { EmbeddedAws } from '../double/aws.ts';
import { ADMINISTRATOR } from '../double/permissions.ts';

/** The same IAM calls against the embedded AWS and a real emulator: the double cannot drift from it. */

const RoleName = 'contract';
const Path = `/rolefit/${RoleName}/`;
const PolicyArn = `arn:aws:iam::111122223333:policy${Path}p1`;
const PolicyDocument = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: ['arn:aws:sqs:eu-west-1:111122223333:a b*'] }],
});

type Send = (iam: IAMClient) => Promise<unknown>;

/** In this order: each call finds what the ones before it have left. */
const CALLS: readonly (readonly [name: string, send: Send])[] = [
  ['GetRole', async (iam) => (await iam.send(new GetRoleCommand({ RoleName }))).Role?.Arn],
  ['GetRole of none', (iam) => iam.send(new GetRoleCommand({ RoleName: 'none' }))],
  ['TagRole', (iam) => iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: 'rolefit:policy:x', Value: 'y z' }] }))],
  ['TagRole of none', (iam) => iam.send(new TagRoleCommand({ RoleName: 'none', Tags: [{ Key: 'a', Value: 'b' }] }))],
  [
    'GetRole with tags',
    async (iam) =>
      (await iam.send(new GetRoleCommand({ RoleName }))).Role?.Tags?.filter(({ Key }) => Key?.endsWith(':x')),
  ],
  ['UntagRole', (iam) => iam.send(new UntagRoleCommand({ RoleName, TagKeys: ['rolefit:policy:x'] }))],
  ['ListRolePolicies, empty', async (iam) => (await iam.send(new ListRolePoliciesCommand({ RoleName }))).PolicyNames],
  ['ListRolePolicies of none', (iam) => iam.send(new ListRolePoliciesCommand({ RoleName: 'none' }))],
  ['PutRolePolicy', (iam) => iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'rolefit', PolicyDocument }))],
  [
    'PutRolePolicy of none',
    (iam) => iam.send(new PutRolePolicyCommand({ RoleName: 'none', PolicyName: 'p', PolicyDocument })),
  ],
  [
    'PutRolePolicy, no JSON',
    (iam) => iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'bad', PolicyDocument: '{' })),
  ],
  ['ListRolePolicies', async (iam) => (await iam.send(new ListRolePoliciesCommand({ RoleName }))).PolicyNames],
  [
    'GetRolePolicy, URL-encoded',
    async (iam) => {
      const { PolicyDocument: text = '' } = await iam.send(
        new GetRolePolicyCommand({ RoleName, PolicyName: 'rolefit' }),
      );
      return [text.startsWith('%7B'), JSON.parse(decodeURIComponent(text))];
    },
  ],
  ['GetRolePolicy of none', (iam) => iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'none' }))],
  [
    'CreatePolicy',
    async (iam) => (await iam.send(new CreatePolicyCommand({ PolicyName: 'p1', Path, PolicyDocument }))).Policy?.Arn,
  ],
  ['CreatePolicy again', (iam) => iam.send(new CreatePolicyCommand({ PolicyName: 'p1', Path, PolicyDocument }))],
  [
    'ListPolicies by path',
    async (iam) =>
      (await iam.send(new ListPoliciesCommand({ PathPrefix: Path, Scope: 'Local' }))).Policies?.map(
        ({ Arn, PolicyName, DefaultVersionId }) => [Arn, PolicyName, DefaultVersionId],
      ),
  ],
  [
    'ListPolicies by another path',
    async (iam) => (await iam.send(new ListPoliciesCommand({ PathPrefix: '/rolefit/x/' }))).Policies,
  ],
  [
    'GetPolicyVersion, URL-encoded',
    async (iam) =>
      decodeURIComponent(
        (await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }))).PolicyVersion?.Document ?? '',
      ),
  ],
  [
    'GetPolicyVersion of none',
    (iam) => iam.send(new GetPolicyVersionCommand({ PolicyArn: `${PolicyArn}-none`, VersionId: 'v1' })),
  ],
  ['AttachRolePolicy', (iam) => iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }))],
  ['AttachRolePolicy again', (iam) => iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }))],
  [
    'ListAttachedRolePolicies',
    async (iam) => (await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }))).AttachedPolicies,
  ],
  ['DeletePolicy while attached', (iam) => iam.send(new DeletePolicyCommand({ PolicyArn }))],
  ['DetachRolePolicy', (iam) => iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }))],
  ['DetachRolePolicy again', (iam) => iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }))],
  ['DeletePolicy', (iam) => iam.send(new DeletePolicyCommand({ PolicyArn }))],
  ['DeletePolicy again', (iam) => iam.send(new DeletePolicyCommand({ PolicyArn }))],
  ['DeleteRolePolicy', (iam) => iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'rolefit' }))],
  ['DeleteRolePolicy again', (iam) => iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'rolefit' }))],
];

/** Where the emulator is laxer than AWS, the double does what AWS's reference says; the test tells when that changes. */
const LAXER: readonly (readonly [name: string, send: Send, aws: string, emulator: string])[] = [
  [
    'AttachRolePolicy of a policy that does not exist (API_AttachRolePolicy: NoSuchEntity)',
    (iam) => iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: `${PolicyArn}x` })),
    'NoSuchEntityException',
    '"done"',
  ],
  [
    'SetDefaultPolicyVersion (API_SetDefaultPolicyVersion: NoSuchEntity)',
    (iam) => iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn: `${PolicyArn}y`, VersionId: 'v1' })),
    'NoSuchEntityException',
    'InvalidAction',
  ],
];

/** What a caller sees: an error's name, or the part of the answer that the call picks. */
async function outcome(send: Send, iam: IAMClient): Promise<string> {
  try {
    const result = await send(iam);
    const picked = typeof result === 'object' && result !== null && '$metadata' in result ? 'done' : result;
    return JSON.stringify(picked) ?? 'undefined';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

describe('the embedded AWS answers as the emulator does', () => {
  const double = new EmbeddedAws();
  let emulator: Emulator | undefined;
  let clients: readonly IAMClient[] = [];

  before(async () => {
    emulator = await startEmulator();
    await double.start();
    clients = [double.endpoint, emulator.endpoint].map(
      (endpoint) =>
        new IAMClient({
          endpoint,
          region: 'eu-west-1',
          credentials: { accessKeyId: ADMINISTRATOR, secretAccessKey: 'test' },
        }),
    );
    double.iam.createRole(RoleName);
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    await clients[1]?.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  });
  after(async () => {
    await double.stop();
    await emulator?.stop();
  });

  for (const [name, send] of CALLS) {
    it(name, async () => {
      const [embedded, real] = await Promise.all(clients.map((iam) => outcome(send, iam)));
      assert.equal(embedded, real);
    });
  }

  for (const [name, send, aws, lax] of LAXER) {
    it(`but for ${name}`, async () => {
      assert.deepEqual(await Promise.all(clients.map((iam) => outcome(send, iam))), [aws, lax]);
    });
  }
});
