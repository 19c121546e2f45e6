import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/license-manager/latest/APIReference/',
  recheck: {
    opens: ['AcceptGrant', 'CreateGrant', 'CreateGrantVersion'],
    secret: ['CreateToken', 'GetAccessToken'],
  },
  free: {
    dataOnly: ['CreateLicenseAssetRuleset', 'UpdateLicenseAssetRuleset'],
    takesAway: ['DeleteGrant', 'RejectGrant'],
    masked: ['ListTokens'],
  },
} satisfies Judgements;
