import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/fsx/latest/APIReference/',
  recheck: {
    directory: ['UpdateFileSystem'],
    opens: ['CreateAndAttachS3AccessPoint', 'UpdateSharedVpcConfiguration', 'UpdateVolume'],
  },
  free: {
    masked: [
      'CopyBackup',
      'CopySnapshotAndUpdateVolume',
      'CreateBackup',
      'CreateFileSystem',
      'CreateFileSystemFromBackup',
      'CreateSnapshot',
      'CreateVolume',
      'CreateVolumeFromBackup',
      'DescribeBackups',
      'DescribeFileSystems',
      'DescribeSnapshots',
      'DescribeVolumes',
      'ReleaseFileSystemNfsV3Locks',
      'RestoreVolumeFromSnapshot',
      'StartMisconfiguredStateRecovery',
      'UpdateSnapshot',
    ],
    operates: ['CreateStorageVirtualMachine'],
  },
} satisfies Judgements;
