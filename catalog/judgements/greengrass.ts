import type { Judgements } from '../build/judged.ts';

export default {
  page: { greengrassv2: 'https://docs.aws.amazon.com/greengrass/v2/APIReference/' },
  recheck: {
    code: ['CreateComponentVersion', 'CreateDeployment'],
    handsRole: ['AssociateRoleToGroup'],
    handsRoleUnasked: ['CreateSoftwareUpdateJob'],
    secret: ['GetComponentVersionArtifact'],
  },
  free: {
    dataOnly: [
      'CreateFunctionDefinition',
      'CreateFunctionDefinitionVersion',
      'CreateResourceDefinition',
      'CreateResourceDefinitionVersion',
      'UpdateConnectorDefinition',
      'UpdateFunctionDefinition',
    ],
    notAWatch: ['UpdateThingRuntimeConfiguration'],
    operates: ['ResetDeployments'],
  },
} satisfies Judgements;
