import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    opens: ['CreateEndpointAccess', 'CreateWorkgroup', 'UpdateEndpointAccess', 'UpdateWorkgroup'],
    directory: ['UpdateNamespace'],
    secret: ['GetCredentials', 'GetIdentityCenterAuthToken'],
    otherRoles: ['UpdateScheduledAction'],
  },
  free: {
    passRole: ['CreateNamespace'],
    network: ['CreateCustomDomainAssociation', 'UpdateCustomDomainAssociation'],
  },
} satisfies Judgements;
