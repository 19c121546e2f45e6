import type { Judgements } from '../build/judged.ts';

export default {
  page: {
    lexmodelsv2: 'https://docs.aws.amazon.com/lexv2/latest/APIReference/',
    lexmodelbuildingservice: 'https://docs.aws.amazon.com/lex/latest/dg/',
  },
  always: {
    resourcePolicy: [
      'CreateResourcePolicy',
      'CreateResourcePolicyStatement',
      'DeleteResourcePolicy',
      'DeleteResourcePolicyStatement',
      'UpdateResourcePolicy',
    ],
  },
  recheck: {
    code: ['PutBot', 'PutBotAlias', 'PutIntent', 'StartImport', 'UpdateBotAlias'],
    otherRoles: ['CreateIntent', 'UpdateIntent'],
    secret: ['CreateUploadUrl'],
  },
  free: {
    dataOnly: [
      'CreateSlot',
      'StartBotRecommendation',
      'StartBotResourceGeneration',
      'UpdateBotLocale',
      'UpdateBotRecommendation',
      'UpdateSlot',
    ],
    namesOnly: ['CreateBotAlias'],
    ownData: ['DescribeExport', 'PutSession'],
    passRole: ['UpdateBot'],
    startsOthers: ['StartBotAnalyzer', 'StartTestExecution'],
  },
} satisfies Judgements;
