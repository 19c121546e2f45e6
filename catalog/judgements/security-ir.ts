import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/security-ir/latest/APIReference/',
  recheck: {
    opens: ['CreateMembership', 'UpdateCase', 'UpdateMembership'],
    secret: ['GetCaseAttachmentDownloadUrl', 'GetCaseAttachmentUploadUrl'],
    stopsAlarms: ['UpdateCaseStatus'],
    stopsThreats: ['CancelMembership'],
    stopsThreatsPossible: ['UpdateResolverType'],
  },
  free: {
    ownData: ['UpdateCaseComment'],
  },
} satisfies Judgements;
