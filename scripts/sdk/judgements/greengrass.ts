import type { Judgements } from '../judged.ts';

export default {
  page: {
    greengrass: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiotgreengrass.html',
    greengrassv2: 'https://docs.aws.amazon.com/greengrass/v2/APIReference/',
  },
  recheck: {
    otherRoles: ['AssociateRoleToGroup'],
    code: ['CreateComponentVersion', 'CreateDeployment'],
    secret: ['GetComponentVersionArtifact'],
    handsRoleUnasked: ['CreateSoftwareUpdateJob'],
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
    operates: ['ResetDeployments'],
    notAWatch: ['UpdateThingRuntimeConfiguration'],
  },
} satisfies Judgements;
