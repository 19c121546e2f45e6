import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_alexaforbusiness.html',
  recheck: {
    access: ['PutSkillAuthorization'],
    directory: ['SendInvitation'],
  },
  free: {
    dataOnly: ['PutInvitationConfiguration'],
  },
} satisfies Judgements;
