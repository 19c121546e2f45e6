import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { answer } from './answer.ts';

/**
 * Loading starts with the cold start. The first request answers with an error of it, or its stack would wait for
 * hours.
 */
const loading = import('./handler.ts');
loading.catch(() => {});

/** The Lambda entry point of the custom resource `Custom::StateMachineRolePolicy`. */
export async function handler(event: CloudFormationCustomResourceEvent, context: Context): Promise<void> {
  let handle: Awaited<typeof loading>['handle'];
  try {
    handle = (await loading).handle;
  } catch (error) {
    await answer(event, context, { failure: error });
    return;
  }
  await handle(event, context);
}
