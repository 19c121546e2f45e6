import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloud9/latest/APIReference/',
  recheck: {
    directory: ['CreateEnvironmentMembership', 'UpdateEnvironmentMembership'],
    signIn: ['CreateEnvironmentToken'],
    credentials: ['ModifyTemporaryCredentialsOnEnvironmentEC2'],
  },
  free: {
    namesOnly: ['CreateEnvironmentSSH'],
    dataOnly: ['UpdateMembershipSettings', 'UpdateUserSettings'],
  },
} satisfies Judgements;
