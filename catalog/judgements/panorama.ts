import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/panorama/latest/api/',
  free: {
    passRole: ['CreateApplicationInstance'],
    dataOnly: ['CreateNodeFromTemplateJob', 'CreatePackageImportJob'],
    operates: ['CreateJobForDevices', 'SignalApplicationInstanceNodeInstances'],
  },
} satisfies Judgements;
