import type { Judgements } from '../build/judged.ts';

export default {
  page: {
    s3: 'https://docs.aws.amazon.com/AmazonS3/latest/API/',
    s3control: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html',
  },
  recheck: {
    credentials: ['GetDataAccess'],
    stopsLogs: ['PutBucketLogging', 'PutLifecycleConfiguration'],
    opens: ['PutBucketNotification', 'PutReplicationConfiguration'],
    otherRoles: ['UpdateBucketMetadataAnnotationTableConfiguration'],
  },
  free: {
    callersRights: ['CreateAccessPoint', 'CreateMultiRegionAccessPoint'],
    passRole: ['CreateBucketMetadataTableConfiguration', 'CreateJob'],
    ownData: ['CreateBucket', 'PutObject', 'RestoreObject'],
    operates: ['PutJobTagging', 'UpdateJobPriority'],
    startsOthers: ['UpdateJobStatus'],
  },
} satisfies Judgements;
