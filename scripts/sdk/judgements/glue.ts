import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/glue/latest/webapi/',
  recheck: {
    endpointShell: ['UpdateDevEndpoint'],
  },
  free: {
    startsOthers: ['StartJobRun'],
  },
} satisfies Judgements;
