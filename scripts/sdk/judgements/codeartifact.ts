import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codeartifact/latest/APIReference/',
  always: {
    resourcePolicy: ['PutDomainPermissionsPolicy', 'PutRepositoryPermissionsPolicy'],
  },
  recheck: {
    secret: ['GetAuthorizationToken'],
    code: ['PublishPackageVersion', 'PutPackageOriginConfiguration'],
  },
} satisfies Judgements;
