import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssignin.html',
  always: {
    access: ['CreateTrustedIdentityPropagationApplicationForConsole', 'PutConsoleAuthorizationConfiguration'],
    resourcePolicy: ['PutResourcePermissionStatement'],
  },
  recheck: {
    signIn: ['AuthorizeOAuth2Access'],
    secret: ['CreateBearerToken', 'CreateOAuth2Token'],
  },
  free: {
    readsOnly: ['IntrospectOAuth2Token'],
    takesAway: ['BatchRevokeSessions'],
  },
} satisfies Judgements;
