import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/memorydb/latest/APIReference/',
  recheck: {
    directory: ['CreateAcl', 'CreateUser', 'DeleteAcl', 'DeleteUser', 'UpdateAcl', 'UpdateCluster', 'UpdateUser'],
  },
  free: {
    inService: ['CreateCluster'],
    dataOnly: ['CreateParameterGroup'],
    network: ['CreateSubnetGroup', 'UpdateSubnetGroup'],
    takesAway: ['DeleteParameterGroup', 'DeleteSubnetGroup'],
    operates: ['ResetParameterGroup', 'UpdateParameterGroup'],
  },
} satisfies Judgements;
