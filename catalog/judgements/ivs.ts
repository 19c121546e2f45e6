import type { Judgements } from '../build/judged.ts';

export default {
  page: {
    ivs: 'https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/',
    ivsrealtime: 'https://docs.aws.amazon.com/ivs/latest/RealTimeAPIReference/',
  },
  recheck: {
    secret: ['CreateChannel', 'CreateParticipantToken', 'CreateStage'],
    opens: ['DeletePlaybackRestrictionPolicy', 'UpdateChannel', 'UpdatePlaybackRestrictionPolicy'],
    directory: ['ImportPublicKey'],
  },
  free: {
    readsOnly: ['GetPublicKey'],
    namesOnly: ['CreatePlaybackRestrictionPolicy'],
  },
} satisfies Judgements;
