import { DefinitionError } from '../asl/error.ts';
import { isArray, isObject, type Json } from '../asl/json.ts';
import type { Conditions } from '../grants/grant.ts';
import { own } from '../own.ts';
import { extraPattern } from './extraPattern.ts';

/** What people say an operation needs that no table has, or needs besides what a table says. docs/extra-actions.md */

/** Permissions of one operation: IAM actions on resources that its arguments name. */
export interface ExtraRow {
  readonly actions: readonly string[];
  /** In the notation of extraPattern.ts, or `*` alone. */
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
}

/** Operation, as findings name it (`aws-sdk:acme:startJob`, `acme:startJob`) → what it needs. */
export type ExtraActions = Readonly<Record<string, readonly ExtraRow[]>>;

/** Names the JSON Schema of a JSON file for editors. */
const SCHEMA_FIELD = '$schema';

export const OPERATION = /^(?:aws-sdk:[a-z0-9]+|[a-z0-9][a-z0-9-]*):[A-Za-z][A-Za-z0-9]*$/;
export const ACTION = /^[a-z0-9][a-z0-9-]*:[A-Za-z][A-Za-z0-9]*$/;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const OPERATOR =
  /^(?:For(?:All|Any)Values?:)?(?:String|Numeric|Date|Bool|Binary|(?:Not)?IpAddress|Arn|Null)[A-Za-z]*$/;
export const CONDITION_KEY = /^[a-z0-9-]+:.+$/;
const PASS_ROLE = 'iam:PassRole';
const PASSED_TO = 'iam:PassedToService';

/** Reads extra actions, of a file or of the custom resource's property. Throws DefinitionError, one line with the operation. */
export function extraActionsFrom(json: Json): ExtraActions {
  if (!isObject(json)) throw extraError('', 'extra actions are an object of operations; see docs/extra-actions.md');
  return Object.fromEntries(
    Object.entries(json).flatMap(([operation, rows]) => {
      if (operation === SCHEMA_FIELD) return [];
      if (!OPERATION.test(operation)) {
        throw extraError(
          operation,
          'is no operation; write what follows arn:aws:states::: in the task’s Resource, such as aws-sdk:acme:startJob, without .sync or .waitForTaskToken',
        );
      }
      if (!isArray(rows) || rows.length === 0) {
        throw extraError(operation, 'must be a list of {"actions": […], "resources": […]}');
      }
      return [[operation, rows.map((row, index) => rowFrom(`${operation}: entry ${index + 1}`, row))]];
    }),
  );
}

const FIELDS = ['actions', 'resources', 'conditions'];

function rowFrom(place: string, row: Json): ExtraRow {
  if (!isObject(row)) throw extraError(place, 'must be an object with actions and resources');
  const unknown = Object.keys(row).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) throw extraError(place, `has no field ${unknown}; it can have ${FIELDS.join(', ')}`);
  const actions = textsOf(place, 'actions', own(row, 'actions'));
  const resources = textsOf(place, 'resources', own(row, 'resources'));
  const wrong = actions.find((action) => !ACTION.test(action));
  if (wrong !== undefined) {
    throw extraError(place, `${JSON.stringify(wrong)} is no IAM action such as acme:StartJob, without wildcards`);
  }
  if (resources.includes('*') && resources.length > 1)
    throw extraError(place, 'has * beside other resources; keep one');
  for (const resource of resources) if (resource !== '*') extraPattern(place, resource);
  const conditions = conditionsFrom(place, own(row, 'conditions'));
  checkPassRole(place, actions, conditions);
  return { actions, resources, ...(conditions === undefined ? {} : { conditions }) };
}

function textsOf(place: string, field: string, value: Json | undefined): readonly string[] {
  const list = isArray(value) ? value : typeof value === 'string' ? [value] : [];
  const texts = list.flatMap((item) => (typeof item === 'string' && item !== '' ? [item] : []));
  if (texts.length === 0 || texts.length !== list.length) {
    const wanted = field === 'actions' ? 'IAM actions' : 'ARNs, or "*" where it must be everything';
    throw extraError(place, `${field} must be a list of ${wanted}`);
  }
  return [...new Set(texts)];
}

function conditionsFrom(place: string, json: Json | undefined): Conditions | undefined {
  if (json === undefined) return undefined;
  const operators = isObject(json) ? Object.entries(json) : [];
  if (operators.length === 0) throw extraError(place, 'conditions must be an object as the Condition of a policy');
  return Object.fromEntries(
    operators.map(([operator, keys]) => {
      if (!OPERATOR.test(operator)) throw extraError(place, `${operator} is no condition operator of IAM`);
      const tests = isObject(keys) ? Object.entries(keys) : [];
      if (tests.length === 0) throw extraError(place, `${operator} must be an object from condition keys to values`);
      return [operator, Object.fromEntries(tests.map(([key, value]) => [key, valuesOf(place, key, value)]))];
    }),
  );
}

function valuesOf(place: string, key: string, value: Json): readonly string[] {
  if (!CONDITION_KEY.test(key)) throw extraError(place, `${key} is no condition key such as iam:PassedToService`);
  const list = isArray(value) ? value : [value];
  const texts = list.flatMap((item) => (isObject(item) || isArray(item) || item === null ? [] : [String(item)]));
  if (texts.length === 0 || texts.length !== list.length) throw extraError(place, `${key} must have texts as values`);
  return texts;
}

/** A role that may be passed to any service is a way to its rights: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
function checkPassRole(place: string, actions: readonly string[], conditions: Conditions | undefined): void {
  if (!actions.some(isPassRole)) return;
  if (!actions.every(isPassRole)) throw extraError(place, `give ${PASS_ROLE} an entry of its own`);
  const says = Object.values(conditions ?? {}).some((tests) => own(tests, PASSED_TO) !== undefined);
  if (!says)
    throw extraError(
      place,
      `${PASS_ROLE} needs conditions that say to which service: {"StringEquals": {"${PASSED_TO}": "acme.amazonaws.com"}}`,
    );
}

function isPassRole(action: string): boolean {
  return action.toLowerCase() === PASS_ROLE.toLowerCase();
}

function extraError(place: string, what: string): DefinitionError {
  return new DefinitionError({}, place === '' ? what : `${place}: ${what}`);
}
