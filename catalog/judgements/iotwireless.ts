import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/iot-wireless/latest/apireference/',
  recheck: {
    secret: ['AssociateAwsAccountWithPartnerAccount', 'GetWirelessDevice'],
    otherRoles: ['UpdateDestination', 'UpdateFuotaTask'],
  },
  free: {
    passRole: ['CreateWirelessGatewayTaskDefinition', 'StartWirelessDeviceImportTask'],
    startsOthers: ['CreateWirelessGatewayTask', 'StartMulticastGroupSession'],
  },
} satisfies Judgements;
