import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_claudeplatformonaws.html',
  recheck: {
    signIn: ['AssumeConsole'],
  },
  free: {
    noGrant: ['CallWithBearerToken'],
    ownData: ['CountTokens'],
  },
} satisfies Judgements;
