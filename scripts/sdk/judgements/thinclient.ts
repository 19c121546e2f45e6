import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/workspaces-thin-client/latest/api/',
  recheck: {
    secret: ['CreateEnvironment', 'GetEnvironment', 'ListEnvironments', 'UpdateEnvironment'],
  },
} satisfies Judgements;
