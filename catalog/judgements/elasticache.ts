import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/',
  recheck: {
    directory: [
      'CreateUser',
      'CreateUserGroup',
      'DeleteUser',
      'DeleteUserGroup',
      'ModifyReplicationGroup',
      'ModifyUser',
      'ModifyUserGroup',
    ],
    opens: ['AuthorizeCacheSecurityGroupIngress'],
  },
  free: {
    dataOnly: ['CreateCacheParameterGroup'],
    network: ['CreateCacheSecurityGroup', 'CreateCacheSubnetGroup', 'ModifyCacheSubnetGroup'],
    operates: [
      'CreateGlobalReplicationGroup',
      'CreateReplicationGroup',
      'DecreaseNodeGroupsInGlobalReplicationGroup',
      'DisassociateGlobalReplicationGroup',
      'FailoverGlobalReplicationGroup',
      'IncreaseNodeGroupsInGlobalReplicationGroup',
      'ModifyCacheParameterGroup',
      'ModifyGlobalReplicationGroup',
      'ModifyReplicationGroupShardConfiguration',
      'RebalanceSlotsInGlobalReplicationGroup',
      'ResetCacheParameterGroup',
    ],
    takesAway: [
      'DeleteCacheParameterGroup',
      'DeleteCacheSecurityGroup',
      'DeleteCacheSubnetGroup',
      'DeleteGlobalReplicationGroup',
      'DeleteReplicationGroup',
      'RevokeCacheSecurityGroupIngress',
    ],
  },
} satisfies Judgements;
