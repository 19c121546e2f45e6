import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/directoryservicedata/latest/DirectoryServiceDataAPIReference/',
  recheck: {
    directory: [
      'AddGroupMember',
      'CreateGroup',
      'CreateUser',
      'DeleteGroup',
      'DeleteUser',
      'DisableUser',
      'RemoveGroupMember',
      'UpdateGroup',
      'UpdateUser',
    ],
  },
} satisfies Judgements;
