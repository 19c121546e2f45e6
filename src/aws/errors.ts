import { own } from '../own.ts';

/** What keeps a role from being fitted: one line that says what is wrong and what to change. */
export class RoleFailure extends Error {
  override readonly name = 'RoleFailure';
  /** True where IAM's eventual consistency may be the reason: reading again a little later may not fail. */
  readonly mayPass: boolean;

  constructor(message: string, { mayPass = false }: { readonly mayPass?: boolean } = {}) {
    super(message);
    this.mayPass = mayPass;
  }
}

/** An AWS error's code as IAM documents it: the SDK's `NoSuchEntityException` is `NoSuchEntity`. */
export function errorCode(error: unknown): string {
  return error instanceof Error ? error.name.replace(/Exception$/, '') : '';
}

/**
 * An AWS error as a line that says what to change; anything else as it is. `action` is the IAM action that was tried.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html and the errors of each operation
 */
export function explained(error: unknown, action: string, resource: string): unknown {
  if (!(error instanceof Error) || error instanceof RoleFailure) return error;
  const code = errorCode(error);
  const explain = own(EXPLANATIONS, code);
  if (!explain) return error;
  const mayPass = action.startsWith('iam:') && UNSETTLED.has(code);
  return new RoleFailure(explain({ action, resource, message: oneLine(error.message) }), { mayPass });
}

/**
 * What IAM answers where it has not agreed yet on something that is new, or gone. Who asks for a role gives its name alone: path, tags and
 * boundary are those of the role that IAM finds, so a role that it does not find is refused by whoever may change only some.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html (role: RoleNameWithPath)
 */
const UNSETTLED: ReadonlySet<string> = new Set(['AccessDenied', 'NoSuchEntity']);

interface Refusal {
  readonly action: string;
  readonly resource: string;
  readonly message: string;
}

const EXPLANATIONS: Readonly<Record<string, (refusal: Refusal) => string>> = {
  AccessDenied: denied,
  // https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html
  KmsAccessDenied: ({ action, resource, message }) =>
    `access denied for ${action} on ${resource}: give the key of the state machine to rolefit's stack as StateMachineKeyArns (${message})`,
  NoSuchEntity: ({ action, resource }) =>
    `${action} on ${resource}: it does not exist; make it in this stack (the custom resource refers to it) or correct its name`,
  NoSuchBucket: ({ resource }) => `${resource}: the bucket does not exist; correct DefinitionS3Location.Bucket`,
  NoSuchKey: ({ resource }) => `${resource}: the object does not exist; correct DefinitionS3Location.Key`,
  StateMachineDoesNotExist: ({ resource }) => `${resource} does not exist; correct StateMachineArn`,
  UnmodifiableEntity: ({ resource }) =>
    `${resource} is a role that only its AWS service may change (a service-linked role); make an execution role of your own`,
  LimitExceeded: ({ action, resource, message }) =>
    `${action} on ${resource}: an IAM quota is used up (${message}); remove policies from the role, or ask for a higher quota`,
  MalformedPolicyDocument: ({ action, resource, message }) =>
    `${action} on ${resource}: IAM refuses the policy (${message}); correct the ARNs in the definition`,
  PolicyNotAttachable: ({ resource, message }) => `${resource}: IAM does not attach the policy (${message})`,
  DeleteConflict: ({ action, resource, message }) =>
    `${action} on ${resource}: it is in use elsewhere (${message}); detach it there first`,
  ConcurrentModification: ({ action, resource }) =>
    `${action} on ${resource}: something else changes it at the same time; deploy again`,
  ValidationError: ({ action, resource, message }) => `${action} on ${resource}: IAM refuses the request (${message})`,
};

/** What lets rolefit's function do it, by the service that refuses; see template.yaml. */
const ALLOWING: Readonly<Record<string, string>> = {
  iam: "the role must have the tag rolefit:managed = true and, where rolefit's stack sets RolePath or PermissionsBoundaryArn, that path and that permissions boundary",
  cloudformation: "update rolefit's stack, whose function asks whether a request is CloudFormation's own",
  // Who may not list a bucket is not told that an object is missing: API_GetObject, Permissions.
  s3: "correct DefinitionS3Location, or give the bucket to rolefit's stack as DefinitionBucketName and the KMS key of its objects as DefinitionKeyArns",
  states: "rolefit's function reads state machines of its own account and Region only",
};

function denied({ action, resource, message }: Refusal): string {
  const hint = own(ALLOWING, action.replace(/:.*/, '')) ?? "allow it for rolefit's function";
  return `access denied for ${action} on ${resource}: ${hint} (${message})`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
