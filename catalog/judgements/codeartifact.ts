import type { Judgements } from '../build/judged.ts';

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
