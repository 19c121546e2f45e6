import type { Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { arn, everything } from '../grants/resources.ts';
import { call, cancel, events, ifGiven, poll } from '../grants/rows.ts';
import { knownText } from '../values/domain/value.ts';

const JOBS = arn('batch', 'job/*');
const QUEUE = arn('batch', 'job-queue/{JobQueue}', { orArn: 'JobQueue' });
const DEFINITION = arn('batch', 'job-definition/{JobDefinition}', { orArn: 'JobDefinition' });

/**
 * AWS Batch. The page's template has `*`, since job IDs are made at run time; its tip says that queue and definition
 * can be named. `batch:SubmitJob` is checked against all three.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbatch.html
 */
export const batch: Integration = {
  service: 'batch',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html',
  apis: {
    submitJob: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('batch:SubmitJob', [QUEUE, jobDefinition, JOBS]),
        ifGiven('ConsumableResourcePropertiesOverride', call('batch:SubmitJob', arn('batch', 'consumable-resource/*'))),
        ifGiven(['Tags', 'PropagateTags'], call('batch:TagResource', JOBS)),
        poll('batch:DescribeJobs', everything('AWS Batch offers no narrower resource for it')),
        cancel('batch:TerminateJob', JOBS),
        events('StepFunctionsGetEventsForBatchJobsRule'),
      ],
    },
  },
};

/**
 * A definition without a revision means the latest one, whose ARN has a number. Any number is allowed even where the
 * latest is known: the next revision must not need a new policy.
 */
function jobDefinition(context: CallContext): readonly Resource[] {
  const resources = DEFINITION(context);
  const value = argument(context, 'JobDefinition');
  // What CloudFormation returns has a revision, too:
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-jobdefinition.html
  const hasNumber = value.kind === 'known' && /:\d+$/.test(String(value.json));
  if (hasNumber || context.machine.arns?.includes(knownText(value) ?? '')) return resources;
  return resources.flatMap((resource) => {
    const [, name = ''] = resource.arn.split('job-definition/');
    const hasRevision = value.kind !== 'known' && (name.endsWith('*') || name.includes(':'));
    return hasRevision ? [resource] : [resource, { ...resource, arn: `${resource.arn}:*` }];
  });
}
