/** What the hook is measured against: its two SDK clients and nothing else. */
import { IAMClient } from '@aws-sdk/client-iam';
import { SFNClient } from '@aws-sdk/client-sfn';

export const clients = [new IAMClient(), new SFNClient()];
