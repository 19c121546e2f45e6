import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/kendra/latest/APIReference/',
  recheck: {
    opens: ['UpdateAccessControlConfiguration'],
    directory: ['PutPrincipalMapping', 'UpdateIndex'],
    otherRoles: ['UpdateDataSource', 'UpdateExperience', 'UpdateQuerySuggestionsBlockList', 'UpdateThesaurus'],
  },
  free: {
    passRole: ['BatchPutDocument', 'CreateDataSource', 'CreateExperience'],
    startsOthers: ['StartDataSourceSyncJob'],
    inService: ['CreateAccessControlConfiguration'],
    dataOnly: ['UpdateQuerySuggestionsConfig'],
    masked: ['DescribeDataSource'],
  },
} satisfies Judgements;
