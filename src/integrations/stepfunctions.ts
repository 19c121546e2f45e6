import { sourceWords } from '../facts/words.ts';
import { knownKeys } from '../grants/encryption.ts';
import type { Conditions, Resource } from '../grants/grant.ts';
import type { CallContext, Integration, Remark } from '../grants/integration.ts';
import { keyRows } from '../grants/keyRows.ts';
import type { KeyArgument } from '../grants/keys.ts';
import { isNamed } from '../grants/names.ts';
import { arnIn } from '../grants/resources.ts';
import { call, cancel, events, poll } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { statesContext } from './encryptedResources.ts';

/** AWS Step Functions: nested workflows, and activities. */
export const stepfunctions: Integration = {
  service: 'states',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html',
  apis: {
    startExecution: {
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      remarks: expressRemark,
      grants: [
        call('states:StartExecution', stateMachine),
        // Not the state machine's ARN: 'the JSON will be valid but the IAM policy will be incorrect', says the page.
        poll('states:DescribeExecution', childExecutions),
        cancel('states:StopExecution', childExecutions),
        // To describe an execution is to read its data.
        // https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html (required by callers)
        ...keyRows(childKeys, ['kms:Decrypt'], childData).map((row) => ({ ...row, patterns: ['sync'] as const })),
        events('StepFunctionsGetEventsForStepFunctionsExecutionRule'),
      ],
    },
    // https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html
    activity: {
      patterns: ['requestResponse'],
      needsNothing: (context) =>
        activityKeys(context).length > 0
          ? undefined
          : 'an activity is polled by its worker, with credentials of its own',
      // Step Functions encrypts the activity's input with the execution role, without a service in between.
      // https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
      grants: [...keyRows(activityKeys, ['kms:Decrypt', 'kms:GenerateDataKey'], activityData)],
    },
  },
};

/**
 * Executions of Express workflows cannot be described, so nothing tells when one ends.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
 */
function expressRemark(context: CallContext): readonly Remark[] {
  if (context.call.pattern !== 'sync') return [];
  return stateMachine(context).flatMap(({ arn }): readonly Remark[] => {
    const type = context.facts.of(arn, 'type');
    if (type?.value !== 'EXPRESS') return [];
    const message = `StateMachineArn names ${arn}, an Express workflow according to ${sourceWords(type)}: .sync cannot wait for its end. Start it without .sync, or call aws-sdk:sfn:startSyncExecution.`;
    return [{ code: 'unsupported-pattern', severity: 'warning', message }];
  });
}

function childKeys(context: CallContext): readonly KeyArgument[] {
  return stateMachine(context).flatMap(({ arn }) => knownKeys(arn, context.facts));
}

function childData(context: CallContext): Conditions {
  const [child] = stateMachine(context);
  return statesContext('stateMachineArn', child?.arn);
}

/** The customer managed key of the activity. */
function activityKeys({ call, facts }: CallContext): readonly KeyArgument[] {
  return call.activityArn === undefined ? [] : knownKeys(call.activityArn, facts);
}

function activityData({ call }: CallContext): Conditions {
  return statesContext('activityArn', escapeText(call.activityArn ?? '*'));
}

const MACHINE = arnIn('StateMachineArn', 'states', 'stateMachine:*');

/**
 * A version's or alias's ARN is authorized as that of its state machine.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
 */
function stateMachine(context: CallContext): readonly Resource[] {
  return MACHINE(context).map(unqualified);
}

/** Without its version or alias. */
export function unqualified(machine: Resource): Resource {
  return { ...machine, arn: machine.arn.replace(QUALIFIED, '$1') };
}

/** `arn:…:stateMachine:name:qualifier`; a placeholder may stand for the name, or for everything but the qualifier. */
const QUALIFIED = /^(arn:.*:stateMachine:(?:\$\{[^}]*\}|[^:])+|\$\{[^}]*\}):[^:]+$/;

/** `stateMachine:name`, with or without a version or alias, becomes `execution:name:*`. */
function childExecutions(context: CallContext): readonly Resource[] {
  return MACHINE(context).map(({ arn, origin }) => {
    const [, head, name] = /^(arn:.*):stateMachine:((?:\$\{[^}]*\}|[^:])+)/.exec(arn) ?? [];
    if (head !== undefined) return { arn: `${head}:execution:${name}:*`, origin };
    return {
      arn: formatArn({ ...context.place, service: 'states', resource: 'execution:*:*' }),
      origin: isNamed(origin) ? { kind: 'unknown', field: origin.field, expression: arn } : origin,
    };
  });
}
