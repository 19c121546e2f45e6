import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amplify/latest/APIReference/',
  recheck: {
    code: ['StartDeployment'],
    projectCommands: ['UpdateApp', 'UpdateBranch'],
    projectCommandsPossible: ['CreateBranch'],
    secret: ['CreateDeployment', 'CreateWebHook', 'GenerateAccessLogs', 'UpdateWebHook'],
    stackDeletes: ['DeleteApp', 'DeleteBackendEnvironment', 'DeleteBranch'],
    stopsThreatsPossible: ['AssociateWebACL', 'DisassociateWebACL'],
  },
  free: {
    namesOnly: ['CreateBackendEnvironment'],
    operates: ['StopJob'],
    passRole: ['CreateApp', 'CreateDomainAssociation', 'UpdateDomainAssociation'],
    startsOthers: ['StartJob'],
    takesAway: ['DeleteDomainAssociation', 'DeleteJob', 'DeleteWebHook'],
  },
} satisfies Judgements;
