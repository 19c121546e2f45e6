import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/securityagent/latest/APIReference/',
  recheck: {
    usesRole: ['CreateCodeReview', 'CreatePentest'],
    otherRoles: ['UpdateAgentSpace', 'UpdateApplication', 'UpdateCodeReview', 'UpdatePentest', 'UpdateThreatModel'],
    directory: ['CreateMembership'],
    signIn: ['CreateOneTimeLoginSession'],
    stopsAlarms: ['UpdateFinding'],
    secret: ['UpdateIntegration'],
  },
  free: {
    passRole: ['CreateAgentSpace', 'CreateApplication'],
    startsOthers: ['StartCodeRemediation', 'StartCodeReviewJob', 'StartPentestJob', 'StartThreatModelJob'],
    ownToken: ['CreateTargetDomain', 'UpdateTargetDomain'],
    readsOnly: ['BatchGetTargetDomains'],
    namesOnly: ['CreateIntegration'],
    dataOnly: ['ImportSecurityRequirements'],
    ownData: ['CreateThreat', 'UpdateThreat'],
    operates: ['ResumePentestJob'],
  },
} satisfies Judgements;
