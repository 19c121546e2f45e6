import type { Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { arn, everything } from '../grants/resources.ts';
import { call, cancel, conditional, events, ifGiven, poll, precaution } from '../grants/rows.ts';
import { knownText } from '../values/domain/value.ts';

const JOBS = arn('batch', 'job/*');
const QUEUE = arn('batch', 'job-queue/{JobQueue}', { orArn: 'JobQueue' });
const DEFINITION = arn('batch', 'job-definition/{JobDefinition}', { orArn: 'JobDefinition' });

const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html';
const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbatch.html';

/**
 * AWS Batch. The page's template has `*`, since job IDs are made at run time; its tip says that queue and definition
 * can be named.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbatch.html
 */
export const batch: Integration = {
  service: 'batch',
  page: PAGE,
  apis: {
    submitJob: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('batch:SubmitJob', [QUEUE, exactDefinition]),
        conditional(
          'AWS Batch authorizes this form of a definition that the call names without a revision',
          REFERENCE,
          call('batch:SubmitJob', latestDefinition),
        ),
        precaution(
          'the reference lists the job, but AWS restricts the action by queue and definition, before there is a job',
          PAGE,
          call('batch:SubmitJob', JOBS),
        ),
        ifGiven('ConsumableResourcePropertiesOverride', call('batch:SubmitJob', arn('batch', 'consumable-resource/*'))),
        ifGiven(['Tags', 'PropagateTags'], call('batch:TagResource', JOBS)),
        poll('batch:DescribeJobs', everything('AWS Batch offers no narrower resource for it')),
        cancel('batch:TerminateJob', JOBS),
        events('StepFunctionsGetEventsForBatchJobsRule'),
      ],
    },
  },
};

/** A definition with its revision, or with a pattern that may have one. */
function exactDefinition(context: CallContext): readonly Resource[] {
  return DEFINITION(context).filter((resource) => hasRevision(resource, context));
}

/**
 * A definition without a revision means the latest one, whose ARN has a number. Any number is allowed even where the
 * latest is known: the next revision must not need a new policy. The reference lists ARNs with and without one.
 */
function latestDefinition(context: CallContext): readonly Resource[] {
  return DEFINITION(context)
    .filter((resource) => !hasRevision(resource, context))
    .flatMap((resource) => [resource, { ...resource, arn: `${resource.arn}:*` }]);
}

function hasRevision({ arn }: Resource, context: CallContext): boolean {
  const value = argument(context, 'JobDefinition');
  // What CloudFormation returns has a revision, too:
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-jobdefinition.html
  if (context.machine.arns?.includes(knownText(value) ?? '')) return true;
  // A placeholder after the name stands for one.
  if (value.kind === 'known') return /:(?:\d+|\$\{[^{}]+\})$/.test(String(value.json));
  const [, name = ''] = arn.split('job-definition/');
  return name.endsWith('*') || name.includes(':');
}
