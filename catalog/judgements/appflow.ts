import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/appflow/1.0/APIReference/',
  recheck: {
    code: ['UpdateConnectorRegistration'],
    otherRoles: ['CreateFlow', 'UpdateConnectorProfile', 'UpdateFlow'],
  },
  free: {
    namesOnly: ['RegisterConnector'],
    operates: ['ResetConnectorMetadataCache'],
    passRole: ['CreateConnectorProfile'],
    readsOnly: ['DescribeConnector', 'DescribeConnectorProfiles', 'DescribeConnectors'],
    startsOthers: ['StartFlow'],
  },
} satisfies Judgements;
