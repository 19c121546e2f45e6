import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/network-firewall/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    opens: ['AssociateFirewallPolicy', 'UpdateFirewallPolicy', 'UpdateRuleGroup'],
    stopsLogs: ['UpdateLoggingConfiguration'],
  },
  free: {
    network: ['CreateFirewall', 'CreateFirewallPolicy', 'CreateRuleGroup', 'DeleteFirewallPolicy'],
  },
} satisfies Judgements;
