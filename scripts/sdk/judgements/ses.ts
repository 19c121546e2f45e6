import type { Judgements } from '../judged.ts';

export default {
  page: {
    mailmanager: 'https://docs.aws.amazon.com/sesmailmanager/latest/APIReference/',
    ses: 'https://docs.aws.amazon.com/ses/latest/APIReference/',
    sesv2: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/',
  },
  recheck: {
    secret: ['CreateAddressListImportJob', 'GetAddressListImportJob', 'ListAddressListImportJobs'],
    opens: ['CreateReceiptRule', 'UpdateReceiptRule'],
    otherRoles: ['UpdateConfigurationSetEventDestination', 'UpdateRuleSet'],
  },
  free: {
    passRole: ['CreateConfigurationSetEventDestination', 'CreateRuleSet'],
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
    ownToken: ['CreateEmailIdentity', 'GetEmailIdentity'],
    ownData: [
      'CreateExportJob',
      'CreateImportJob',
      'SendBulkEmail',
      'SendBulkTemplatedEmail',
      'SendEmail',
      'SendTemplatedEmail',
      'StartAddressListImportJob',
    ],
    network: ['CreateReceiptFilter', 'CreateTrafficPolicy', 'UpdateTrafficPolicy'],
    inService: ['CreateTenantResourceAssociation', 'UpdateReputationEntityPolicy'],
    operates: ['SetActiveReceiptRuleSet', 'SetReceiptRulePosition'],
  },
} satisfies Judgements;
