import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/fms/2018-01-01/APIReference/',
  always: {
    access: ['PutAdminAccount'],
  },
  recheck: {
    stopsAlarms: ['DeleteNotificationChannel', 'PutNotificationChannel'],
    stopsThreats: [
      'BatchDisassociateResource',
      'DeleteAppsList',
      'DeletePolicy',
      'DeleteProtocolsList',
      'DeleteResourceSet',
      'DisassociateAdminAccount',
      'DisassociateThirdPartyFirewall',
    ],
    stopsThreatsPossible: ['PutAppsList', 'PutPolicy', 'PutProtocolsList', 'PutResourceSet'],
  },
} satisfies Judgements;
