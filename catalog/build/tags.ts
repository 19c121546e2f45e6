/** What it takes to tag a resource while it is made. */
import { own } from '../../src/own.ts';
import { parsePattern, printPattern } from '../../src/sdk/pattern.ts';
import type { AllowRow } from '../../src/sdk/service.ts';
import { NAMED_BY } from '../curated/resources.ts';
import { PREFIXES } from '../curated/services.ts';
import { TAGGED_ON, TAGGED_WITH } from '../curated/tags.ts';
import { parseArnFormat, type ResourceType } from './arnFormat.ts';
import type { Action, Authority } from './authority.ts';
import { bindType } from './bind.ts';
import type { Operation } from './models.ts';
import { fieldsOf } from './path.ts';
import { namesResource, patternRows, spelled, typesFor } from './patterns.ts';
import { base, norm, nounOf } from './words.ts';

/** The verbs of operations that make something, which may be tagged from the start. */
const MAKES =
  /^(Allocate|Clone|Copy|Create|Import|Invite|Launch|Provision|Purchase|Put|Register|Request|Restore|Run|Start|Submit|Upload)/;
export const TAGGING = /:(TagResource|AddTagsToResource|AddTags|AddTagsToStream|CreateTags|TagQueue|Tag[A-Z]\w+)$/;

/**
 * A resource that is made with tags is tagged: services ask for the permission to tag it as well.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html and the services' pages
 */
export function tagRow(
  service: string,
  operation: Operation,
  ownRows: readonly AllowRow[],
  authority: Authority,
): AllowRow | undefined {
  const { name, members } = operation;
  const prefix = own(PREFIXES, service) ?? service;
  const specified = members.find(({ path }) => /^TagSpecifications\[\]\.ResourceType$/.test(path));
  if (!MAKES.test(name) && specified === undefined) return undefined;
  if (/^(CreateTags|PutTags|CreateOrUpdateTags)$/.test(name)) return undefined;
  const noun = name.replace(/^[A-Z][a-z]+/, '');
  const fields = members.flatMap(({ path }) => fieldsOf(path).slice(0, 1));
  // CreateBackupVault has BackupVaultTags, and so has CreateLogicallyAirGappedBackupVault.
  const field =
    fields.find((one) => /^(Tags|TagList|TagSpecifications)$/.test(one)) ??
    fields.find((one) => /.Tags$/.test(one) && noun.endsWith(one.replace(/Tags$/, '')));
  if (field === undefined) return undefined;
  const names = own(own(TAGGED_WITH, service), name) ?? [
    `Tag${noun}`,
    'TagResource',
    'AddTagsToResource',
    'AddTags',
    'AddTagsToStream',
    'CreateTags',
    'TagQueue',
  ];
  const found = names.flatMap((one) => authority.action(`${prefix}:${one}`) ?? []);
  const [action] = found;
  if (action === undefined) return undefined;
  const actions = own(own(TAGGED_WITH, service), name) === undefined ? [action.name] : found.map((one) => one.name);
  const on = taggedResources(service, operation, action, ownRows, authority);
  return { actions, on, when: [field] };
}

/**
 * What is tagged is what is made: a node group and not its cluster, an instance and not its image. In this order: what a
 * curated row says, the type that the operation is called after, among those of the action and those of the operation's
 * own, what the operation's own action has without a name, and else all that the service has.
 */
function taggedResources(
  service: string,
  operation: Operation,
  action: Action,
  ownRows: readonly AllowRow[],
  authority: Authority,
): readonly string[] {
  const curated = own(own(TAGGED_ON, service), operation.name);
  if (curated !== undefined) return curated.map(printPattern);
  // IAM has no resources for it: an ARN would match nothing.
  if (action.types.length === 0) return [];
  const types = typesFor(service, action);
  const ownTypes = ownRows.flatMap(({ actions }) =>
    actions.flatMap((one) => {
      const known = authority.action(one);
      return known === undefined ? [] : typesFor(service, known);
    }),
  );
  const specified = operation.members.some(({ path }) => path === 'TagSpecifications[].ResourceType');
  const made = madeTypes(operation, types, ownTypes).flatMap((type) => boundTo(service, operation, type, types));
  const certain = specified ? bySpecification(made) : made;
  if (certain.length > 0) return [...new Set(certain)];
  const unnamed = (ownRows[0]?.on ?? []).filter((pattern) => !namesResource(parsePattern(pattern)));
  const taggable = unnamed.filter((pattern) => action.types.some(({ arn }) => isOf(pattern, arn)));
  return taggable.length > 0 ? taggable : anyOf(types);
}

/** The types that the operation is called after: exactly, by the type's last word, or by the operation's. */
function madeTypes(
  operation: Operation,
  types: readonly ResourceType[],
  ownTypes: readonly ResourceType[],
): readonly ResourceType[] {
  const noun = norm(operation.name.replace(/^[A-Z][a-z]+/, ''));
  const about = nounOf(operation);
  const like: readonly ((key: string) => boolean)[] = [
    (key) => key === noun,
    (key) => base(key) === about,
    (key) => base(key).length >= 4 && about.endsWith(base(key)),
    (key) => about.length >= 4 && base(key).endsWith(about),
  ];
  return (
    like
      .flatMap((holds) => [types, ownTypes].map((some) => some.filter(({ key }) => holds(norm(key)))))
      .find((some) => some.length > 0) ?? []
  );
}

function boundTo(
  service: string,
  operation: Operation,
  type: ResourceType,
  types: readonly ResourceType[],
): readonly string[] {
  const rows = patternRows(service, operation.name).filter(({ type: key }) => key === undefined || key === type.key);
  if (rows.length > 0) return rows.flatMap(({ type: key, on }) => (key === undefined ? [] : on.map(printPattern)));
  return bindType(operation, type, types, own(NAMED_BY, service) ?? {})
    .filter(({ isSecond, members }) => !isSecond || members.some(({ required }) => required))
    .flatMap((binding) => spelled(service, binding));
}

/**
 * In Amazon EC2 the call says of each of its tags which type of resource gets it; what the call names is one of a kind.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagSpecification.html
 */
function bySpecification(made: readonly string[]): readonly string[] {
  if (made.some((pattern) => namesResource(parsePattern(pattern)))) return made;
  const starts = made.length > 0 ? made.map((pattern) => pattern.split(':').slice(0, 5).join(':')) : ['arn:$p:ec2:$r:$a'];
  return [...new Set(starts)].map((start) => `${start}:{TagSpecifications[].ResourceType}/*`);
}

/** Every resource of the types' service. */
function anyOf(types: readonly ResourceType[]): readonly string[] {
  const starts = types.map(({ arn }) => parseArnFormat(arn).literals.join('*').split(':').slice(0, 5).join(':'));
  return [...new Set(starts)].toSorted().map((start) => `${start}:*`);
}

/** True where the pattern is one of the type's ARNs. */
function isOf(text: string, arn: string): boolean {
  const pattern = parsePattern(text);
  const shape = (literals: readonly string[]) => literals.join('*').replace(/\$[pra]/g, '*');
  return pattern.kind === 'arn' && shape(pattern.literals) === shape(parseArnFormat(arn).literals);
}
