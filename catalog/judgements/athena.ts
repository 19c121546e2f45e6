import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/athena/latest/APIReference/',
  recheck: {
    notebook: ['CreatePresignedNotebookUrl'],
    notebookCommands: ['UpdateNotebook'],
    secret: ['GetSessionEndpoint'],
    code: ['StartCalculationExecution', 'UpdateNamedQuery', 'UpdatePreparedStatement'],
    otherRoles: ['UpdateWorkGroup'],
  },
  free: {
    passRole: ['CreateWorkGroup', 'StartSession'],
    callersRights: ['StartQueryExecution'],
    dataOnly: ['ImportNotebook'],
    operates: ['UpdateNotebookMetadata'],
  },
} satisfies Judgements;
