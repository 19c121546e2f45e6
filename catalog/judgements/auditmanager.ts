import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/audit-manager/latest/APIReference/',
  recheck: {
    access: ['BatchCreateDelegationByAssessment'],
    secret: ['GetAssessmentReportUrl', 'GetEvidenceFileUploadUrl'],
    opens: ['StartAssessmentFrameworkShare', 'UpdateAssessmentFrameworkShare'],
    stopsChanges: [
      'DeleteAssessment',
      'DeregisterAccount',
      'DeregisterOrganizationAdminAccount',
      'UpdateAssessment',
      'UpdateAssessmentStatus',
      'UpdateSettings',
    ],
    stopsAlarms: [
      'BatchDisassociateAssessmentReportEvidence',
      'DeleteAssessmentFramework',
      'DeleteAssessmentReport',
      'DeleteControl',
      'DisassociateAssessmentReportEvidenceFolder',
      'UpdateAssessmentControl',
      'UpdateAssessmentControlSetStatus',
      'UpdateAssessmentFramework',
      'UpdateControl',
    ],
  },
  free: {
    takesAway: ['BatchDeleteDelegationByAssessment', 'DeleteAssessmentFrameworkShare'],
  },
} satisfies Judgements;
