import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/efs/latest/ug/',
  recheck: {
    opens: ['ModifyMountTargetSecurityGroups'],
  },
  free: {
    passRole: ['CreateReplicationConfiguration'],
    inService: ['CreateAccessPoint'],
  },
} satisfies Judgements;
