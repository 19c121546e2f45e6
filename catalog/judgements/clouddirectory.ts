import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/clouddirectory/latest/APIReference/',
  free: {
    dataOnly: ['PutSchemaFromJson'],
    inService: ['AttachPolicy', 'DetachPolicy'],
  },
} satisfies Judgements;
