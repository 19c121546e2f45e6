import type { Integration } from '../grants/integration.ts';
import { keyRows, keysIn } from '../grants/keyRows.ts';
import { arn } from '../grants/resources.ts';
import { call, cancel, events, ifGiven, passRole, poll, serviceLinkedRole } from '../grants/rows.ts';

const APPLICATION = arn('emr-serverless', '/applications/{ApplicationId}');
const ANY_APPLICATION = arn('emr-serverless', '/applications/*');
const JOB_RUNS = arn('emr-serverless', '/applications/{ApplicationId}/jobruns/*');
const JOB_RUN = arn('emr-serverless', '/applications/{ApplicationId}/jobruns/{JobRunId}');
const APPLICATION_EVENTS = events('StepFunctionsGetEventsForEMRServerlessApplicationRule');
const JOB_EVENTS = events('StepFunctionsGetEventsForEMRServerlessJobRule');

/**
 * Whoever submits a job must be allowed to use its keys, besides the job's role. A key that the application has instead
 * isn't in the call.
 *
 * Sources: https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/jobs-log-encryption.html and
 * https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/disk-encryption-cmk.html
 */
const LOG_KEYS = keysIn(
  ...['ManagedPersistenceMonitoringConfiguration', 'S3MonitoringConfiguration', 'CloudWatchLoggingConfiguration'].map(
    (logs) => `ConfigurationOverrides.MonitoringConfiguration.${logs}.EncryptionKeyArn`,
  ),
);
const DISK_KEY = keysIn('ConfigurationOverrides.DiskEncryptionConfiguration.EncryptionKeyArn');

const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html';

/** Amazon EMR Serverless. Its ARNs' resource part begins with a slash. */
export const emrServerless: Integration = {
  service: 'emr-serverless',
  page: PAGE,
  apis: {
    createApplication: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('emr-serverless:CreateApplication', arn('emr-serverless', '/*')),
        ifGiven('Tags', call('emr-serverless:TagResource', ANY_APPLICATION)),
        // For the first application of the account: the page says so.
        serviceLinkedRole('ops.emr-serverless.amazonaws.com', 'AWSServiceRoleForAmazonEMRServerless*', PAGE),
        poll('emr-serverless:GetApplication', ANY_APPLICATION),
        cancel('emr-serverless:DeleteApplication', ANY_APPLICATION),
        APPLICATION_EVENTS,
      ],
    },
    startApplication: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('emr-serverless:StartApplication', APPLICATION),
        poll('emr-serverless:GetApplication', APPLICATION),
        cancel('emr-serverless:StopApplication', APPLICATION),
        APPLICATION_EVENTS,
      ],
    },
    stopApplication: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('emr-serverless:StopApplication', APPLICATION),
        poll('emr-serverless:GetApplication', APPLICATION),
        APPLICATION_EVENTS,
      ],
    },
    deleteApplication: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('emr-serverless:DeleteApplication', APPLICATION),
        poll('emr-serverless:GetApplication', APPLICATION),
        APPLICATION_EVENTS,
      ],
    },
    startJobRun: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('emr-serverless:StartJobRun', APPLICATION),
        ...passRole('ExecutionRoleArn', 'emr-serverless.amazonaws.com'),
        ...keyRows(LOG_KEYS, ['kms:Decrypt', 'kms:GenerateDataKey']),
        ...keyRows(DISK_KEY, ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey']),
        ifGiven('Tags', call('emr-serverless:TagResource', JOB_RUNS)),
        poll('emr-serverless:GetJobRun', JOB_RUNS),
        cancel('emr-serverless:CancelJobRun', JOB_RUNS),
        JOB_EVENTS,
      ],
    },
    cancelJobRun: {
      patterns: ['requestResponse', 'sync'],
      grants: [call('emr-serverless:CancelJobRun', JOB_RUN), poll('emr-serverless:GetJobRun', JOB_RUN), JOB_EVENTS],
    },
  },
};
