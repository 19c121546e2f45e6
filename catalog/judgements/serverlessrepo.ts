import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsserverlessapplicationrepository.html',
  always: {
    resourcePolicy: ['PutApplicationPolicy'],
  },
  recheck: {
    stackChanges: ['CreateCloudFormationChangeSet'],
    code: ['CreateApplicationVersion'],
  },
  free: {
    dataOnly: ['CreateApplication', 'CreateCloudFormationTemplate', 'UpdateApplication'],
    takesAway: ['DeleteApplication', 'UnshareApplication'],
  },
} satisfies Judgements;
