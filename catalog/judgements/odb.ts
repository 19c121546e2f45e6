import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/odb/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    handsRole: ['AssociateIamRoleToResource'],
    secret: ['CreateAutonomousDatabaseWallet'],
    opens: ['CreateGrantShare', 'UpdateGrantShare', 'UpdateOdbNetwork'],
    directory: ['UpdateAutonomousDatabase'],
  },
  free: {
    passRole: ['CreateAutonomousDatabase'],
    network: ['CreateOdbNetwork'],
    masked: ['GetAutonomousDatabase', 'ListAutonomousDatabaseClones', 'ListAutonomousDatabases'],
  },
} satisfies Judgements;
