import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/workspaces/latest/api/',
  recheck: {
    opens: ['AcceptAccountLinkInvitation', 'AuthorizeIpRules', 'CreateAccountLinkInvitation', 'UpdateRulesOfIpGroup'],
    directory: ['ModifyCertificateBasedAuthProperties', 'ModifySamlProperties'],
    access: ['ModifyStreamingProperties'],
    handsRole: ['ModifyWorkspaceCreationProperties'],
    code: ['UpdateWorkspaceBundle'],
  },
  free: {
    network: ['AssociateConnectionAlias', 'CreateConnectionAlias'],
    dataOnly: ['CreateWorkspaceBundle'],
    readsOnly: ['DescribeConnectionAliases', 'DescribeWorkspaceDirectories'],
    operates: [
      'AssociateWorkspaceApplication',
      'CreateWorkspaces',
      'DeployWorkspaceApplications',
      'ModifyWorkspaceProperties',
    ],
  },
} satisfies Judgements;
