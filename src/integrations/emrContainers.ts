import type { Conditions } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { arn, everything } from '../grants/resources.ts';
import { call, cancel, ifGiven, poll, serviceLinkedRole, whenMatching } from '../grants/rows.ts';

const CLUSTER = arn('emr-containers', '/virtualclusters/{Id}');
const CLUSTER_OF = arn('emr-containers', '/virtualclusters/{VirtualClusterId}');
const JOB_RUNS = arn('emr-containers', '/virtualclusters/{VirtualClusterId}/jobruns/*');

/** Amazon EMR on EKS. Its ARNs' resource part begins with a slash. */
export const emrContainers: Integration = {
  service: 'emr-containers',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html',
  apis: {
    createVirtualCluster: {
      patterns: ['requestResponse'],
      grants: [
        call('emr-containers:CreateVirtualCluster', everything('EMR on EKS offers no narrower resource for it')),
        ifGiven('Tags', call('emr-containers:TagResource', arn('emr-containers', '/virtualclusters/*'))),
        // The page's template has 'AnAWSServiceRole…', the service's own page 'AWSServiceRole…': both are allowed.
        // https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/using-service-linked-roles.html
        serviceLinkedRole('emr-containers.amazonaws.com', '*AWSServiceRoleForAmazonEMRContainers'),
      ],
    },
    deleteVirtualCluster: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('emr-containers:DeleteVirtualCluster', CLUSTER),
        poll('emr-containers:DescribeVirtualCluster', CLUSTER),
      ],
    },
    startJobRun: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        { ...call('emr-containers:StartJobRun', CLUSTER_OF), conditions: executionRole },
        ifGiven('Tags', call('emr-containers:TagResource', JOB_RUNS)),
        poll('emr-containers:DescribeJobRun', JOB_RUNS),
        cancel('emr-containers:CancelJobRun', JOB_RUNS),
      ],
    },
  },
};

/** EMR on EKS uses this condition instead of iam:PassRole. */
function executionRole(context: CallContext): Conditions | undefined {
  return whenMatching('emr-containers:ExecutionRoleArn', argument(context, 'ExecutionRoleArn'));
}
