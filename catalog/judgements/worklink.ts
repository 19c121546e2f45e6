import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonworklink.html',
  recheck: {
    access: ['AssociateWebsiteAuthorizationProvider', 'UpdateDevicePolicyConfiguration'],
    stopsLogs: ['UpdateAuditStreamConfiguration'],
    directory: ['UpdateIdentityProviderConfiguration'],
  },
} satisfies Judgements;
