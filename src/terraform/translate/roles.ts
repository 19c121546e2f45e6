import type { Json, JsonObject } from '../../asl/json.ts';
import type { Evaluated, EvaluatedResource, FilePlace } from '../resource.ts';
import { openDocument, whyOpen } from './causes.ts';
import { documentJson } from './documents.ts';
import { argumentAt, entryIn, isNotGiven, listItems, type TranslationScope, textIn } from './scope.ts';
import { templateJson } from './values.ts';

/**
 * The policies of roles, wherever Terraform has them, as AWS::IAM::RolePolicy and AWS::IAM::ManagedPolicy.
 *
 * Sources: the pages iam_role, iam_role_policy, iam_policy, iam_role_policy_attachment, iam_policy_attachment,
 * iam_role_policies_exclusive and iam_role_policy_attachments_exclusive in
 * https://github.com/hashicorp/terraform-provider-aws/tree/main/website/docs/r
 */

/** A resource of the template, and where people find it. */
export interface Translated {
  /** The address, or that of a part of a resource. */
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly place: FilePlace;
  /** The places of the statements of its document, where they are known. */
  readonly statements?: readonly (FilePlace | undefined)[];
  /** Why its document isn't known, as the end of a sentence. */
  readonly open?: string | undefined;
}

/** A managed policy of a role, and what attaches it. */
export interface Attached {
  readonly role: string;
  readonly arn: Json;
  readonly source: string;
  readonly place: FilePlace;
}

export interface TranslatedPolicies {
  readonly resources: readonly Translated[];
  readonly attached: readonly Attached[];
}

export function rolePoliciesIn(all: readonly EvaluatedResource[], scope: TranslationScope): TranslatedPolicies {
  const roles = all.filter(({ type, mode }) => type === 'aws_iam_role' && mode === 'managed');
  const context: RoleContext = { all, scope, roleOf: (value) => roleOf(value, roles, scope) };
  const attachments = all.flatMap((resource) => attachmentsIn(resource, context));
  return {
    resources: [
      ...inlinePolicies(context),
      ...all.flatMap((resource) => managedPolicy(resource, scope)),
      // The policies of a role that nothing names may be those of any role.
      ...attachments.flatMap(({ role, name, source, place }) =>
        role === undefined ? [perhapsAttached(name, source, place)] : [],
      ),
    ],
    attached: withoutOthers(attachments, context),
  };
}

interface RoleContext {
  readonly all: readonly EvaluatedResource[];
  readonly scope: TranslationScope;
  /** The address of a role of the files by its name. */
  readonly roleOf: (name: Evaluated | undefined) => string | undefined;
}

function roleOf(
  value: Evaluated | undefined,
  roles: readonly EvaluatedResource[],
  scope: TranslationScope,
): string | undefined {
  if (value?.kind === 'reference') {
    const role = scope.resource(value.address);
    if (role?.type === 'aws_iam_role' && role.mode === 'managed') return role.address;
  }
  const name = textIn(value);
  return name === undefined ? undefined : roles.find((role) => textIn(role.arguments.get('name')) === name)?.address;
}

interface InlinePolicy extends Translated {
  readonly role: string | undefined;
  readonly name: string | undefined;
}

/** Without those that an exclusive list removes, and with those that it names and that stand nowhere. */
function inlinePolicies(context: RoleContext): readonly Translated[] {
  const { all } = context;
  const own = all.filter(({ type }) => type === 'aws_iam_role_policy').map((policy) => rolePolicy(policy, context));
  // A state shows the policies of other resources in the role as well.
  const names = new Set(own.map(({ role, name }) => `${role} ${name}`));
  const blocks = all
    .flatMap((resource) => (resource.type === 'aws_iam_role' ? blocksIn(resource, context.scope) : []))
    .filter(({ role, name }) => !names.has(`${role} ${name}`));
  const policies = [...own, ...blocks];
  const lists = all.flatMap((resource) =>
    exclusive(resource, 'aws_iam_role_policies_exclusive', 'policy_names', context),
  );
  const kept = policies.filter(({ role, name }) =>
    lists.every((list) => list.role !== role || name === undefined || list.texts.includes(name)),
  );
  const unseen = lists.flatMap(({ role, texts, resource: { address, place } }) =>
    texts
      .filter((text) => !policies.some((policy) => policy.role === role && policy.name === text))
      .map((text) => inlineOf(`${address}.policy_names[${JSON.stringify(text)}]`, { Ref: role }, undefined, place)),
  );
  return [...kept, ...unseen];
}

function rolePolicy(resource: EvaluatedResource, { scope, roleOf: find }: RoleContext): InlinePolicy {
  const role = argumentAt(resource, 'role');
  const address = find(role);
  const name: Json = address === undefined ? ((role && templateJson(role, scope)) ?? '') : { Ref: address };
  const policy = inlineOf(resource.address, name, documentIn(resource, 'policy', scope), resource.place);
  const statements = statementPlaces(argumentAt(resource, 'policy'), scope);
  return {
    ...policy,
    statements,
    open: whyUnread(argumentAt(resource, 'policy'), scope),
    role: address,
    name: textIn(argumentAt(resource, 'name')),
  };
}

function inlineOf(id: string, RoleName: Json, document: Json | undefined, place: FilePlace): Translated {
  const properties = { RoleName, ...(document === undefined ? {} : { PolicyDocument: document }) };
  return { id, type: 'AWS::IAM::RolePolicy', properties, place };
}

/** The blocks inline_policy of a role. An empty one removes what others add. */
function blocksIn(role: EvaluatedResource, scope: TranslationScope): readonly InlinePolicy[] {
  const blocks = argumentAt(role, 'inline_policy');
  const place = role.places.get('inline_policy') ?? role.place;
  const items = listItems(blocks);
  const ofRole = { Ref: role.address };
  if (items === undefined) {
    return [
      { ...inlineOf(`${role.address}.inline_policy`, ofRole, undefined, place), role: role.address, name: undefined },
    ];
  }
  return items.flatMap((block, index): readonly InlinePolicy[] => {
    const policy = entryIn(block, 'policy');
    if (policy === undefined || textIn(policy) === '') return [];
    const name = textIn(entryIn(block, 'name'));
    const id = `${role.address}.inline_policy[${name === undefined ? index : JSON.stringify(name)}]`;
    const statements = statementPlaces(policy, scope);
    const open = whyUnread(policy, scope);
    return [
      { ...inlineOf(id, ofRole, documentJson(policy, scope), place), statements, open, role: role.address, name },
    ];
  });
}

function documentIn(resource: EvaluatedResource, name: string, scope: TranslationScope): Json | undefined {
  const document = argumentAt(resource, name);
  return document === undefined ? undefined : documentJson(document, scope);
}

function managedPolicy(resource: EvaluatedResource, scope: TranslationScope): readonly Translated[] {
  const { type, mode, address: id, place } = resource;
  if (type !== 'aws_iam_policy' || mode !== 'managed') return [];
  const property = (name: string, argument: string) => {
    const value = argumentAt(resource, argument);
    return value === undefined ? {} : { [name]: templateJson(value, scope) ?? '' };
  };
  const document = documentIn(resource, 'policy', scope);
  const properties = {
    ...property('ManagedPolicyName', 'name'),
    ...property('Path', 'path'),
    ...(document === undefined ? {} : { PolicyDocument: document }),
  };
  const statements = statementPlaces(argumentAt(resource, 'policy'), scope);
  const open = whyUnread(argumentAt(resource, 'policy'), scope);
  return [{ id, type: 'AWS::IAM::ManagedPolicy', properties, place, statements, open }];
}

function whyUnread(document: Evaluated | undefined, scope: TranslationScope): string | undefined {
  const cause = openDocument(document, scope);
  return cause && whyOpen(cause);
}

/** Where the statements of a data source's document stand, unless it is merged with others. */
function statementPlaces(document: Evaluated | undefined, scope: TranslationScope): readonly (FilePlace | undefined)[] {
  const resource = document?.kind === 'reference' ? scope.resource(document.address) : undefined;
  if (resource === undefined || MERGED.some((name) => argumentAt(resource, name) !== undefined)) return [];
  const count = listItems(argumentAt(resource, 'statement'))?.length ?? 0;
  return Array.from({ length: count }, (_, index) => resource.places.get(`statement[${index}]`));
}

const MERGED = ['source_json', 'source_policy_documents', 'override_json', 'override_policy_documents'];

interface Attachment {
  readonly role: string | undefined;
  /** The role's name, where it is no role of the files. */
  readonly name: Json;
  readonly arn: Json;
  readonly source: string;
  readonly place: FilePlace;
}

/** The roles and policies that a resource joins. */
function attachmentsIn(resource: EvaluatedResource, context: RoleContext): readonly Attachment[] {
  const { address, place } = resource;
  switch (resource.type) {
    case 'aws_iam_role_policy_attachment':
      return [attachment(argumentAt(resource, 'role'), argumentAt(resource, 'policy_arn'), address, place, context)];
    case 'aws_iam_policy_attachment': {
      const roles = argumentAt(resource, 'roles');
      const arn = argumentAt(resource, 'policy_arn');
      return (listItems(roles) ?? [roles]).map((role) => attachment(role, arn, address, place, context));
    }
    case 'aws_iam_role':
      return listed(resource, 'managed_policy_arns', { kind: 'reference', address, path: ['name'], place }, context);
    case 'aws_iam_role_policy_attachments_exclusive':
      return listed(resource, 'policy_arns', argumentAt(resource, 'role_name'), context);
    default:
      return [];
  }
}

function listed(
  resource: EvaluatedResource,
  argument: string,
  role: Evaluated | undefined,
  context: RoleContext,
): readonly Attachment[] {
  const list = argumentAt(resource, argument);
  const place = resource.places.get(argument) ?? resource.place;
  const source = `${resource.address}.${argument}`;
  const items = listItems(list);
  if (items === undefined) return [attachment(role, list, source, place, context)];
  return items.map((arn, index) => attachment(role, arn, `${source}[${index}]`, place, context));
}

function attachment(
  role: Evaluated | undefined,
  arn: Evaluated | undefined,
  source: string,
  place: FilePlace,
  { scope, roleOf: find }: RoleContext,
): Attachment {
  const json = (value: Evaluated | undefined) => (isNotGiven(value) ? '' : (templateJson(value, scope) ?? ''));
  return { role: find(role), name: json(role), arn: json(arn), source, place };
}

function perhapsAttached(Roles: Json, id: string, place: FilePlace): Translated {
  return { id, type: 'AWS::IAM::ManagedPolicy', properties: { Roles: [Roles] }, place };
}

/** Each policy of a role once, and no others than those of an exclusive list. */
function withoutOthers(attachments: readonly Attachment[], context: RoleContext): readonly Attached[] {
  const lists = context.all.flatMap((resource) =>
    exclusive(resource, 'aws_iam_role_policy_attachments_exclusive', 'policy_arns', context),
  );
  const seen = new Set<string>();
  return attachments.flatMap(({ role, arn, source, place }) => {
    if (role === undefined) return [];
    const text = JSON.stringify(arn);
    const isListed = lists.every((list) => list.role !== role || list.texts.includes(text));
    const key = `${role} ${text}`;
    if (!isListed || seen.has(key)) return [];
    seen.add(key);
    return [{ role, arn, source, place }];
  });
}

interface ExclusiveList {
  readonly resource: EvaluatedResource;
  readonly role: string;
  /** Names as they are, ARNs as JSON. */
  readonly texts: readonly string[];
}

/** A list beside which a role has no other policies; none where not all of it is known. */
function exclusive(
  resource: EvaluatedResource,
  type: string,
  argument: string,
  { scope, roleOf: find }: RoleContext,
): readonly ExclusiveList[] {
  const role = resource.type === type ? find(argumentAt(resource, 'role_name')) : undefined;
  const items = role === undefined ? undefined : listItems(argumentAt(resource, argument));
  if (role === undefined || items === undefined || items.some(({ kind }) => kind === 'unknown')) return [];
  const texts = items.map((item) =>
    argument === 'policy_names' ? textIn(item) : JSON.stringify(templateJson(item, scope)),
  );
  const known = texts.filter((text) => text !== undefined);
  return known.length < texts.length ? [] : [{ resource, role, texts: known }];
}
