import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerunifiedstudiomcp.html',
  free: {
    noGrant: ['AuthorizeVpce'],
  },
} satisfies Judgements;
