import { own } from '../own.ts';

/** AWS's error codes: what each means and what to do about it. */

/**
 * What an error means for a request:
 *
 * - `denied`: the caller may not make it; `noKey`: the caller may not use the key of what it reads;
 * - `absent`: what it names does not exist; `exists`: what it would make does already;
 * - `refused`: the service does not do it as it was asked: a quota, a conflict, a malformed document;
 * - `noCredentials`: it was never sent; `other`: anything else, such as a throttle that outlasted the SDK's retries.
 */
type ErrorKind = 'denied' | 'noKey' | 'absent' | 'exists' | 'refused' | 'noCredentials' | 'other';

/** A request that an AWS service refused, in one line that says what is wrong and what to change. */
export class AwsFailure extends Error {
  override readonly name = 'AwsFailure';
  /** True where IAM's eventual consistency may be the reason: a later try may succeed. */
  readonly mayPass: boolean;

  constructor(message: string, mayPass: boolean) {
    super(message);
    this.mayPass = mayPass;
  }
}

/** Translates an error into what to throw in its place. `action` is the IAM action that was tried on `resource`. */
export type Explain = (error: unknown, action: string, resource: string) => unknown;

/**
 * Translates an AWS error into an AwsFailure that tells the owner of rolefit's stack what to change; returns anything
 * else as it is.
 */
export const explainToOwner: Explain = (error, action, resource) => {
  if (!(error instanceof Error)) return error;
  const { text, mayPass = false } = meaningOf(error, action);
  return text ? new AwsFailure(text({ action, resource, message: oneLine(error.message) }), mayPass) : error;
};

/** What an error of an action such as `iam:GetRole` means. */
export function errorKind(error: unknown, action: string): ErrorKind {
  return meaningOf(error, action).kind;
}

/** An AWS error's code as IAM documents it: the SDK's `NoSuchEntityException` is `NoSuchEntity`. */
export function errorCode(error: unknown): string {
  return error instanceof Error ? error.name.replace(/Exception$/, '') : '';
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

interface FailedRequest {
  readonly action: string;
  readonly resource: string;
  readonly message: string;
}

interface ErrorMeaning {
  readonly kind: ErrorKind;
  /** See AwsFailure. */
  readonly mayPass?: boolean;
  /** The message; without it the error is thrown as it is. */
  readonly text?: (request: FailedRequest) => string;
}

type ErrorTable = Readonly<Record<string, ErrorMeaning>>;

function meaningOf(error: unknown, action: string): ErrorMeaning {
  const code = errorCode(error);
  const service = own(ERRORS, action.replace(/:.*/, ''));
  return own(service, code) ?? own(COMMON, code) ?? { kind: 'other' };
}

/** A denied request, and what allows rolefit's function to make it; see template.yaml. */
function denied(remedy: string): ErrorMeaning {
  return {
    kind: 'denied',
    text: ({ action, resource, message }) => `access denied for ${action} on ${resource}: ${remedy} (${message})`,
  };
}

/**
 * A request names a role only by its name; IAM looks up the path, tags and boundary that permissions depend on. So
 * until a new or deleted role is consistent, IAM may answer AccessDenied as well as NoSuchEntity.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html and the errors of each operation,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html (role: RoleNameWithPath)
 */
const IAM: ErrorTable = {
  AccessDenied: {
    ...denied(
      "the role must have the tag rolefit:managed = true and, where rolefit's stack sets RolePath or PermissionsBoundaryArn, that path and that permissions boundary",
    ),
    mayPass: true,
  },
  NoSuchEntity: {
    kind: 'absent',
    mayPass: true,
    text: ({ action, resource }) =>
      `${action} on ${resource}: it does not exist; make it in this stack (the custom resource refers to it) or correct its name`,
  },
  EntityAlreadyExists: { kind: 'exists' },
  UnmodifiableEntity: {
    kind: 'refused',
    text: ({ resource }) =>
      `${resource} is a role that only its AWS service may change (a service-linked role); make an execution role of your own`,
  },
  LimitExceeded: {
    kind: 'refused',
    text: ({ action, resource, message }) =>
      `${action} on ${resource}: an IAM quota is used up (${message}); remove policies from the role, or ask for a higher quota`,
  },
  MalformedPolicyDocument: {
    kind: 'refused',
    text: ({ action, resource, message }) =>
      `${action} on ${resource}: IAM refuses the policy (${message}); correct the ARNs in the definition`,
  },
  PolicyNotAttachable: {
    kind: 'refused',
    text: ({ resource, message }) => `${resource}: IAM does not attach the policy (${message})`,
  },
  DeleteConflict: {
    kind: 'refused',
    text: ({ action, resource, message }) =>
      `${action} on ${resource}: it is in use elsewhere (${message}); detach it there first`,
  },
  ConcurrentModification: {
    kind: 'refused',
    text: ({ action, resource }) =>
      `${action} on ${resource}: something else changes it at the same time; deploy again`,
  },
  ValidationError: {
    kind: 'refused',
    text: ({ action, resource, message }) => `${action} on ${resource}: IAM refuses the request (${message})`,
  },
};

/** Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html and the errors of each operation */
const STATES: ErrorTable = {
  AccessDenied: denied("rolefit's function reads state machines of its own account and Region only"),
  KmsAccessDenied: {
    kind: 'noKey',
    text: ({ action, resource, message }) =>
      `access denied for ${action} on ${resource}: give the key of the state machine to rolefit's stack as StateMachineKeyArns (${message})`,
  },
  StateMachineDoesNotExist: {
    kind: 'absent',
    text: ({ resource }) => `${resource} does not exist; correct StateMachineArn`,
  },
  ExecutionDoesNotExist: { kind: 'absent' },
  ResourceNotFound: { kind: 'absent' },
};

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const S3: ErrorTable = {
  // Without s3:ListBucket, S3 answers AccessDenied for a missing object: API_GetObject, Permissions.
  AccessDenied: denied(
    "correct DefinitionS3Location, or give the bucket to rolefit's stack as DefinitionBucketName and the KMS key of its objects as DefinitionKeyArns",
  ),
  // Not `absent`: before the first sweep an object may be missing, its bucket never is.
  NoSuchBucket: {
    kind: 'refused',
    text: ({ resource }) => `${resource}: the bucket does not exist; correct DefinitionS3Location.Bucket`,
  },
  NoSuchKey: {
    kind: 'absent',
    text: ({ resource }) => `${resource}: the object does not exist; correct DefinitionS3Location.Key`,
  },
};

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html (a stack that does not exist) */
const CLOUDFORMATION: ErrorTable = {
  AccessDenied: denied("update rolefit's stack, whose function asks whether a request is CloudFormation's own"),
  ValidationError: {
    kind: 'absent',
    text: ({ action, resource, message }) =>
      `${action} on ${resource}: CloudFormation refuses the request (${message})`,
  },
};

/** By the action's prefix. */
const ERRORS: Readonly<Record<string, ErrorTable>> = {
  iam: IAM,
  states: STATES,
  s3: S3,
  cloudformation: CLOUDFORMATION,
};

/** Errors of any service, and of the SDK before it sends a request. */
const COMMON: ErrorTable = {
  AccessDenied: denied("allow it for rolefit's function"),
  CredentialsProviderError: { kind: 'noCredentials' },
};
