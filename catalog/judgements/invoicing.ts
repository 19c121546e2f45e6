import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsinvoicingservice.html',
  recheck: {
    secret: ['GetProcurementPortalPreference'],
  },
  free: {
    dataOnly: ['CreateInvoiceUnit', 'UpdateInvoiceUnit'],
  },
} satisfies Judgements;
