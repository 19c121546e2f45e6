import type { Integration } from '../grants/integration.ts';
import { arn } from '../grants/resources.ts';
import { call, cancel, poll } from '../grants/rows.ts';

const JOB = arn('databrew', 'job/{Name}');

/** AWS Glue DataBrew. */
export const databrew: Integration = {
  service: 'databrew',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-databrew.html',
  apis: {
    startJobRun: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('databrew:StartJobRun', JOB),
        poll('databrew:ListJobRuns', JOB),
        cancel('databrew:StopJobRun', JOB),
      ],
    },
  },
};
