import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/emr/latest/APIReference/',
  recheck: {
    credentials: ['GetClusterSessionCredentials'],
    givesRoles: ['CreateStudioSessionMapping', 'UpdateStudioSessionMapping'],
    handsRoleUnasked: ['StartSession'],
    instanceCommands: ['AddJobFlowSteps'],
    instanceCommandsPossible: ['AddInstanceFleet', 'AddInstanceGroups', 'ModifyInstanceFleet', 'ModifyInstanceGroups'],
    notebook: ['CreateStudioPresignedUrl', 'OpenEditorInConsole'],
    otherRoles: ['UpdateStudio'],
    secret: ['GetSessionEndpoint'],
    signIn: ['GetOnClusterAppUIPresignedURL', 'GetPersistentAppUIPresignedURL'],
  },
  free: {
    noGrant: ['ViewEventsFromAllClustersInConsole'],
    operates: [
      'CreatePersistentAppUI',
      'PutAutoTerminationPolicy',
      'RemoveAutoTerminationPolicy',
      'SetKeepJobFlowAliveWhenNoSteps',
    ],
    ownData: ['DescribeCluster'],
    passRole: ['RunJobFlow'],
  },
} satisfies Judgements;
