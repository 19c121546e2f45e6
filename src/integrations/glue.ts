import type { Integration } from '../grants/integration.ts';
import { arn } from '../grants/resources.ts';
import { call, cancel, poll } from '../grants/rows.ts';

const JOB = arn('glue', 'job/{JobName}');

/**
 * AWS Glue. The page says that Glue has no resource-level control, but the service authorization reference now has the
 * job as a required resource of these actions.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html
 */
export const glue: Integration = {
  service: 'glue',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html',
  apis: {
    startJobRun: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('glue:StartJobRun', JOB),
        poll(['glue:GetJobRun', 'glue:GetJobRuns'], JOB),
        cancel('glue:BatchStopJobRun', JOB),
      ],
    },
  },
};
