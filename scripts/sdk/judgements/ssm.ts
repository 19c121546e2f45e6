import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/',
  recheck: {
    instanceCommands: ['CreateAssociation', 'CreateAssociationBatch', 'SendCommand', 'UpdateAssociation'],
    instanceShell: ['ResumeSession', 'StartSession'],
    document: ['StartAutomationExecution'],
  },
} satisfies Judgements;
