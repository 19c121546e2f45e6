import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/',
  recheck: {
    access: ['SetPrincipalTagAttributeMap'],
    credentials: ['GetCredentialsForIdentity'],
    directory: ['CreateIdentityPool', 'DeleteIdentityPool', 'UpdateIdentityPool'],
    givesRoles: ['SetIdentityPoolRoles'],
    secret: ['GetOpenIdToken', 'GetOpenIdTokenForDeveloperIdentity'],
  },
} satisfies Judgements;
