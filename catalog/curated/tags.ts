import type { ResourcePattern } from '../../src/sdk/pattern.ts';
import { arnPattern, name } from './write.ts';

/** What tags a resource that is made where it is not the action that the names suggest: service → operation → actions. */
export const TAGGED_WITH: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // 'The kinesis:TagResource permission won't work to tag streams on creation':
  // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html
  kinesis: { CreateStream: ['AddTagsToStream'] },
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_logs.html
  cloudwatchlogs: { CreateLogGroup: ['TagLogGroup', 'TagResource'] },
};

/** What is tagged where no name tells: service → operation → resources. */
export const TAGGED_ON: Readonly<Record<string, Readonly<Record<string, readonly ResourcePattern[]>>>> = {
};
