import type { Integration } from './integration.ts';
import { arn } from './resources.ts';
import { call, cancel, poll } from './rows.ts';

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
