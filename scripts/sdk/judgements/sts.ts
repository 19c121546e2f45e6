import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/',
  recheck: {
    usesRole: ['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'],
    usesRoot: ['AssumeRoot'],
  },
} satisfies Judgements;
