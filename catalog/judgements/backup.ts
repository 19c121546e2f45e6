import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/',
  recheck: {
    access: ['AssociateBackupVaultMpaApprovalTeam'],
    stopsThreatsPossible: ['UpdateBackupPlan'],
    otherRoles: ['UpdateRestoreTestingSelection'],
  },
  free: {
    passRole: ['CreateBackupPlan', 'StartRestoreJob', 'UpdateRecoveryPointIndexSettings'],
    startsOthers: ['StartReportJob'],
  },
} satisfies Judgements;
