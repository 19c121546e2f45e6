import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/waf/latest/APIReference/',
  recheck: {
    secret: ['CreateAPIKey', 'ListAPIKeys'],
    opens: ['UpdateRuleGroup', 'UpdateWebACL'],
    stopsLogs: ['DeleteLoggingConfiguration', 'PutLoggingConfiguration'],
  },
  free: {
    network: ['CreateRuleGroup', 'CreateWebACL', 'PutManagedRuleSetVersions', 'UpdateManagedRuleSetVersionExpiryDate'],
    readsOnly: ['GetDecryptedAPIKey'],
  },
} satisfies Judgements;
