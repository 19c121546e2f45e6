import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AwsFailure, errorCode, errorKind, explainToOwner } from '../../src/aws/errors.ts';

function named(name: string, message = 'two\nlines'): Error {
  return Object.assign(new Error(message), { name });
}

function failureOf(name: string, action: string): AwsFailure {
  const error = explainToOwner(named(name), action, 'r');
  assert.ok(error instanceof AwsFailure);
  return error;
}

describe('an error of AWS', () => {
  it('has the code that AWS documents', () => {
    assert.equal(errorCode(named('NoSuchEntityException')), 'NoSuchEntity');
    assert.equal(errorCode('text'), '');
  });

  for (const [action, code, expected] of [
    ['s3:GetObject', 'NoSuchBucket', /correct DefinitionS3Location\.Bucket/],
    ['s3:GetObject', 'NoSuchKey', /correct DefinitionS3Location\.Key/],
    [
      's3:GetObject',
      'AccessDenied',
      /correct DefinitionS3Location, or give .* DefinitionBucketName .* DefinitionKeyArns/,
    ],
    ['states:DescribeStateMachine', 'StateMachineDoesNotExist', /correct StateMachineArn/],
    ['states:DescribeStateMachine', 'KmsAccessDeniedException', /as StateMachineKeyArns/],
    ['states:DescribeStateMachine', 'AccessDeniedException', /its own account and Region only/],
    ['cloudformation:DescribeStacks', 'AccessDenied', /update rolefit's stack/],
    ['cloudformation:DescribeStackEvents', 'ValidationError', /CloudFormation refuses the request/],
    ['iam:TagRole', 'AccessDenied', /the tag rolefit:managed = true/],
    ['iam:PutRolePolicy', 'MalformedPolicyDocumentException', /IAM refuses the policy/],
    ['iam:PutRolePolicy', 'LimitExceededException', /an IAM quota is used up/],
    ['iam:PutRolePolicy', 'NoSuchEntityException', /does not exist; make it/],
    ['iam:PutRolePolicy', 'UnmodifiableEntityException', /service-linked role/],
    ['iam:DeletePolicy', 'DeleteConflictException', /in use elsewhere/],
    ['iam:AttachRolePolicy', 'PolicyNotAttachableException', /does not attach/],
    ['iam:TagRole', 'ConcurrentModificationException', /deploy again/],
    ['iam:TagRole', 'ValidationError', /IAM refuses the request/],
    ['kms:Decrypt', 'AccessDeniedException', /allow it for rolefit's function/],
  ] as const) {
    it(`${code} of ${action} says in one line what to change`, () => {
      const { message } = failureOf(code, action);
      assert.match(message, expected);
      assert.ok(!message.includes('\n'));
    });
  }

  it('may pass where IAM has not agreed yet, and nowhere else', () => {
    assert.ok(failureOf('AccessDenied', 'iam:PutRolePolicy').mayPass);
    assert.ok(failureOf('NoSuchEntityException', 'iam:PutRolePolicy').mayPass);
    assert.ok(!failureOf('LimitExceededException', 'iam:PutRolePolicy').mayPass);
    assert.ok(!failureOf('AccessDeniedException', 'states:DescribeStateMachine').mayPass);
    assert.ok(!failureOf('AccessDenied', 's3:GetObject').mayPass);
  });

  for (const [action, code, kind] of [
    ['iam:GetRole', 'NoSuchEntityException', 'absent'],
    ['states:DescribeStateMachine', 'StateMachineDoesNotExist', 'absent'],
    ['states:DescribeStateMachineForExecution', 'ExecutionDoesNotExist', 'absent'],
    ['states:DescribeStateMachineAlias', 'ResourceNotFound', 'absent'],
    ['s3:GetObject', 'NoSuchKey', 'absent'],
    ['s3:GetObject', 'NoSuchBucket', 'refused'],
    ['cloudformation:DescribeStacks', 'ValidationError', 'absent'],
    ['iam:TagRole', 'ValidationError', 'refused'],
    ['iam:CreatePolicy', 'EntityAlreadyExistsException', 'exists'],
    ['iam:GetRole', 'CredentialsProviderError', 'noCredentials'],
    ['iam:GetRole', 'Throttling', 'other'],
    ['iam:GetRole', 'constructor', 'other'],
    ['constructor:GetRole', 'AccessDenied', 'denied'],
  ] as const) {
    it(`${code} means of ${action}: ${kind}`, () => assert.equal(errorKind(named(code), action), kind));
  }

  it('stays what it is where nothing is known of it', () => {
    const error = new Error('socket');
    assert.equal(explainToOwner(error, 'iam:X', 'r'), error);
    assert.equal(explainToOwner('text', 'iam:X', 'r'), 'text');
  });

  it('that is explained already is not explained again', () => {
    const error = failureOf('AccessDenied', 'iam:TagRole');
    assert.equal(explainToOwner(error, 's3:GetObject', 'other'), error);
  });
});
