import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisvideostreams.html',
  recheck: {
    secret: ['GetDASHStreamingSessionURL', 'GetHLSStreamingSessionURL', 'GetIceServerConfig'],
  },
} satisfies Judgements;
