import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/prometheus/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    handsRole: ['CreateScraper'],
    otherRoles: ['UpdateScraper'],
    stopsLogs: [
      'DeleteLoggingConfiguration',
      'DeleteQueryLoggingConfiguration',
      'DeleteScraperLoggingConfiguration',
      'UpdateLoggingConfiguration',
      'UpdateQueryLoggingConfiguration',
      'UpdateScraperLoggingConfiguration',
    ],
    stopsAlarms: ['PutRuleGroupsNamespace'],
  },
  free: {
    dataOnly: ['CreateRuleGroupsNamespace', 'UpdateWorkspaceAlias'],
  },
} satisfies Judgements;
