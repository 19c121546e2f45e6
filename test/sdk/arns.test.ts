import { cases, checkCases, HERE } from '../support/sdk.ts';

/** Arguments that hold a whole ARN where a name could stand, and names that bring a part of the ARN. */

const THERE = 'eu-west-1:999922223333';

const WHOLE = cases(
  [
    'a stack’s ARN has its ID already',
    'AWSCloudFormation/latest/APIReference/API_DeleteStack.html',
    'cloudformation:deleteStack',
    { StackName: `arn:aws:cloudformation:${HERE}:stack/s/uuid` },
    'cloudformation:DeleteStack',
    `arn:aws:cloudformation:${HERE}:stack/s/uuid`,
  ],
  [
    'a stack’s name has not',
    'AWSCloudFormation/latest/APIReference/API_DeleteStack.html',
    'cloudformation:deleteStack',
    { StackName: 's' },
    'cloudformation:DeleteStack',
    `arn:aws:cloudformation:${HERE}:stack/s/*`,
  ],
  [
    'nothing tells what a placeholder’s ARN ends in',
    'AWSCloudFormation/latest/APIReference/API_DeleteStack.html',
    'cloudformation:deleteStack',
    { StackName: '${StackArn}' },
    'cloudformation:DeleteStack',
    '${StackArn}',
    '${StackArn}/*',
  ],
  [
    'a revision follows no revision',
    'batch/latest/APIReference/API_DeregisterJobDefinition.html',
    'batch:deregisterJobDefinition',
    { JobDefinition: 'd:3' },
    'batch:DeregisterJobDefinition',
    `arn:aws:batch:${HERE}:job-definition/d:3`,
  ],
  [
    'a revision’s ARN is whole',
    'batch/latest/APIReference/API_DeregisterJobDefinition.html',
    'batch:deregisterJobDefinition',
    { JobDefinition: `arn:aws:batch:${HERE}:job-definition/d:3` },
    'batch:DeregisterJobDefinition',
    `arn:aws:batch:${HERE}:job-definition/d:3`,
  ],
  [
    'an event’s ARN is whole',
    'list_awshealthapisandnotifications.html',
    'health:describeAffectedEntities',
    { Filter: { EventArns: ['arn:aws:health:eu-west-1::event/EC2/X/abc'] } },
    'health:DescribeAffectedEntities',
    'arn:aws:health:eu-west-1::event/EC2/X/abc',
  ],
  [
    'an ARN of another resource tells a name',
    'list_amazonelasticcontainerservice.html: task-set/${ClusterName}/${ServiceName}/${TaskSetId}',
    'ecs:createTaskSet',
    { Cluster: 'c', Service: `arn:aws:ecs:${HERE}:service/c/s`, TaskDefinition: 'td' },
    'ecs:CreateTaskSet',
    `arn:aws:ecs:${HERE}:task-set/c/s/*`,
  ],
  [
    'an ARN of what a resource lies in tells its account',
    'list_dynamodb.html',
    'dynamodb:query',
    { TableName: `arn:aws:dynamodb:${THERE}:table/t`, IndexName: 'i' },
    'dynamodb:Query',
    `arn:aws:dynamodb:${THERE}:table/t`,
    `arn:aws:dynamodb:${THERE}:table/t/index/i`,
  ],
  [
    'an ARN of what a resource lies in tells all that it lies in',
    'list_vpc-lattice.html: service/${ServiceId}/listener/${ListenerId}/rule/${RuleId}',
    'vpclattice:getRule',
    {
      'ServiceIdentifier.$': '$.s',
      ListenerIdentifier: `arn:aws:vpc-lattice:${THERE}:service/svc-1/listener/listener-1`,
      RuleIdentifier: 'rule-1',
    },
    'vpc-lattice:GetRule',
    `arn:aws:vpc-lattice:${THERE}:service/svc-1/listener/listener-1/rule/rule-1`,
  ],
  [
    'an alias is no key of AWS Payment Cryptography',
    'payment-cryptography/latest/userguide/security_iam_resource-type-examples.html',
    'paymentcryptography:getKey',
    { KeyIdentifier: 'alias/x' },
    'payment-cryptography:GetKey',
    `arn:aws:payment-cryptography:${HERE}:key/*`,
  ],
  [
    'an alias is no key of any service’s call',
    'kms/latest/developerguide/cmks-in-iam-policies.html',
    'kinesis:startStreamEncryption',
    { StreamName: 's', KeyId: 'alias/aws/kinesis', EncryptionType: 'KMS' },
    'kinesis:StartStreamEncryption',
    `arn:aws:kinesis:${HERE}:stream/s`,
    `arn:aws:kms:${HERE}:key/*`,
  ],
);

checkCases({ 'a whole ARN': WHOLE });
