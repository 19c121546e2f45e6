import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/devopsagent/latest/APIReference/',
  recheck: {
    secret: ['AssociateService', 'CreateAccessToken', 'GetAccessToken', 'RotateAccessToken', 'UpdateAssociation'],
    signIn: ['CreateOneTimeLoginSession'],
    directory: ['UpdateOperatorAppIdpConfig'],
    handsRole: ['RegisterService'],
    code: ['CreateAsset', 'UpdateAsset'],
    usesRole: ['CreateTrigger', 'UpdateApprovalAction'],
    otherRoles: ['UpdateAgentSpace'],
  },
  free: {
    operates: ['UpdateTrigger'],
  },
} satisfies Judgements;
