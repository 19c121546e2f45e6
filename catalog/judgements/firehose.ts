import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/firehose/latest/APIReference/',
  recheck: {
    otherRoles: ['UpdateDestination'],
  },
  free: {
    passRole: ['CreateDeliveryStream'],
  },
} satisfies Judgements;
