import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/awssupport/latest/APIReference/',
  recheck: {
    secret: ['AddAttachmentsToSet', 'DescribeAttachment', 'DownloadAttachment', 'UploadAttachment'],
  },
} satisfies Judgements;
