import type { Resource } from '../grants/grant.ts';
import { argument, type CallContext, type GrantRow, type Integration } from '../grants/integration.ts';
import { namePart } from '../grants/names.ts';
import { ownExecutions, ownStateMachine } from '../grants/ownArns.ts';
import { knownText } from '../values/domain/value.ts';

/** A distributed Map: it starts and watches child executions of its own state machine. */
export const distributedMap: Integration = {
  service: 'states',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html',
  apis: {
    startMapRun: {
      patterns: ['requestResponse'],
      grants: [
        row('childWorkflow', 'states:StartExecution', ownStateMachine),
        row('childWorkflow', 'states:DescribeExecution', children),
        row('cancel', 'states:StopExecution', standardChildren),
        // Standard children are redriven, Express children started again:
        // https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html
        { ...row('redrive', 'states:RedriveExecution', labelled), when: (context) => !isExpress(context) },
      ],
    },
  },
};

function row(purpose: GrantRow['purpose'], action: string, resources: GrantRow['resources'][number]): GrantRow {
  return { purpose, actions: [action], resources: [resources] };
}

function isExpress(context: CallContext): boolean {
  return knownText(argument(context, 'ExecutionType')) === 'EXPRESS';
}

/** The map run's label; generated if it is missing. */
function label(context: CallContext): string {
  return namePart(argument(context, 'Label'), 'Label').text;
}

/**
 * The page prints `execution:<machine>:*`, but a child's ARN is `execution:<machine>/<label>:<id>`
 * (https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html), which that pattern does not
 * match: both are allowed.
 */
function standardChildren(context: CallContext): readonly Resource[] {
  return [ownExecutions(context, 'execution'), ...labelled(context)];
}

function labelled(context: CallContext): readonly Resource[] {
  return [ownExecutions(context, 'execution', label(context))];
}

/**
 * Express executions can be described only if a map run started them. Their ARNs have a different form.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
 */
function children(context: CallContext): readonly Resource[] {
  const standard = standardChildren(context);
  return isExpress(context) ? [...standard, ownExecutions(context, 'express', label(context))] : standard;
}
