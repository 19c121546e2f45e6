import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/iot-mi/latest/APIReference/',
  recheck: {
    secret: ['CreateAccountAssociation', 'CreateProvisioningProfile', 'StartAccountAssociationRefresh'],
    otherRoles: ['UpdateConnectorDestination', 'UpdateDestination'],
    stopsLogs: ['PutRuntimeLogConfiguration', 'ResetRuntimeLogConfiguration'],
  },
  free: {
    namesOnly: ['CreateCredentialLocker'],
    readsOnly: ['GetConnectorDestination', 'GetCredentialLocker'],
    ownData: ['SendConnectorEvent'],
    operates: [
      'RegisterAccountAssociation',
      'SendManagedThingCommand',
      'UpdateAccountAssociation',
      'UpdateCloudConnector',
    ],
  },
} satisfies Judgements;
