import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/clouddirectory/latest/APIReference/',
  free: {
    inService: ['AttachPolicy', 'DetachPolicy'],
    dataOnly: ['PutSchemaFromJson'],
  },
} satisfies Judgements;
