import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/datasync/latest/userguide/',
  recheck: {
    usesRole: ['CreateTask'],
    otherRoles: [
      'UpdateLocationAzureBlob',
      'UpdateLocationEfs',
      'UpdateLocationFsxOntap',
      'UpdateLocationFsxOpenZfs',
      'UpdateLocationFsxWindows',
      'UpdateLocationHdfs',
      'UpdateLocationObjectStorage',
      'UpdateLocationS3',
      'UpdateLocationSmb',
      'UpdateTask',
    ],
    secret: ['DescribeLocationFsxOntap', 'DescribeLocationFsxOpenZfs'],
  },
  free: {
    passRole: [
      'CreateLocationAzureBlob',
      'CreateLocationEfs',
      'CreateLocationFsxOntap',
      'CreateLocationFsxOpenZfs',
      'CreateLocationFsxWindows',
      'CreateLocationHdfs',
      'CreateLocationObjectStorage',
      'CreateLocationSmb',
    ],
    startsOthers: ['StartTaskExecution'],
    masked: ['DescribeLocationObjectStorage'],
    operates: ['UpdateAgent', 'UpdateTaskExecution'],
  },
} satisfies Judgements;
