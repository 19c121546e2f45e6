import { AwsFailure } from '../aws/errors.ts';

/** What keeps a role from being fitted though no request was refused: one line that says what is wrong and what to change. */
export class RoleFailure extends Error {
  override readonly name = 'RoleFailure';
  /** True where the role may have been read too early. */
  readonly mayPass: boolean;

  constructor(message: string, { mayPass = false }: { readonly mayPass?: boolean } = {}) {
    super(message);
    this.mayPass = mayPass;
  }
}

/** True where a person is told what to change, be it by AWS or by the role as it reads. */
export function isExplained(error: unknown): error is AwsFailure | RoleFailure {
  return error instanceof AwsFailure || error instanceof RoleFailure;
}

/** True where IAM's eventual consistency may be the reason: reading the role again a little later may not fail. */
export function mayPass(error: unknown): boolean {
  return isExplained(error) && error.mayPass;
}
