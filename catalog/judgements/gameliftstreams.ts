import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/gameliftstreams/latest/apireference/',
  recheck: {
    code: ['StartStreamSession'],
    instanceShell: ['CreateStreamSessionAdminShell'],
    otherRoles: ['UpdateApplication'],
    signIn: ['CreateStreamSessionConnection', 'CreateStreamUrl', 'GetStreamUrl', 'ListStreamUrls'],
  },
  free: {
    operates: ['AssociateApplications'],
  },
} satisfies Judgements;
