import type { Judgements } from '../build/judged.ts';

export default {
  page: { partnercentralselling: 'https://docs.aws.amazon.com/partner-central/latest/APIReference/' },
  recheck: {
    opens: [
      'AcceptConnectionInvitation',
      'AcceptEngagementInvitation',
      'CreateConnectionInvitation',
      'CreateEngagementInvitation',
      'CreateMarketplaceRevenueShare',
      'CreateMarketplaceRevenueShareAllocation',
      'CreateResourceSnapshotJob',
      'StartEngagementByAcceptingInvitationTask',
      'UpdateMarketplaceRevenueShare',
      'UpdateMarketplaceRevenueShareAllocation',
    ],
  },
  free: {
    passRole: ['PutSellingSystemSettings'],
    startsOthers: ['StartResourceSnapshotJob'],
    operates: ['SendEmailVerificationCode', 'StartQualificationsAssociationTask'],
    ownData: [
      'AssociateBenefitApplicationResource',
      'StartCustomerAccountBulkJob',
      'StartOpportunityBulkJob',
      'SubmitBenefitApplication',
      'UpdateBenefitApplication',
    ],
    takesAway: ['CancelConnectionInvitation'],
  },
} satisfies Judgements;
