import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/appstream2/latest/APIReference/',
  always: {
    resourcePolicy: ['UpdateImagePermissions'],
  },
  recheck: {
    code: ['UpdateApplication', 'UpdateFleet'],
    signIn: ['CreateAppBlockBuilderStreamingURL', 'CreateImageBuilderStreamingURL', 'CreateStreamingURL'],
    directory: [
      'AssociateApplicationToEntitlement',
      'BatchAssociateUserStack',
      'BatchDisassociateUserStack',
      'CreateDirectoryConfig',
      'CreateUser',
      'DeleteDirectoryConfig',
      'DeleteUser',
      'DisableUser',
      'EnableUser',
      'UpdateDirectoryConfig',
      'UpdateImageBuilder',
    ],
    access: ['UpdateStack'],
  },
  free: {
    startsOthers: ['AssociateAppBlockBuilderAppBlock', 'AssociateApplicationFleet'],
    dataOnly: ['CreateAppBlock'],
    passRole: [
      'CreateAppBlockBuilder',
      'CreateFleet',
      'CreateImageBuilder',
      'CreateImportedImage',
      'UpdateAppBlockBuilder',
    ],
    inService: ['CreateStack'],
    operates: ['StartAppBlockBuilder', 'StartSoftwareDeploymentToImageBuilder'],
  },
} satisfies Judgements;
