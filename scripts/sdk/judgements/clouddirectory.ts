import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonclouddirectory.html',
  free: {
    dataOnly: ['PutSchemaFromJson'],
    inService: ['AttachPolicy', 'DetachPolicy'],
  },
} satisfies Judgements;
