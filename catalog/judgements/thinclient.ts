import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/workspaces-thin-client/latest/api/',
  recheck: {
    secret: ['CreateEnvironment', 'GetEnvironment', 'ListEnvironments', 'UpdateEnvironment'],
  },
} satisfies Judgements;
