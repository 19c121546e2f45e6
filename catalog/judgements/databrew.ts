import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/databrew/latest/dg/',
  recheck: {
    code: ['PublishRecipe', 'SendProjectSessionAction', 'UpdateRecipe'],
    otherRoles: ['UpdateProfileJob', 'UpdateProject', 'UpdateRecipeJob'],
  },
  free: {
    dataOnly: ['CreateRecipe'],
    startsOthers: ['CreateSchedule', 'StartJobRun', 'StartProjectSession'],
    operates: ['UpdateSchedule'],
  },
} satisfies Judgements;
