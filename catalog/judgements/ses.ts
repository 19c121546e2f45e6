import type { Judgements } from '../build/judged.ts';

export default {
  page: {
    mailmanager: 'https://docs.aws.amazon.com/sesmailmanager/latest/APIReference/',
    ses: 'https://docs.aws.amazon.com/ses/latest/APIReference/',
    sesv2: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/',
  },
  recheck: {
    opens: ['CreateReceiptRule', 'UpdateReceiptRule'],
    otherRoles: ['UpdateConfigurationSetEventDestination', 'UpdateRuleSet'],
    secret: ['CreateAddressListImportJob'],
  },
  free: {
    dataOnly: [
      'CreateCustomVerificationEmailTemplate',
      'CreateDeliverabilityTestReport',
      'CreateEmailTemplate',
      'CreateReceiptRuleSet',
      'CreateTemplate',
      'TestRenderEmailTemplate',
      'TestRenderTemplate',
      'UpdateCustomVerificationEmailTemplate',
      'UpdateEmailTemplate',
      'UpdateTemplate',
    ],
    inService: ['CreateTenantResourceAssociation', 'UpdateReputationEntityPolicy'],
    network: ['CreateReceiptFilter', 'CreateTrafficPolicy', 'UpdateTrafficPolicy'],
    operates: ['SetActiveReceiptRuleSet', 'SetReceiptRulePosition'],
    ownData: [
      'CreateExportJob',
      'CreateImportJob',
      'GetAddressListImportJob',
      'ListAddressListImportJobs',
      'SendBulkEmail',
      'SendBulkTemplatedEmail',
      'SendEmail',
      'SendTemplatedEmail',
      'StartAddressListImportJob',
    ],
    ownToken: ['CreateEmailIdentity', 'GetEmailIdentity'],
    passRole: ['CreateConfigurationSetEventDestination', 'CreateRuleSet'],
  },
} satisfies Judgements;
