import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/eks/latest/APIReference/',
  recheck: {
    clusterAccess: [
      'AssociateAccessPolicy',
      'AssociateIdentityProviderConfig',
      'CreateAccessEntry',
      'UpdateAccessEntry',
      'UpdateCapability',
    ],
    givesRoles: ['UpdatePodIdentityAssociation'],
    code: ['CreateAddon', 'UpdateAddon', 'UpdateNodegroupVersion'],
    opens: ['UpdateClusterConfig'],
    secret: [
      'CreateEksAnywhereSubscription',
      'DeleteEksAnywhereSubscription',
      'DescribeEksAnywhereSubscription',
      'ListEksAnywhereSubscriptions',
      'RegisterCluster',
      'UpdateEksAnywhereSubscription',
    ],
  },
  free: {
    passRole: ['CreateCluster', 'CreateNodegroup', 'CreatePodIdentityAssociation'],
    takesAway: [
      'DeleteAccessEntry',
      'DeleteCluster',
      'DeleteNodegroup',
      'DeregisterCluster',
      'DisassociateAccessPolicy',
    ],
    readsOnly: ['DescribeCluster', 'DescribeNodegroup'],
  },
} satisfies Judgements;
