import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/storagegateway/latest/APIReference/',
  recheck: {
    opens: ['CreateNFSFileShare', 'CreateSMBFileShare', 'UpdateNFSFileShare', 'UpdateSMBFileShare'],
    directory: ['SetLocalConsolePassword', 'SetSMBGuestPassword'],
    stopsLogs: ['UpdateFileSystemAssociation'],
  },
  free: {
    inService: ['UpdateSMBFileShareVisibility'],
    operates: [
      'AttachVolume',
      'DeleteAutomaticTapeCreationPolicy',
      'UpdateAutomaticTapeCreationPolicy',
      'UpdateBandwidthRateLimitSchedule',
      'UpdateSnapshotSchedule',
    ],
  },
} satisfies Judgements;
