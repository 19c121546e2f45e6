import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmanagedstreamingforapachekafka.html',
  always: {
    resourcePolicy: ['DeleteClusterPolicy', 'PutClusterPolicy'],
  },
  recheck: {
    opens: ['UpdateConnectivity'],
    stopsLogs: ['UpdateMonitoring'],
  },
  free: {
    passRole: ['CreateChannel'],
    inService: ['CreateCluster', 'CreateClusterV2', 'CreateTopic'],
  },
} satisfies Judgements;
