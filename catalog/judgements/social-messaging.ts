import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/social-messaging/latest/APIReference/',
  recheck: {
    secret: ['ListWhatsAppFlowAssets'],
    opens: ['PutWhatsAppBusinessAccountEventDestinations', 'PutWhatsAppBusinessPublicKey'],
  },
  free: {
    passRole: ['AssociateWhatsAppBusinessAccount'],
    dataOnly: [
      'CreateWhatsAppDataset',
      'CreateWhatsAppFlow',
      'CreateWhatsAppMessageTemplate',
      'CreateWhatsAppMessageTemplateFromLibrary',
      'CreateWhatsAppMessageTemplateMedia',
      'PublishWhatsAppFlow',
      'UpdateWhatsAppFlow',
      'UpdateWhatsAppFlowAssets',
      'UpdateWhatsAppMessageTemplate',
    ],
    ownData: ['SendWhatsAppCallEvent', 'SendWhatsAppConversionEvent', 'SendWhatsAppMessage'],
    inService: ['UpdateLinkedWhatsAppBusinessAccountPhoneNumber'],
  },
} satisfies Judgements;
