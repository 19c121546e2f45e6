import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/gamelift/latest/apireference/',
  recheck: {
    credentials: ['CreateBuild', 'GetComputeAccess', 'GetInstanceAccess', 'RequestUploadCredentials'],
    secret: ['GetComputeAuthToken', 'GetGameSessionLogUrl'],
    opens: ['CreateContainerFleet', 'CreateFleet', 'CreateVpcPeeringAuthorization', 'UpdateFleetPortSettings'],
    code: ['UpdateContainerFleet', 'UpdateContainerGroupDefinition', 'UpdateRuntimeConfiguration', 'UpdateScript'],
    otherRoles: ['UpdateGameServerGroup'],
  },
  free: {
    passRole: ['CreateScript'],
    noRole: ['CreateContainerGroupDefinition'],
    takesAway: ['DeleteScript'],
    namesOnly: ['CreateAlias', 'UpdateAlias'],
    operates: [
      'CreateGameSession',
      'CreateGameSessionQueue',
      'CreateMatchmakingRuleSet',
      'CreatePlayerSession',
      'CreatePlayerSessions',
      'StartFleetActions',
      'StartGameSessionPlacement',
      'UpdateBuild',
      'UpdateGameSession',
      'UpdateGameSessionQueue',
    ],
  },
} satisfies Judgements;
