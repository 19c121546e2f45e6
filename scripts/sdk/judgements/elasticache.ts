import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/',
  recheck: {
    opens: ['AuthorizeCacheSecurityGroupIngress'],
    directory: [
      'CreateUser',
      'CreateUserGroup',
      'DeleteUser',
      'DeleteUserGroup',
      'ModifyReplicationGroup',
      'ModifyUser',
      'ModifyUserGroup',
    ],
  },
  free: {
    dataOnly: ['CreateCacheParameterGroup'],
    network: ['CreateCacheSecurityGroup', 'CreateCacheSubnetGroup', 'ModifyCacheSubnetGroup'],
    inService: ['CreateGlobalReplicationGroup', 'CreateReplicationGroup'],
    takesAway: [
      'DeleteCacheParameterGroup',
      'DeleteCacheSecurityGroup',
      'DeleteCacheSubnetGroup',
      'DeleteGlobalReplicationGroup',
      'DeleteReplicationGroup',
      'RevokeCacheSecurityGroupIngress',
    ],
    operates: [
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
  },
} satisfies Judgements;
