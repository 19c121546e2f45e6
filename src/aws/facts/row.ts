import type { FactName, ResourceFacts } from '../../facts/fact.ts';
import type { UnreadFact } from '../../facts/lookUp.ts';
import type { Arn } from '../../iam/arn.ts';
import type { LookUpAction } from './requests.ts';
import type { Session } from './session.ts';

/** One kind of resource: what AWS is asked about it. */
export interface LookUpRow {
  /** The AWS page of the request that has the facts. */
  readonly page: string;
  /** The service of the ARN. */
  readonly service: string;
  /** The resource part of the ARN; the group `name` is how requests name it. */
  readonly resource: RegExp;
  readonly facts: readonly FactName[];
  /** The IAM action of the request that has the facts. */
  readonly action: LookUpAction;
  /** The request has a name and no account, so it finds resources of the credentials' account only. */
  readonly ownAccountOnly?: boolean;
  /** Loads the service's client, which is large. */
  readonly load: () => Promise<FactReader>;
}

/** The resource that a question is about. */
export interface AskedResource {
  /** Without placeholders or wildcards. An ARN has no Region or account where the service has none in its ARNs. */
  readonly arn: Arn;
  /** The same as text. */
  readonly text: string;
  readonly name: string;
  /** True if the policy's ARN goes on after it, such as with the six characters of a secret. */
  readonly isShortened: boolean;
  readonly isOwn: boolean;
}

export interface ReadFacts {
  readonly facts: ResourceFacts;
  /** Of the key that was read, if AWS does not say who manages it. */
  readonly unread: readonly UnreadFact[];
}

/** Rejects with RequestFailure. */
export type FactReader = (asked: AskedResource, session: Session) => Promise<ReadFacts>;
