import { isObject, type Json, type JsonObject } from '../asl/json.ts';
import { parseArn } from '../iam/arn.ts';
import { own } from '../own.ts';
import { resourceTypeOf, type Template } from './read.ts';
import {
  declaredProperties,
  differences,
  type PropertyDifference,
  type References,
  type StackView,
  shownIn,
} from './shown.ts';

/**
 * Decides whether a request to a custom resource's function is what CloudFormation is doing now. Anyone who may
 * invoke the function can send any event, so only what CloudFormation itself says about the stack counts.
 */

/** An event that claims to be CloudFormation's. */
export interface CustomResourceRequest {
  readonly type: 'Create' | 'Update' | 'Delete';
  readonly stackId: string;
  readonly logicalId: string;
  readonly resourceType: string;
  /** Empty for a Create. */
  readonly physicalId: string;
  readonly properties: Json;
}

/** An entry of DescribeStackEvents. */
export interface ResourceEvent {
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  /** Empty if there is none yet. */
  readonly physicalId: string;
  /** The resolved properties, as far as CloudFormation shows them. */
  readonly properties: JsonObject | undefined;
}

/** A resource's events. */
export interface ResourceHistory {
  /** Those of the current operation, newest first. */
  readonly current: readonly ResourceEvent[];
  /** The last one that created or changed the resource before that operation, if it was read. */
  readonly before: ResourceEvent | undefined;
}

/**
 * Why CloudFormation isn't doing to this very resource what the request asks for, in one line; undefined if it is.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
 */
export function whyNotInProgress(
  request: CustomResourceRequest,
  stack: StackView | undefined,
  { current: [newest] }: ResourceHistory,
): string | undefined {
  const { logicalId, stackId, type, resourceType, physicalId } = request;
  // The name of a deleted stack can be reused; its ID never is.
  if (!stack || stack.id !== stackId) return `there is no stack with the ID ${stackId}`;
  // Nobody has begun to create a stack in review.
  if (!stack.status.endsWith('_IN_PROGRESS') || stack.status === 'REVIEW_IN_PROGRESS') {
    return `CloudFormation is not working on the stack (its status is ${stack.status})`;
  }
  if (!newest) return `the stack has no resource ${logicalId} under way`;
  if (newest.status !== IN_PROGRESS[type]) return `${logicalId} is not under way (its status is ${newest.status})`;
  if (!isOfType(newest.type, resourceType)) return `${logicalId} is of the type ${newest.type}`;
  if (type !== 'Create' && newest.physicalId !== physicalId) {
    return `${logicalId} is ${newest.physicalId}, and not ${physicalId}`;
  }
  return undefined;
}

/** Whether a stack is being brought back to what it was. */
export function isRollingBack({ status }: StackView): boolean {
  return status.includes('ROLLBACK');
}

const IN_PROGRESS = {
  Create: 'CREATE_IN_PROGRESS',
  Update: 'UPDATE_IN_PROGRESS',
  Delete: 'DELETE_IN_PROGRESS',
} as const;

const GENERIC = 'AWS::CloudFormation::CustomResource';

/**
 * Whether an event is about a custom resource of this type. According to recorded events, the clean-up after an
 * update may show custom resources with their generic type, whatever type the template has.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html
 */
function isOfType(shown: string, type: string): boolean {
  const isCustom = type === GENERIC || type.startsWith('Custom::');
  return isCustom && (shown === type || shown === GENERIC);
}

/**
 * Why the request's properties aren't the ones being deployed through this function, in one line; undefined if they
 * are. They must be those of the resource's newest event or, during a rollback, those that it had before; without
 * either, those of the template. The template may also show what an event hides. If it cannot be read, `template` is
 * a text that says why.
 */
export function whyNotDeployed(
  request: CustomResourceRequest,
  functionArn: string,
  stack: StackView,
  { current, before }: ResourceHistory,
  template: Template | string,
  references: References,
): string | undefined {
  const { logicalId, properties, resourceType } = request;
  const token = isObject(properties) ? own(properties, 'ServiceToken') : undefined;
  if (typeof token !== 'string' || unqualified(token) !== unqualified(functionArn)) {
    return `the ServiceToken of ${logicalId} is not this function`;
  }
  const resource = typeof template === 'string' ? undefined : own(template.resources, logicalId);
  if (typeof template !== 'string') {
    if (!resource) return `the stack's template has no resource ${logicalId}`;
    if (resourceTypeOf(resource) !== resourceType)
      return `${logicalId} is of the type ${resourceTypeOf(resource)} in the template`;
  }
  const declared =
    typeof template === 'string' || !resource
      ? undefined
      : differences(declaredProperties(template, resource, stack, references), properties, '');
  const shown = [shownUnderWay(current), isRollingBack(stack) ? before?.properties : undefined].flatMap((one) =>
    one ? [differences(shownIn(one), properties, '')] : [],
  );
  const deciding = shown.length === 0 && declared ? [declared] : shown;
  if (deciding.some((different) => isConfirmed(different, declared))) return undefined;
  const [best = []] = deciding.toSorted((a, b) => a.length - b.length);
  const mismatch = best.find(({ hidden }) => !hidden);
  if (mismatch) return `${placeOf(mismatch, logicalId)} is not what is being deployed`;
  if (typeof template === 'string') return `the stack's template ${template}`;
  return `CloudFormation does not tell what ${placeOf(best[0], logicalId)} is; give it in the template as a text, a Ref, a parameter or an import`;
}

/** The properties in the events of the current operation. The newest event may be a hook's, which has none. */
function shownUnderWay(current: readonly ResourceEvent[]): JsonObject | undefined {
  const ended = current.findIndex(({ status }) => !status.endsWith('_IN_PROGRESS'));
  return current.slice(0, ended === -1 ? current.length : ended).find(({ properties }) => properties)?.properties;
}

/** A function's ARN without version or alias. */
function unqualified(arn: string): string {
  return parseArn(arn)?.service === 'lambda' ? arn.split(':').slice(0, 7).join(':') : arn;
}

function placeOf(difference: PropertyDifference | undefined, logicalId: string): string {
  const path = difference?.path ?? '';
  return path === '' ? `the whole of ${logicalId}'s properties` : `property ${path.slice(1)} of ${logicalId}`;
}

/** True if everything that differs is hidden here and equal in the template. */
function isConfirmed(
  different: readonly PropertyDifference[],
  declared: readonly PropertyDifference[] | undefined,
): boolean {
  const meet = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
  return different.every(({ path, hidden }) => hidden && declared?.every((one) => !meet(one.path, path)) === true);
}
