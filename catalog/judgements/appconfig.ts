import type { Judgements } from '../build/judged.ts';

export default {
  page: { appconfig: 'https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/' },
  recheck: {
    otherRoles: ['UpdateExtension'],
    stopsAlarms: ['UpdateEnvironment'],
  },
  free: {
    passRole: ['CreateConfigurationProfile', 'CreateEnvironment', 'CreateExtension', 'UpdateConfigurationProfile'],
    startsOthers: ['CreateExtensionAssociation', 'StartDeployment', 'StartExperimentRun'],
    operates: ['UpdateExperimentRun'],
    ownData: ['StartConfigurationSession'],
    dataOnly: [
      'CreateDeploymentStrategy',
      'UpdateApplication',
      'UpdateDeploymentStrategy',
      'UpdateExperimentDefinition',
      'UpdateExtensionAssociation',
    ],
  },
} satisfies Judgements;
