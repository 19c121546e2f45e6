import type { Context } from 'aws-lambda';

/** What a Lambda function's error is for Terraform: the provider prints the whole of it, so it has one line and no stack. */
class OneLine extends Error {
  override readonly name = 'rolefit';

  constructor(error: unknown) {
    const message = error instanceof Error ? error.message : String(error);
    super(
      message
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/[\p{Cc}\p{Cf}]/gu, '?')
        .trim(),
    );
    this.stack = '';
  }
}

/** Loading starts with the cold start; an error of it is the answer to the first request. */
const loading = import('./terraformHandler.ts');
loading.catch(() => {});

/**
 * The Lambda entry point for Terraform's `aws_lambda_invocation` with `lifecycle_scope = "CRUD"`. It is deployed as a function of
 * its own, by infra/terraform: the one that CloudFormation calls never takes such an event.
 */
export async function handler(event: unknown, context: Context): Promise<Readonly<Record<string, string | number>>> {
  try {
    const { handleInvocation } = await loading;
    return await handleInvocation(event, context);
  } catch (error) {
    console.error(JSON.stringify({ level: 'ERROR', ...details(error) }));
    throw new OneLine(error);
  }
}

function details(error: unknown): object {
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
}
