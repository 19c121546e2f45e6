import type { Judgements } from '../build/judged.ts';

export default {
  page: { pinpointsmsvoicev2: 'https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/' },
  recheck: {
    stopsLogs: ['UpdateConfigurationSetEventDestination', 'UpdateEventDestination'],
    otherRoles: ['UpdatePhoneNumber', 'UpdatePool', 'UpdateRcsAgent'],
  },
  free: {
    passRole: ['CreateConfigurationSetEventDestination', 'CreateEventDestination'],
    operates: ['CreateRegistrationAssociation', 'SendDestinationNumberVerificationCode'],
    notAWatch: ['PutProtectConfigurationRuleSetNumberOverride', 'UpdateProtectConfigurationCountryRuleSet'],
  },
} satisfies Judgements;
