import { type DeployedStack, deployed } from '../support/deployed.ts';
import { applies, isAllowed, type Request } from '../support/iam.ts';
import { Refusal } from './refusal.ts';

/** The tests' own clients have this access key, and every permission. */
export const ADMINISTRATOR = 'administrator';

/** What a service says to who lacks a permission: the error's code, and its status. */
const DENIED: Readonly<Record<string, readonly [code: string, status: number]>> = {
  states: ['AccessDeniedException', 400],
  sns: ['AuthorizationError', 403],
};

/**
 * IAM, as it judges each request of rolefit's functions by the policies that template.yaml gives their roles. A function's
 * access key is its logical ID.
 */
export class Permissions {
  #stack: DeployedStack = deployed({ DefinitionBucketName: 'code' });
  #refused: string[] = [];
  /** Each `role: statement action` that a request has needed. */
  readonly used = new Set<string>();

  /** Deploys another stack. */
  deploy(stack: DeployedStack): DeployedStack {
    this.#stack = stack;
    return stack;
  }

  /** Throws Refusal, as the service does, where one of the permissions is missing. */
  check(service: string, caller: string, asked: readonly Request[]): void {
    if (caller === ADMINISTRATOR) return;
    const { role, statements } = this.#identity(caller);
    for (const request of asked) {
      const { action, resource } = request;
      if (isAllowed({ Statement: statements }, request)) {
        this.used.add(`${role}: ${statements.find((one) => applies(one, request))?.Sid} ${action}`);
        continue;
      }
      this.#refused.push(`${role}: ${action} on ${resource}`);
      const [code, status] = DENIED[service] ?? ['AccessDenied', 403];
      const message = `${role} is not authorized to perform: ${action} on resource: ${resource}`;
      // https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html#API_DescribeStateMachine_Errors
      const noKey = service === 'states' && action.startsWith('kms:');
      throw new Refusal(noKey ? 'KmsAccessDeniedException' : code, message, status);
    }
  }

  /** Whether a caller has a permission; nothing is recorded. */
  allows(caller: string, request: Request): boolean {
    return caller === ADMINISTRATOR || isAllowed({ Statement: this.#identity(caller).statements }, request);
  }

  /** What was refused since it was last asked: a test that expects that says so. */
  takeRefused(): readonly string[] {
    const refused = this.#refused;
    this.#refused = [];
    return refused;
  }

  #identity(caller: string) {
    const role = this.#stack.functions.get(caller)?.role;
    const policy = role === undefined ? undefined : this.#stack.policies.get(role);
    if (role === undefined || !policy) {
      throw new Refusal('InvalidClientTokenId', `the access key ${caller} is of no function of the stack`, 403);
    }
    return { role, statements: policy.Statement };
  }
}
