import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/devopsagent/latest/APIReference/',
  recheck: {
    secret: ['AssociateService', 'CreateAccessToken', 'GetAccessToken', 'RotateAccessToken', 'UpdateAssociation'],
    signIn: ['CreateOneTimeLoginSession'],
    directory: ['UpdateOperatorAppIdpConfig'],
    code: ['CreateAsset', 'UpdateAsset'],
    usesRole: ['CreateTrigger', 'RegisterService', 'UpdateApprovalAction'],
    otherRoles: ['UpdateAgentSpace'],
  },
  free: {
    operates: ['UpdateTrigger'],
  },
} satisfies Judgements;
