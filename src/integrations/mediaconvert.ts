import type { Integration } from '../grants/integration.ts';
import { arn } from '../grants/resources.ts';
import { call, cancel, events, ifGiven, passRole, poll } from '../grants/rows.ts';

const JOBS = arn('mediaconvert', 'jobs/*');

/**
 * AWS Elemental MediaConvert. The console generates nothing for it; the page's policy has `*`, but the service
 * authorization reference has queues, templates and jobs.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediaconvert.html
 */
export const mediaconvert: Integration = {
  service: 'mediaconvert',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html',
  apis: {
    createJob: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('mediaconvert:CreateJob', [
          arn('mediaconvert', 'queues/{Queue}', { orArn: 'Queue', defaults: { Queue: 'Default' } }),
          arn('mediaconvert', 'presets/*'),
        ]),
        ifGiven(
          'JobTemplate',
          call('mediaconvert:CreateJob', arn('mediaconvert', 'jobTemplates/{JobTemplate}', { orArn: 'JobTemplate' })),
        ),
        // Step Functions tags each job with ManagedByService, so CreateJob checks TagResource.
        call('mediaconvert:TagResource', JOBS),
        passRole('Role', 'mediaconvert.amazonaws.com'),
        poll('mediaconvert:GetJob', JOBS),
        cancel('mediaconvert:CancelJob', JOBS),
        events('StepFunctionsGetEventsForMediaConvertJobRule'),
      ],
    },
  },
};
