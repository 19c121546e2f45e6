import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { covers } from '../../src/iam/pattern.ts';
import { readsAnyName, widerPatterns } from '../../src/policy/secrets.ts';
import { actionDetails } from '../support/authorization.ts';

const HERE = 'eu-west-1:111122223333';

/** Action, resource, whether only a run tells the name. */
const CASES: readonly (readonly [string, string, boolean])[] = [
  ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${HERE}:secret:db-??????`, false],
  ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${HERE}:secret:db-AbCdEf`, false],
  ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${HERE}:secret:db-*-??????`, true],
  ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${HERE}:secret:events!connection/*`, true],
  ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:*:secret:*-??????', true],
  ['secretsmanager:BatchGetSecretValue', '*', true],
  ['secretsmanager:DescribeSecret', '*', false],
  ['ssm:GetParameter', `arn:aws:ssm:${HERE}:parameter/app/a`, false],
  ['ssm:GetParameter', `arn:aws:ssm:${HERE}:parameter/app/*`, true],
  ['ssm:GetParameters', `arn:aws:ssm:${HERE}:parameter/*`, true],
  ['ssm:GetParameterHistory', `arn:aws:ssm:${HERE}:parameter/*`, true],
  ['ssm:GetParametersByPath', `arn:aws:ssm:${HERE}:parameter/app`, false],
  ['ssm:GetParametersByPath', `arn:aws:ssm:${HERE}:parameter/app/*`, false],
  ['ssm:GetParametersByPath', `arn:aws:ssm:${HERE}:parameter/*`, true],
  ['ssm:GetParametersByPath', `arn:aws:ssm:${HERE}:parameter/app-*/*`, true],
  ['kms:Decrypt', `arn:aws:kms:${HERE}:key/1`, false],
  ['kms:Decrypt', `arn:aws:kms:${HERE}:key/*`, true],
  ['kms:ReEncryptFrom', `arn:aws:kms:${HERE}:key/*`, true],
  ['kms:DeriveSharedSecret', `arn:aws:kms:${HERE}:key/*`, true],
  ['kms:Encrypt', `arn:aws:kms:${HERE}:key/*`, false],
  ['s3:GetObject', 'arn:aws:s3:::data/*', false],
  ['s3:GetObject', 'arn:aws:s3:::data/in/*/x.json', false],
  ['s3:GetObject', 'arn:aws:s3:::*', true],
  ['s3:GetObject', 'arn:aws:s3:::*/report.csv', true],
  ['s3:GetObjectVersion', 'arn:aws:s3:::data-*/*', true],
  ['s3:GetObject', `arn:aws:s3:${HERE}:accesspoint/mine/object/*`, false],
  ['s3:GetObject', `arn:aws:s3:${HERE}:accesspoint/*/object/*`, true],
  ['s3:GetObjectTorrent', 'arn:aws:s3:::*/*', true],
  ['s3:GetObjectVersionTorrent', 'arn:aws:s3:::*/*', true],
  ['s3:PutObject', 'arn:aws:s3:::*', false],
  ['s3express:CreateSession', `arn:aws:s3express:${HERE}:bucket/*`, true],
  ['s3express:CreateSession', `arn:aws:s3express:${HERE}:bucket/data--euw1-az1--x-s3`, false],
  ['dynamodb:GetItem', `arn:aws:dynamodb:${HERE}:table/*`, false],
];

describe('a read of a name that only a run tells', () => {
  for (const [action, resource, expected] of CASES)
    it(`is ${expected ? '' : 'not '}${action} on ${resource}`, () =>
      assert.equal(readsAnyName(action, resource), expected));

  it('is of actions that exist, spelled as IAM spells them', async () => {
    for (const [action] of CASES) assert.equal((await actionDetails(action)).name, action);
  });
});

/** An action, and a resource of it made of parts. */
const KINDS: readonly (readonly [string, (parts: readonly string[]) => string])[] = [
  ['secretsmanager:GetSecretValue', (parts) => `arn:aws:secretsmanager:${HERE}:secret:${parts.join('/')}-??????`],
  ['ssm:GetParameter', (parts) => `arn:aws:ssm:${HERE}:parameter/${parts.join('/')}`],
  ['ssm:GetParametersByPath', (parts) => `arn:aws:ssm:${HERE}:parameter/${parts.join('/')}/*`],
  ['kms:Decrypt', (parts) => `arn:aws:kms:${HERE}:key/${parts.join('-')}`],
  ['s3:GetObject', (parts) => `arn:aws:s3:::${parts.join('/')}`],
  ['s3:GetObject', (parts) => `arn:aws:s3:${HERE}:accesspoint/${parts.join('/object/')}`],
  ['s3express:CreateSession', (parts) => `arn:aws:s3express:${HERE}:bucket/${parts.join('-')}`],
];

describe('wider patterns', () => {
  it('allow all that the resource does', () => {
    const part = fc.string({ unit: fc.constantFrom(...'ab*?-'), minLength: 1, maxLength: 8 });
    const parts = fc.array(part, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), parts, ([action, resourceOf], names) => {
        const resource = resourceOf(names);
        for (const wider of widerPatterns(action, resource)) assert.ok(covers(wider, resource), wider);
      }),
    );
  });

  it('have the usual ones among them', () => {
    const s3 = new Set(widerPatterns('s3:GetObject', 'arn:aws:s3:::data-*/in/x.json'));
    for (const wider of ['data-*/*', '*/in/x.json', 'd*/*', '*/*', '*'])
      assert.ok(s3.has(`arn:aws:s3:::${wider}`), wider);
    const secret = `arn:aws:secretsmanager:${HERE}:secret:`;
    const unknown = 'arn:aws:secretsmanager:eu-west-1:*:secret:*-??????';
    const secrets = new Set(widerPatterns('secretsmanager:GetSecretValue', `${secret}app-x-??????`));
    for (const wider of [`${secret}*`, `${secret}app-*`, `${secret}*-??????`, unknown, 'arn:aws:secretsmanager:*', '*'])
      assert.ok(secrets.has(wider), wider);
    const parameter = `arn:aws:ssm:${HERE}:parameter/`;
    const parameters = new Set(widerPatterns('ssm:GetParameter', `${parameter}app/prod-*/db`));
    for (const wider of [`${parameter}app/*`, `${parameter}app/*/db`, `${parameter}*`])
      assert.ok(parameters.has(wider), wider);
  });

  it('are few, whatever a definition names', () => {
    for (const [action, resourceOf] of KINDS) {
      for (const length of [100, 1_000, 10_000]) {
        for (const parts of [Array<string>(length).fill('a'), ['a'.repeat(length), 'b'], ['*/'.repeat(length)]]) {
          let characters = 0;
          for (const wider of widerPatterns(action, resourceOf([...parts, '*']))) characters += wider.length;
          assert.ok(characters < 500_000, `${action}: ${characters}`);
        }
      }
    }
  });

  it('of names that people give are all made', () => {
    const parameter = `arn:aws:ssm:${HERE}:parameter/`;
    const path = 'organization/application/component/production/database/credentials/';
    const last = [...widerPatterns('ssm:GetParameter', `${parameter}${path}*`)].at(-1);
    assert.equal(last, `arn:*:ssm:eu-west-1:*:parameter/${path}*`);
  });
});
