import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codecommit/latest/APIReference/',
  recheck: {
    pipeline: [
      'BatchDisassociateApprovalRuleTemplateFromRepositories',
      'CreateCommit',
      'DeleteApprovalRuleTemplate',
      'DeletePullRequestApprovalRule',
      'DisassociateApprovalRuleTemplateFromRepository',
      'MergeBranchesByFastForward',
      'MergeBranchesBySquash',
      'MergeBranchesByThreeWay',
      'MergePullRequestByFastForward',
      'MergePullRequestBySquash',
      'MergePullRequestByThreeWay',
      'OverridePullRequestApprovalRules',
      'PutFile',
      'PutRepositoryTriggers',
      'UpdateApprovalRuleTemplateContent',
      'UpdatePullRequestApprovalRuleContent',
      'UpdatePullRequestApprovalState',
    ],
  },
  free: {
    dataOnly: ['CreateApprovalRuleTemplate'],
    takesAway: [
      'AssociateApprovalRuleTemplateWithRepository',
      'BatchAssociateApprovalRuleTemplateWithRepositories',
      'CreatePullRequestApprovalRule',
    ],
    operates: ['UpdateApprovalRuleTemplateDescription', 'UpdateApprovalRuleTemplateName'],
    startsOthers: ['TestRepositoryTriggers'],
  },
} satisfies Judgements;
