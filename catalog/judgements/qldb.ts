import type { Judgements } from '../build/judged.ts';

export default {
  page: { qldb: 'https://docs.aws.amazon.com/qldb/latest/developerguide/' },
  always: {
    access: ['UpdateLedgerPermissionsMode'],
  },
  free: {
    inService: ['CreateLedger'],
    ownData: ['SendCommand'],
  },
} satisfies Judgements;
