import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediapackage.html',
  recheck: {
    stopsLogs: ['ConfigureLogs'],
    secret: [
      'CreateChannel',
      'DescribeChannel',
      'ListChannels',
      'RotateChannelCredentials',
      'RotateIngestEndpointCredentials',
      'UpdateChannel',
    ],
    opens: ['CreateOriginEndpoint', 'UpdateOriginEndpoint'],
  },
} satisfies Judgements;
