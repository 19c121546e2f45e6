import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/audit-manager/latest/APIReference/',
  recheck: {
    access: ['BatchCreateDelegationByAssessment'],
    opens: ['StartAssessmentFrameworkShare', 'UpdateAssessmentFrameworkShare'],
    secret: ['GetAssessmentReportUrl', 'GetEvidenceFileUploadUrl'],
    stopsChanges: [
      'BatchDisassociateAssessmentReportEvidence',
      'DeleteAssessment',
      'DeleteAssessmentFramework',
      'DeleteAssessmentReport',
      'DeleteControl',
      'DeregisterAccount',
      'DeregisterOrganizationAdminAccount',
      'DisassociateAssessmentReportEvidenceFolder',
      'UpdateAssessment',
      'UpdateAssessmentControl',
      'UpdateAssessmentControlSetStatus',
      'UpdateAssessmentFramework',
      'UpdateAssessmentStatus',
      'UpdateControl',
      'UpdateSettings',
    ],
  },
  free: {
    takesAway: ['BatchDeleteDelegationByAssessment', 'DeleteAssessmentFrameworkShare'],
  },
} satisfies Judgements;
