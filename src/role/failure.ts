import { AwsFailure } from '../aws/errors.ts';

/** The role cannot be fitted although no request was refused: one line that says what is wrong and what to change. */
export class RoleFailure extends Error {
  override readonly name = 'RoleFailure';
  /** True if the read may have been stale. */
  readonly mayPass: boolean;

  constructor(message: string, { mayPass = false }: { readonly mayPass?: boolean } = {}) {
    super(message);
    this.mayPass = mayPass;
  }
}

/** True for errors whose message says what to change. */
export function isExplained(error: unknown): error is AwsFailure | RoleFailure {
  return error instanceof AwsFailure || error instanceof RoleFailure;
}

/** True if IAM's eventual consistency may be the reason: reading the role again a little later may succeed. */
export function mayPass(error: unknown): boolean {
  return isExplained(error) && error.mayPass;
}
