import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/textract/latest/APIReference/',
  free: {
    passRole: ['StartDocumentAnalysis', 'StartDocumentTextDetection', 'StartExpenseAnalysis', 'StartLendingAnalysis'],
    ownData: ['AnalyzeDocument', 'AnalyzeExpense'],
    noRole: ['StartDocumentInsights'],
    dataOnly: ['UpdateBlueprint', 'UpdateProject'],
  },
} satisfies Judgements;
