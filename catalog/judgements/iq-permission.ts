import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiqpermissions.html',
  always: {
    access: ['ApproveAccessGrant', 'ApprovePermissionRequest'],
  },
  recheck: {
    credentials: ['AssumePermissionRole'],
  },
  free: {
    noGrant: ['CreatePermissionRequest'],
    takesAway: ['WithdrawPermissionRequest'],
  },
} satisfies Judgements;
