import type { Conditions } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { arn, everything } from '../grants/resources.ts';
import { call, cancel, ifGiven, poll, precaution, serviceLinkedRole, whenMatching } from '../grants/rows.ts';

const CLUSTER = arn('emr-containers', '/virtualclusters/{Id}');
const CLUSTER_OF = arn('emr-containers', '/virtualclusters/{VirtualClusterId}');
const JOB_RUNS = arn('emr-containers', '/virtualclusters/{VirtualClusterId}/jobruns/*');

const ROLE = 'AWSServiceRoleForAmazonEMRContainers';
const LINKED_ROLE =
  'https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/using-service-linked-roles.html';

/**
 * Amazon EMR on EKS. Its ARNs' resource part begins with a slash. The page has no policies any more: actions and
 * resources are those of its 2023 edition, as the service reference still has them.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonemroneksemrcontainers.html
 */
export const emrContainers: Integration = {
  service: 'emr-containers',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html',
  apis: {
    createVirtualCluster: {
      patterns: ['requestResponse'],
      grants: [
        call('emr-containers:CreateVirtualCluster', everything('EMR on EKS offers no narrower resource for it')),
        ifGiven('Tags', call('emr-containers:TagResource', arn('emr-containers', '/virtualclusters/*'))),
        serviceLinkedRole('emr-containers.amazonaws.com', ROLE, LINKED_ROLE),
        // The page's edition of 2023 printed 'AnAWSServiceRole…': policies that were copied from it have that name.
        precaution(
          "the service's page names AWSServiceRoleForAmazonEMRContainers",
          LINKED_ROLE,
          serviceLinkedRole('emr-containers.amazonaws.com', `An${ROLE}`, LINKED_ROLE),
        ),
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
