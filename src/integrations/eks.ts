import type { Api, Integration } from '../grants/integration.ts';
import { keyRows, keysIn } from '../grants/keyRows.ts';
import { arn, everything } from '../grants/resources.ts';
import { call, cancel, ifGiven, passRole, poll, serviceLinkedRole } from '../grants/rows.ts';

const CLUSTER = arn('eks', 'cluster/{Name}');
const CLUSTER_OF = arn('eks', 'cluster/{ClusterName}');
/** EKS adds a UUID to these ARNs. */
const NODEGROUP = arn('eks', 'nodegroup/{ClusterName}/{NodegroupName}/*');
const FARGATE_PROFILE = arn('eks', 'fargateprofile/{ClusterName}/{FargateProfileName}/*');
const NO_RESOURCE = 'Amazon EKS offers no narrower resource for it';

/** Kubernetes authorizes the role by its own access control; IAM checks no action. */
const KUBERNETES = {
  needsNothing: () => "Kubernetes' own access control (RBAC or access entries) decides, not an IAM policy",
  grants: [],
} satisfies Omit<Api, 'patterns'>;

/**
 * Amazon EKS: its own API, and Kubernetes' through `call` and `runJob`. The table of optimized integrations offers
 * callbacks for EKS, but the page doesn't; only the two Kubernetes APIs have a place for a task token.
 */
export const eks: Integration = {
  service: 'eks',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
  apis: {
    call: { patterns: ['requestResponse', 'waitForTaskToken'], ...KUBERNETES },
    runJob: { patterns: ['requestResponse', 'sync', 'waitForTaskToken'], ...KUBERNETES },
    createCluster: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('eks:CreateCluster', everything(NO_RESOURCE)),
        ...passRole('RoleArn', 'eks.amazonaws.com'),
        ifGiven('Tags', call('eks:TagResource', CLUSTER)),
        // https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html: kms:GrantIsForAWSResource must not be used.
        ...keyRows(keysIn('EncryptionConfig[].Provider.KeyArn'), ['kms:CreateGrant', 'kms:DescribeKey']),
        serviceLinkedRole(
          'eks.amazonaws.com',
          'AWSServiceRoleForAmazonEKS',
          'https://docs.aws.amazon.com/eks/latest/userguide/using-service-linked-roles-eks.html',
        ),
        poll('eks:DescribeCluster', CLUSTER),
        cancel('eks:DeleteCluster', CLUSTER),
      ],
    },
    deleteCluster: {
      patterns: ['requestResponse', 'sync'],
      grants: [call('eks:DeleteCluster', CLUSTER), poll('eks:DescribeCluster', CLUSTER)],
    },
    createFargateProfile: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('eks:CreateFargateProfile', CLUSTER_OF),
        ...passRole('PodExecutionRoleArn', 'eks-fargate-pods.amazonaws.com'),
        ifGiven('Tags', call('eks:TagResource', FARGATE_PROFILE)),
        serviceLinkedRole(
          'eks-fargate.amazonaws.com',
          'AWSServiceRoleForAmazonEKSForFargate',
          'https://docs.aws.amazon.com/eks/latest/userguide/using-service-linked-roles-eks-fargate.html',
        ),
        poll('eks:DescribeFargateProfile', FARGATE_PROFILE),
        cancel('eks:DeleteFargateProfile', FARGATE_PROFILE),
      ],
    },
    deleteFargateProfile: {
      patterns: ['requestResponse', 'sync'],
      grants: [call('eks:DeleteFargateProfile', FARGATE_PROFILE), poll('eks:DescribeFargateProfile', FARGATE_PROFILE)],
    },
    createNodegroup: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('eks:CreateNodegroup', CLUSTER_OF),
        call('ec2:DescribeSubnets', everything('Amazon EC2 offers no narrower resource for it')),
        call(['iam:GetRole', 'iam:ListAttachedRolePolicies'], arn('iam', 'role/*', { region: '' })),
        ...passRole('NodeRole', 'eks.amazonaws.com'),
        ifGiven('Tags', call('eks:TagResource', NODEGROUP)),
        serviceLinkedRole(
          'eks-nodegroup.amazonaws.com',
          'AWSServiceRoleForAmazonEKSNodegroup',
          'https://docs.aws.amazon.com/eks/latest/userguide/using-service-linked-roles-eks-nodegroups.html',
        ),
        poll('eks:DescribeNodegroup', NODEGROUP),
        cancel('eks:DeleteNodegroup', NODEGROUP),
      ],
    },
    deleteNodegroup: {
      patterns: ['requestResponse', 'sync'],
      grants: [call('eks:DeleteNodegroup', NODEGROUP), poll('eks:DescribeNodegroup', NODEGROUP)],
    },
  },
};
