/** What it takes to tag a resource while it is made. */

import type { Doubt } from '../../src/grants/grant.ts';
import { own } from '../../src/own.ts';
import { parsePattern, printPattern } from '../../src/sdk/pattern.ts';
import type { AllowRow } from '../../src/sdk/service.ts';
import { NAMED_BY } from '../curated/resources.ts';
import { PREFIXES } from '../curated/services.ts';
import { TAGGED_ON, TAGGED_WITH } from '../curated/tags.ts';
import { parseArnFormat, type ResourceType } from './arnFormat.ts';
import { type Action, type Authority, prefixOf } from './authority.ts';
import { bindType } from './bind.ts';
import type { Operation } from './models.ts';
import { fieldsOf, lastField } from './path.ts';
import { namesResource, patternRows, spelled, typesFor } from './patterns.ts';
import { base, norm, OWN } from './words.ts';

/** The verbs of operations that make something, which may be tagged from the start. */
const MAKES =
  /^(Accept|Activate|Allocate|Associate|Authorize|(Batch)?Create|Claim|Clone|Connect|Convert|Copy|Distribute|Enable|Export|Import|Instantiate|Invite|Invoke|Launch|Open|Provision|Purchase|Put|Register|Replicate|Request|Reserve|Restore|Run|Start|Submit|Upload)/;
/** Operations that do nothing but tag. */
const ONLY_TAGS = /^(CreateTags|PutTags|CreateOrUpdateTags|Put\w+Tagging)$/;
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
  if (!MAKES.test(name) || ONLY_TAGS.test(name)) return undefined;
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
  const isCurated =
    own(own(TAGGED_WITH, service), name) !== undefined || own(own(TAGGED_ON, service), name) !== undefined;
  const doubt = isCurated ? undefined : doubtOf(ownRows, authority);
  return { actions, on, when: [field], ...(doubt === undefined ? {} : { doubt }) };
}

/** Whether the request takes the right to tag is not certain where the reference has no sign of it for the operation's action. */
function doubtOf(ownRows: readonly AllowRow[], authority: Authority): Doubt | undefined {
  const ownActions = ownRows.flatMap(({ actions }) => actions.flatMap((one) => authority.action(one) ?? []));
  const [first] = ownActions;
  const asks = ownActions.some(({ tagKeys, dependents }) => tagKeys || dependents.some((one) => TAGGING.test(one)));
  if (first === undefined || asks) return undefined;
  const reason = `${first.name} asks for it, of which the service reference has no sign: no condition key of tags, and no tagging permission beside it`;
  return { certainty: 'conditional', reason, source: authority.page(prefixOf(first.name)) };
}

/**
 * What is tagged is what is made: a node group and not its cluster, an instance and not its image. In this order: what a
 * curated row says, the type that the operation is called after, what the operation's own action names by an argument
 * that is called after it, what that action has without a name, and else all that the service has.
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
  const types = action.name === 's3:TagResource' ? action.types : typesFor(service, action);
  const ownTypes = ownRows.flatMap(({ actions }) =>
    actions.flatMap((one) => {
      const known = authority.action(one);
      return known === undefined ? [] : typesFor(service, known);
    }),
  );
  const about = madeBy(operation);
  const made = typesCalled(about, types, ownTypes).flatMap((type) => boundTo(service, operation, type, types));
  if (action.name === 'ec2:CreateTags') return bySpecification(made);
  if (made.length > 0) return [...new Set(made)];
  const ownPatterns = ownRows[0]?.on ?? [];
  const named = ownPatterns.filter((pattern) => isCalled(pattern, about));
  if (named.length > 0) return named;
  const unnamed = ownPatterns.filter((pattern) => !namesResource(parsePattern(pattern)));
  const taggable = unnamed.filter((pattern) => action.types.some(({ arn }) => isOf(pattern, arn)));
  return taggable.length > 0 ? taggable : anyOf(types);
}

/**
 * What an operation makes: RestoreDBClusterFromSnapshot and RestoreDBClusterToPointInTime a DBCluster,
 * AssociateFirewallRuleGroup an association, StartOpportunityFromEngagementTask such a task.
 */
function madeBy({ name }: Operation): string {
  const [, verb = '', noun = ''] = /^(?:Batch)?([A-Z][a-z]+)(.*)$/.exec(name) ?? [];
  if (verb === 'Associate') return norm(`${noun}Association`);
  if (/(Task|Job)$/.test(noun) && !noun.includes('Using')) return norm(noun);
  const origin = /^(Restore|Copy)$/.test(verb)
    ? /(?<=[a-z0-9])(From|To)[A-Z]\w*$/
    : /(?<=[a-z0-9])(From|Using|For|With)[A-Z]\w*$/;
  return norm(noun.replace(origin, ''));
}

/** The types that the operation is called after: exactly, by the type's last word, or by the operation's. */
function typesCalled(
  about: string,
  types: readonly ResourceType[],
  ownTypes: readonly ResourceType[],
): readonly ResourceType[] {
  const like: readonly ((key: string) => boolean)[] = [
    (key) => key === about,
    (key) => base(key) === base(about),
    (key) => base(key).length >= 4 && base(about).endsWith(base(key)),
    (key) => base(about).length >= 4 && base(key).endsWith(base(about)),
  ];
  return (
    like
      .flatMap((holds) => [types, ownTypes].map((some) => some.filter(({ key }) => holds(norm(key)))))
      .find((some) => some.length > 0) ?? []
  );
}

/** True where the pattern's last argument is the name of what is made, and not of its source or of what holds it. */
function isCalled(text: string, about: string): boolean {
  const pattern = parsePattern(text);
  const slot = pattern.kind === 'arn' ? pattern.slots.at(-1) : undefined;
  return (slot?.paths ?? []).some((path) => {
    const word = norm(lastField(path));
    if (word.startsWith('source')) return false;
    const bare = base(word);
    const noun = base(about);
    return OWN.has(word) || (bare.length >= 3 && (noun.startsWith(bare) || noun.endsWith(bare) || bare.endsWith(noun)));
  });
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
    .filter(
      ({ isSecond, members }) => !isSecond || members.some(({ required, path }) => required && !/^Source/.test(path)),
    )
    .flatMap((binding) => spelled(service, binding));
}

/**
 * In Amazon EC2 the call says of each of its tags which type of resource gets it.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagSpecification.html
 */
function bySpecification(made: readonly string[]): readonly string[] {
  return made.length === 1 ? made : ['arn:$p:ec2:$r:$a:{TagSpecifications[].ResourceType}/*'];
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
