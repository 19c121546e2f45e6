import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/clean-rooms/latest/apireference/',
  recheck: {
    opens: [
      'CreateCollaborationChangeRequest',
      'CreateConfiguredAudienceModelAssociation',
      'CreateConfiguredTableAnalysisRule',
      'CreateConfiguredTableAssociationAnalysisRule',
      'CreateIdMappingTable',
      'CreateIdNamespaceAssociation',
      'CreateIntermediateTableAnalysisRule',
      'CreateMembership',
      'UpdateCollaborationChangeRequest',
      'UpdateConfiguredAudienceModelAssociation',
      'UpdateConfiguredTableAnalysisRule',
      'UpdateConfiguredTableAssociationAnalysisRule',
      'UpdateIdNamespaceAssociation',
      'UpdateIntermediateTableAnalysisRule',
      'UpdateMembership',
    ],
  },
  free: {
    callersRights: ['StartProtectedQuery'],
    dataOnly: ['CreateIntermediateTable'],
    noGrant: ['PassMembership'],
    operates: ['UpdateProtectedJob', 'UpdateProtectedQuery'],
    passRole: ['CreateAnalysisTemplate', 'UpdateConfiguredTableAssociation'],
    startsOthers: ['StartProtectedJob'],
  },
} satisfies Judgements;
