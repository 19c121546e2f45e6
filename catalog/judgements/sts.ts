import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/',
  recheck: {
    credentials: ['GetDelegatedAccessToken', 'GetFederationToken', 'GetScopedCredentials', 'GetSessionToken'],
    secret: ['GetServiceBearerToken', 'GetWebIdentityToken'],
    tells: ['DecodeAuthorizationMessage'],
    usesRole: ['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'],
    usesRoot: ['AssumeRoot'],
  },
  free: {
    readsOnly: ['GetAccessKeyInfo'],
  },
} satisfies Judgements;
