import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/prometheus/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
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
    passRole: ['CreateScraper'],
    dataOnly: ['CreateRuleGroupsNamespace', 'UpdateWorkspaceAlias'],
  },
} satisfies Judgements;
