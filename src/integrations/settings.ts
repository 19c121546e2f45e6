import type { Conditions } from '../grants/grant.ts';
import type { CallContext, GrantRow, Integration } from '../grants/integration.ts';
import { type KeyResource, keyByArn } from '../grants/keys.ts';
import { ownStateMachine } from '../grants/ownArns.ts';
import { everything } from '../grants/resources.ts';
import { conditional, precaution } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';

/** What the state machine's own settings need: logging, tracing, encryption. */

const LOGS = 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html';
const XRAY = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html';
const ENCRYPTION = 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html';
const LOG_DELIVERY = everything('CloudWatch Logs supports no resources for log delivery, and AWS documents *');

export const logs: Integration = {
  service: 'logs',
  page: LOGS,
  apis: {
    createLogDelivery: {
      patterns: ['requestResponse'],
      grants: [
        {
          purpose: 'logs',
          actions: [
            'logs:CreateLogDelivery',
            'logs:DeleteLogDelivery',
            'logs:DescribeLogGroups',
            'logs:DescribeResourcePolicies',
            'logs:GetLogDelivery',
            'logs:ListLogDeliveries',
            'logs:PutResourcePolicy',
            'logs:UpdateLogDelivery',
          ],
          resources: [LOG_DELIVERY],
          doubt: ifOn('logging', 'the state machine logs, which is known only at deployment', LOGS),
        },
        // Neither the AWS CDK nor serverless-step-functions grants these two, and log delivery works.
        precaution(
          "AWS's page prints them, but the delivery writes by the log group's own policy",
          'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html',
          { purpose: 'logs', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [LOG_DELIVERY] },
        ),
        // If an encrypted state machine logs, the role also encrypts for the delivery.
        // https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
        {
          ...encrypt(['kms:GenerateDataKey'], logDelivery),
          doubt: ifOn('logging', 'the state machine logs, which is known only at deployment', LOGS),
          when: ({ machine }) => machine.kmsKeyArn !== undefined,
        },
      ],
    },
  },
};

export const xray: Integration = {
  service: 'xray',
  page: XRAY,
  apis: {
    putTraceSegments: {
      patterns: ['requestResponse'],
      grants: [
        {
          purpose: 'tracing',
          actions: [
            'xray:GetSamplingRules',
            'xray:GetSamplingTargets',
            'xray:PutTelemetryRecords',
            'xray:PutTraceSegments',
          ],
          resources: [everything('AWS X-Ray offers no narrower resource for them')],
          doubt: ifOn('tracing', 'X-Ray tracing is on, which is known only at deployment', XRAY),
        },
      ],
    },
  },
};

/**
 * A synchronous Express execution needs only kms:Decrypt, but its callers decide whether it is synchronous. Never use
 * kms:ViaService: executions would fail.
 */
export const kms: Integration = {
  service: 'kms',
  page: ENCRYPTION,
  apis: {
    generateDataKey: {
      patterns: ['requestResponse'],
      grants: [
        { ...encrypt(['kms:Decrypt', 'kms:GenerateDataKey'], ownExecutionData), when: isStandard },
        { ...encrypt(['kms:Decrypt'], ownExecutionData), when: isExpress },
        {
          ...conditional(
            'an execution is started without waiting for its end (StartExecution)',
            ENCRYPTION,
            encrypt(['kms:GenerateDataKey'], ownExecutionData),
          ),
          when: isExpress,
        },
      ],
    },
  },
};

/** The row is certain only where the setting is. */
function ifOn(setting: 'logging' | 'tracing', reason: string, source: string): NonNullable<GrantRow['doubt']> {
  return ({ machine }) =>
    machine.uncertain?.includes(setting) ? { certainty: 'conditional', reason, source } : undefined;
}

function isExpress({ machine }: CallContext): boolean {
  return machine.type === 'EXPRESS';
}

function isStandard(context: CallContext): boolean {
  return !isExpress(context);
}

function encrypt(actions: readonly string[], conditions: (context: CallContext) => Conditions): GrantRow {
  return {
    purpose: 'encryption',
    actions,
    resources: [(context) => machineKey(context).map(({ resource }) => resource)],
    conditions: (context) => ({ ...conditions(context), ...machineKey(context)[0]?.conditions }),
  };
}

/** The key may be given by the ARN of an alias. */
function machineKey({ machine: { kmsKeyArn }, facts }: CallContext): readonly KeyResource[] {
  return kmsKeyArn === undefined ? [] : [keyByArn(kmsKeyArn, { kind: 'fixed' }, facts)];
}

function ownExecutionData(context: CallContext): Conditions {
  const arns = ownStateMachine(context).map(({ arn }) => arn);
  const operator = context.machine.name === undefined ? 'StringLike' : 'StringEquals';
  return { [operator]: { 'kms:EncryptionContext:aws:states:stateMachineArn': arns } };
}

/** As the page prints it: this operator takes `*` literally, and a `*` is what the service sends. */
function logDelivery(context: CallContext): Conditions {
  const source = formatArn({ ...context.place, service: 'logs', resource: '*' });
  return { StringEquals: { 'kms:EncryptionContext:SourceArn': [source] } };
}
