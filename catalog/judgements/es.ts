import type { Judgements } from '../build/judged.ts';

export default {
  page: { opensearch: 'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/' },
  always: {
    access: ['AuthorizeVpcEndpointAccess'],
  },
  recheck: {
    code: ['AssociatePackage', 'AssociatePackages'],
    createsRole: ['CreateElasticsearchServiceRole', 'CreateServiceRole'],
    directory: ['UpdateApplication'],
    opens: [
      'AcceptInboundConnection',
      'AddDirectQueryDataSource',
      'AttachDataSource',
      'UpdateDirectQueryDataSource',
      'UpdateDomainConfig',
      'UpdateElasticsearchDomainConfig',
    ],
    otherRoles: ['UpdateDataSource'],
  },
  free: {
    operates: [
      'PutDefaultApplicationSetting',
      'RollbackServiceSoftwareUpdate',
      'StartElasticsearchServiceSoftwareUpdate',
      'StartServiceSoftwareUpdate',
      'UpdateScheduledAction',
    ],
    passRole: ['AddDataSource', 'CreateApplication', 'CreateDomain', 'CreateElasticsearchDomain'],
  },
} satisfies Judgements;
