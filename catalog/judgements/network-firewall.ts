import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/network-firewall/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    opens: ['AssociateFirewallPolicy', 'UpdateFirewallPolicy', 'UpdateFirewallPolicyV2', 'UpdateRuleGroup'],
    stopsLogs: ['UpdateLoggingConfiguration'],
  },
  free: {
    network: [
      'CreateFirewall',
      'CreateFirewallPolicy',
      'CreateFirewallPolicyV2',
      'CreateRuleGroup',
      'DeleteFirewallPolicy',
    ],
  },
} satisfies Judgements;
