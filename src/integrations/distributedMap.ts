import type { Resource } from '../grants/grant.ts';
import { argument, type CallContext, type GrantRow, type Integration } from '../grants/integration.ts';
import { namePart } from '../grants/names.ts';
import { ownExecutions, ownStateMachine } from '../grants/ownArns.ts';
import { conditional, precaution } from '../grants/rows.ts';
import { knownText } from '../values/domain/value.ts';

const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html';
const REDRIVE = 'https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html';
const CHILD_ARNS = "it names the children's own ARNs, but AWS's page prints execution:NAME:* alone, and that is enough";

const REDRIVING = row('redrive', 'states:RedriveExecution', labelled);

/** A distributed Map: it starts and watches child executions of its own state machine. */
export const distributedMap: Integration = {
  service: 'states',
  page: PAGE,
  apis: {
    startMapRun: {
      patterns: ['requestResponse'],
      grants: [
        row('childWorkflow', 'states:StartExecution', ownStateMachine),
        row('childWorkflow', 'states:DescribeExecution', ownRuns),
        precaution(CHILD_ARNS, PAGE, row('childWorkflow', 'states:DescribeExecution', children)),
        // The AWS CDK grants it: https://github.com/aws/aws-cdk/pull/34760
        precaution("AWS's page prints no StopExecution", PAGE, row('cancel', 'states:StopExecution', standardChildren)),
        { ...conditional('someone redrives an execution', REDRIVE, REDRIVING), when: (context) => !isExpress(context) },
        // The page prints it for either kind of children, and the AWS CDK grants it to both.
        { ...precaution('a redrive starts Express children again', REDRIVE, REDRIVING), when: isExpress },
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

/** What the page prints. */
function ownRuns(context: CallContext): readonly Resource[] {
  return [ownExecutions(context, 'execution')];
}

/**
 * The page prints `execution:<machine>:*`, but a child's ARN is `execution:<machine>/<label>:<id>`
 * (https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html), which that pattern does not
 * match: both are allowed.
 */
function standardChildren(context: CallContext): readonly Resource[] {
  return [...ownRuns(context), ...labelled(context)];
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
  const standard = labelled(context);
  return isExpress(context) ? [...standard, ownExecutions(context, 'express', label(context))] : standard;
}
