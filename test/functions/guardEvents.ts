/**
 * The sample events of AWS's page, word for word but for the URL, which it does not print, and for the resource, which there
 * is a table.
 *
 * Source: https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html
 */

export const URL_OF_S3 = 'https://s3.us-west-2.amazonaws.com/hooks/payload?X-Amz-Signature=0a1b';
export const FUNCTION = 'arn:aws:lambda:us-west-2:123456789012:function:MyFunction';
export const TOKEN = 'f8da6d11-b23f-48f4-814c-0fb6a667f50e';
const STACK = 'arn:aws:cloudformation:us-west-2:123456789012:stack/MyStack/1a2345b6-0000-00a0-a123-00abc0abc000';
const CHANGES =
  'arn:aws:cloudformation:us-west-2:123456789012:changeSet/SampleChangeSet/1a2345b6-0000-00a0-a123-00abc0abc000';

export const STACK_EVENT = {
  clientRequestToken: TOKEN,
  awsAccountId: '123456789012',
  stackId: STACK,
  changeSetId: null,
  hookTypeName: 'my::lambda::stackhook',
  hookTypeVersion: '00000008',
  hookModel: { LambdaFunction: FUNCTION },
  actionInvocationPoint: 'UPDATE_PRE_PROVISION',
  requestData: {
    targetName: 'STACK',
    targetType: 'STACK',
    targetLogicalId: 'my-cloudformation-stack',
    payload: URL_OF_S3,
  },
  requestContext: { invocation: 1, callbackContext: null },
};

export const CHANGE_SET_EVENT = {
  clientRequestToken: TOKEN,
  awsAccountId: '123456789012',
  stackId: STACK,
  changeSetId: CHANGES,
  hookTypeName: 'my::lambda::changesethook',
  hookTypeVersion: '00000008',
  hookModel: { LambdaFunction: FUNCTION },
  actionInvocationPoint: 'CREATE_PRE_PROVISION',
  requestData: { targetName: 'CHANGE_SET', targetType: 'CHANGE_SET', targetLogicalId: CHANGES, payload: URL_OF_S3 },
  requestContext: { invocation: 1, callbackContext: null },
};

export function resourceEvent(targetName: string, targetLogicalId: string, resourceProperties: unknown) {
  return {
    awsAccountId: '123456789012',
    stackId: STACK,
    hookTypeName: 'my::lambda::resourcehookfunction',
    hookTypeVersion: '00000008',
    hookModel: { LambdaFunction: FUNCTION },
    actionInvocationPoint: 'UPDATE_PRE_PROVISION',
    requestData: {
      targetName,
      targetType: targetName,
      targetLogicalId,
      targetModel: { resourceProperties, previousResourceProperties: {} },
    },
    requestContext: { invocation: 1, callbackContext: null },
  };
}

/** The page's payloads of a stack and of a change set. */
export const STACK_PAYLOAD = {
  template:
    '{"Resources":{"S3Bucket":{"Type":"AWS::S3::Bucket","Properties":{"ObjectLockEnabled":true}},"SQSQueue":{"Type":"AWS::SQS::Queue","Properties":{"QueueName":"NewQueue"}}}}',
  previousTemplate: '{"Resources":{"S3Bucket":{"Type":"AWS::S3::Bucket","Properties":{"ObjectLockEnabled":false}}}}',
};

export const CHANGE_SET_PAYLOAD = {
  template:
    'Resources:\n  DynamoDBTable:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      AttributeDefinitions:\n        - AttributeName: "PK"\n          AttributeType: "S"\n      BillingMode: "PAY_PER_REQUEST"\n      KeySchema:\n        - AttributeName: "PK"\n          KeyType: "HASH"\n      PointInTimeRecoverySpecification:\n        PointInTimeRecoveryEnabled: false\n  NewSQSQueue:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: "NewCoolQueue"',
  changedResources: [
    {
      logicalResourceId: 'SQSQueue',
      resourceType: 'AWS::SQS::Queue',
      action: 'DELETE',
      lineNumber: null,
      beforeContext: '{"Properties":{"QueueName":"CoolQueue"}}',
      afterContext: null,
    },
  ],
};
