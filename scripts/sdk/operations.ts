/** Puts together what each operation needs. */
import { OPTIMIZED } from '../../src/integrations/index.ts';
import {
  ACTIONS,
  DOCUMENTED,
  FORMERLY_DOCUMENTED,
  NOTHING_NEEDED,
  TOKEN_SERVICES,
} from '../../src/sdk/curated/actions.ts';
import { DEPENDENTS } from '../../src/sdk/curated/dependents.ts';
import { EXTRA, TOLD } from '../../src/sdk/curated/extra.ts';
import { DEFAULTS, NAMED_BY, NAMES_NOTHING } from '../../src/sdk/curated/resources.ts';
import { MORE_ROLES, NO_ROLES, PRINCIPALS, ROLES } from '../../src/sdk/curated/roles.ts';
import { ENDED, OTHER_NAMES, PREFIXES, SAME_API, UNSUPPORTED, WITHOUT_MODEL } from '../../src/sdk/curated/services.ts';
import type { AllowRow, OperationData, PassRow, ServiceData } from '../../src/sdk/service.ts';
import type { Action, Authority } from './authority.ts';
import { type Binding, bindType, type ResourceType } from './bind.ts';
import type { Member, Model, Operation } from './models.ts';

type Models = ReadonlyMap<string, Model>;

/** The SDKs' name of a service's model: what OTHER_NAMES has, or the same name. */
const MODEL_NAMES = new Map(Object.entries(OTHER_NAMES).map(([model, service]) => [service, model]));

function operationsOf(service: string, models: Models): readonly Operation[] {
  if (service === 'cloudwatchevents') return operationsOf('eventbridge', models);
  const model = models.get(service) ?? models.get(MODEL_NAMES.get(service) ?? service);
  if (model) {
    const defaults = DEFAULTS[service] ?? {};
    const none = NAMES_NOTHING[service] ?? [];
    return model.operations.map((operation) => ({
      ...operation,
      members: operation.members
        .filter(({ path }) => !none.includes(path))
        .map((member) => {
          const absent = defaults[member.path];
          return absent === undefined ? member : { ...member, absent };
        }),
    }));
  }
  return (WITHOUT_MODEL[service] ?? []).map((name) => ({
    name,
    api: name.charAt(0).toLowerCase() + name.slice(1),
    members: [],
    streams: true,
    unsigned: false,
    http: { method: 'POST', path: '/' },
  }));
}

export function serviceData(service: string, models: Models, authority: Authority): ServiceData {
  const prefix = PREFIXES[service] ?? service;
  const operations = operationsOf(service, models)
    .toSorted((a, b) => (a.api < b.api ? -1 : 1))
    .map((operation): readonly [string, OperationData] => [
      operation.api,
      needs(service, prefix, operation, authority),
    ]);
  return { page: authority.page(prefix), operations: Object.fromEntries(operations) };
}

function needs(service: string, prefix: string, operation: Operation, authority: Authority): OperationData {
  const { name } = operation;
  if (operation.streams || (UNSUPPORTED[service] ?? []).includes(name)) {
    return {
      unsupported:
        'is not supported by Step Functions (https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html): AWS refuses the definition.',
    };
  }
  const nothing = NOTHING_NEEDED[service]?.[name] ?? TOKEN_SERVICES[service];
  if (nothing !== undefined) return { nothing };
  if (operation.unsigned)
    return { nothing: 'a token in its arguments decides, not IAM: the API takes unsigned requests' };
  const optimized = SAME_API[service];
  if (
    optimized !== undefined &&
    OPTIMIZED.some((table) => table.service === optimized && operation.api in table.apis)
  ) {
    return { optimized };
  }
  if (service === 'dynamodb' && /^(Batch)?Execute(Statement|Transaction)$/.test(name)) return { special: 'partiql' };
  const extra = EXTRA.filter((row) => row.service === service && row.operations.includes(name));
  const own = extra.some(({ instead }) => instead) ? [] : ownRows(service, prefix, operation, authority);
  if (own === undefined) {
    const ended = ENDED[service];
    if (ended !== undefined) return { unsupported: `cannot be called: ${ended}.` };
    const allow: AllowRow = { actions: [`${prefix}:${name}`], on: [] };
    const pass = passRows(service, operation);
    const documented = DOCUMENTED[service]?.[name] !== undefined || FORMERLY_DOCUMENTED.includes(service);
    return {
      allow: [allow, ...relatedRows(service, prefix, operation, authority)],
      ...(pass.length === 0 ? {} : { pass }),
      ...(documented ? {} : { unconfirmed: true }),
    };
  }
  const besides = dependents(service, operation, own, authority);
  const tagging = tagRow(service, operation, own, authority);
  const allow = [
    ...own,
    ...extra.map(({ actions, on, when, purpose }) => ({
      actions,
      on,
      ...(purpose === undefined ? {} : { purpose }),
      ...(when === undefined ? {} : { when }),
    })),
    ...objectRows(service, operation),
    ...(tagging ? [tagging] : []),
    ...besides.allow,
  ];
  const pass = passRows(service, operation);
  return {
    allow: merged(allow),
    ...(pass.length === 0 ? {} : { pass }),
    ...(besides.told.length === 0 ? {} : { besides: besides.told }),
  };
}

/**
 * BatchGetJob is authorized as GetJob, CreateTopicV2 as CreateTopic: where the reference has the one operation's action
 * and not the other's, both are granted.
 *
 * Source: the operations' tables of https://docs.aws.amazon.com/service-authorization/latest/reference/list_deadline.html
 */
function relatedRows(service: string, prefix: string, operation: Operation, authority: Authority): readonly AllowRow[] {
  const { name } = operation;
  const names = [name.replace(/^Batch/, ''), name.replace(/V2$/, ''), name.replace(/^Batch/, '').replace(/s$/, '')];
  return [...new Set(names)].flatMap((related) => {
    const action = related === name ? undefined : authority.action(`${prefix}:${related}`);
    return action ? [{ actions: [action.name], on: patternsOf(service, operation, action) }] : [];
  });
}

/** Rows of the same resources are one. */
function merged(rows: readonly AllowRow[]): readonly AllowRow[] {
  const found = new Map<string, AllowRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.on, row.purpose, row.when]);
    const same = found.get(key);
    found.set(key, same ? { ...same, actions: [...new Set([...same.actions, ...row.actions])].toSorted() } : row);
  }
  return [...found.values()];
}

function curatedActions(service: string, name: string): readonly string[] | undefined {
  const prefix = PREFIXES[service] ?? service;
  const actions = ACTIONS.find((row) => row.service === service && name in row.actions)?.actions[name];
  return actions === undefined
    ? undefined
    : [actions].flat().map((action) => (action.includes(':') ? action : `${prefix}:${action}`));
}

function ownRows(
  service: string,
  prefix: string,
  operation: Operation,
  authority: Authority,
): readonly AllowRow[] | undefined {
  if (service === 'apigateway' || service === 'apigatewayv2') return [gatewayRow(operation)];
  const curated = curatedActions(service, operation.name);
  const names = curated ?? [`${prefix}:${operation.name}`];
  const actions = names.map((name) => authority.action(name));
  if (actions.some((action) => action === undefined)) {
    if (curated) throw new Error(`${service}:${operation.name} needs ${names.join(', ')}, which IAM does not have`);
    return undefined;
  }
  return actions.flatMap((action) =>
    action ? [{ actions: [action.name], on: patternsOf(service, operation, action) }] : [],
  );
}

/**
 * API Gateway's control plane: the actions are HTTP's verbs, the resources the requests' paths.
 *
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
 */
function gatewayRow({ http, members }: Operation): AllowRow {
  const path = http.path.replace(/\?.*$/, '').replace(/^\/v2(?=\/)/, '');
  const resource = path.replace(/\{([^}]+)\}/g, (_, parameter: string) => {
    const wanted = parameter.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
    const member = members.find((one) => one.path.toLowerCase() === wanted);
    // A tagged resource's ARN stands URL-encoded in the path.
    if (!member || /arn$/.test(wanted)) return '*';
    return `{${member.path}}`;
  });
  return { actions: [`apigateway:${http.method}`], on: [`arn:$p:apigateway:$r::${resource}`] };
}

/** More than these alternatives of one ARN are written as one pattern. */
const ALTERNATIVES = 4;

function patternsOf(service: string, operation: Operation, action: Action): readonly string[] {
  const types = typesFor(service, action);
  const bindings = types.flatMap((type) => bindType(operation, type, types, NAMED_BY[service] ?? {}));
  const bound = bindings.filter(({ members }) => members.length > 0);
  if (service === 'bedrockruntime' && bound.some(({ members }) => members.some(({ path }) => path === 'ModelId'))) {
    return ['=bedrockModel', ...(operation.name === 'StartAsyncInvoke' ? ['arn:$p:bedrock:$r:$a:async-invoke/*'] : [])];
  }
  const required = bindings.filter(({ type }) => type.required);
  if (required.length === 0 && bound.length === 0) return [];
  const patterns = bindings.flatMap((binding) => {
    const { type, members } = binding;
    if (!type.required && members.length === 0) return makes(service, operation) ? [binding.pattern] : [];
    // Where one argument that must be given names every alternative, none of them is optional.
    const certain = type.required || members.some((member) => member.required);
    return spelled(service, binding).map((pattern) => (certain ? pattern : `?${pattern}`));
  });
  return collapsed([...new Set(patterns)], bound);
}

/**
 * Amazon EC2 asks for every resource that a request makes on its way, such as an instance's volumes.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances
 */
function makes(service: string, { name }: Operation): boolean {
  return service === 'ec2' && /^(Create|Run|Request|Restore|Copy|Import|Register|Allocate|Provision)/.test(name);
}

function typesFor(service: string, action: Action): readonly ResourceType[] {
  const { types } = action;
  if (service.startsWith('lex')) {
    const v1 = !service.includes('v2');
    return types.filter(
      ({ arn }) => /:(bot|intent|slottype|bot-channel):/.test(arn.replace(/\$\{[^}]*\}/g, '')) === v1,
    );
  }
  // Access points are named by ARN, where the bucket's name would stand.
  if (action.name.startsWith('s3:')) {
    const plain = types.filter(({ key }) => key === 'bucket' || key === 'object');
    if (plain.length > 0) return plain;
  }
  return types;
}

/** What IAM's ARNs have besides the name. */
function spelled(service: string, { pattern, type, members }: Binding): readonly string[] {
  const has = (path: string) => members.some((member) => member.path === path);
  if (service === 'sqs' && has('QueueUrl')) return ['=queue'];
  if (service === 'lambda' && has('FunctionName') && type.key === 'function') return [pattern, '=qualifiedFunction'];
  if (/^ses(v2)?$/.test(service) && (has('Source') || has('FromEmailAddress'))) return ['=sender'];
  if (service === 'kms' && type.key === 'key' && members.length > 0) return ['=keyOrAlias'];
  if (service === 'secretsmanager' && members.length > 0) return [`${pattern}-??????`];
  // The ARNs are those of the management account, and a delegated administrator's is another.
  if (service === 'organizations') return [pattern.replace('$a', '*')];
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
  if (service === 'cloudwatchlogs' && type.key === 'log-group') return [pattern, `${pattern}:*`];
  // A name does not tell the path that the ARN has.
  if (service === 'iam' && members.some(({ path }) => /Name$/.test(path))) {
    return [pattern, pattern.replace(/\/(\{[^/]*\})$/, '/*/$1')];
  }
  return [pattern];
}

/** Tagging operations take any of a service's resources by ARN: one pattern for all of them. */
function collapsed(patterns: readonly string[], bound: readonly Binding[]): readonly string[] {
  const [first] = bound;
  const member = first?.members[0];
  if (
    member === undefined ||
    patterns.length <= ALTERNATIVES ||
    !/(Arn|Resource|ResourceId|ResourceName|Resources\[\])$/.test(member.path)
  ) {
    return patterns;
  }
  if (!bound.every(({ members }) => members.length === 1 && members[0] === member)) return patterns;
  const slot = /\{[^}]*\}/.exec(first?.pattern ?? '')?.[0] ?? '*';
  const heads = patterns.map((pattern) => pattern.split(':').slice(0, 5).join(':'));
  // Amazon EC2 and AWS Systems Manager take IDs where others take ARNs.
  const name = /Arn(\[\])?$/.test(member.path) ? slot : `*${slot}`;
  return [...new Set(heads)].map((head) => `${head}:${name}`);
}

/** Images and documents in S3, which the caller's own permission reads. */
function objectRows(service: string, { members }: Operation): readonly AllowRow[] {
  if (!['rekognition', 'textract'].includes(service)) return [];
  return members
    .filter(({ path }) => path.endsWith('S3Object.Bucket'))
    .map(({ path }) => ({
      actions: ['s3:GetObject'],
      on: [`arn:$p:s3:::{${path}}/{${path.replace(/Bucket$/, 'Name')}?}`],
      purpose: 'data',
      when: [path],
    }));
}

const TELLS_ONLY = /^(iam|organizations|sts|sso|sso-directory|identitystore|kms):/;
/** Actions that only read, and that IAM has no resources for. */
const READS = /:(Describe|List|Get)/;

interface Dependents {
  readonly allow: readonly AllowRow[];
  readonly told: readonly string[];
}

/**
 * Dependent actions: tagging where the call has tags, a key where the call names one, reads that IAM has no resources
 * for, and whatever else the call's arguments name a resource for. The rest is told, not granted: the reference says
 * of them that they 'may be required', and nothing in the definition says that they are.
 */
function dependents(service: string, operation: Operation, own: readonly AllowRow[], authority: Authority): Dependents {
  const names = [...new Set(own.flatMap(({ actions }) => actions.flatMap((action) => DEPENDENTS[action] ?? [])))];
  const keys = operation.members.filter(({ path }) =>
    /(^|\.)(Kms|Encryption|CustomerManaged)[A-Za-z]*Key[A-Za-z]*$/.test(path),
  );
  const allow: AllowRow[] = [];
  const told = TOLD.filter((row) => row.service === service && row.operations.includes(operation.name)).map(
    ({ what }) => what,
  );
  const granted = new Set(own.flatMap(({ actions }) => actions));
  for (const name of names.toSorted()) {
    const action = authority.action(name);
    if (!action || granted.has(action.name)) continue;
    if (TAGGING.test(action.name)) continue;
    if (action.name.startsWith('kms:') && keys.length > 0) {
      const on = keys.map(({ path }) => `?arn:$p:kms:$r:$a:key/{@${path}?}`);
      allow.push({ actions: [action.name], on, purpose: 'encryption', when: keys.map(({ path }) => path) });
    } else if (TELLS_ONLY.test(action.name)) told.push(action.name);
    else {
      const on = patternsOf(service, operation, action);
      const bound = on.filter((pattern) => pattern.includes('{') || pattern.startsWith('='));
      // Only an argument that may be left out tells that the call does what the other action is for.
      const fields = bound.flatMap((pattern) =>
        [...pattern.matchAll(/\{@?([^?=}|[]+)[^}]*\?[^}]*\}/g)].map(([, path = '']) => path),
      );
      if (action.types.length === 0 && READS.test(action.name))
        allow.push({ actions: [action.name], on, purpose: 'data' });
      else if (fields.length > 0 && bound.length === on.length) {
        allow.push({ actions: [action.name], on, purpose: 'data', when: [...new Set(fields)] });
      } else told.push(action.name);
    }
  }
  return { allow, told };
}

/** The verbs of operations that make something, which may be tagged from the start. */
const MAKES =
  /^(Allocate|Clone|Copy|Create|Import|Invite|Launch|Provision|Purchase|Put|Register|Request|Restore|Run|Start|Upload)/;
const TAGGING = /:(TagResource|AddTagsToResource|AddTags|AddTagsToStream|CreateTags|TagQueue|Tag[A-Z]\w+)$/;

/**
 * A resource that is made with tags is tagged: services ask for the permission to tag it as well.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html and the services' pages
 */
function tagRow(
  service: string,
  operation: Operation,
  own: readonly AllowRow[],
  authority: Authority,
): AllowRow | undefined {
  const { name, members } = operation;
  const prefix = PREFIXES[service] ?? service;
  if (!MAKES.test(name) || /^(CreateTags|PutTags|CreateOrUpdateTags)$/.test(name)) return undefined;
  const tags = members.find(({ path }) => /^(Tags|TagList|TagSpecifications)(\[\]|\{\}|\.|$)/.test(path));
  const field = /^[A-Za-z]+/.exec(tags?.path ?? '')?.[0];
  if (field === undefined) return undefined;
  const noun = name.replace(/^[A-Z][a-z]+/, '');
  const names = [
    `Tag${noun}`,
    'TagResource',
    'AddTagsToResource',
    'AddTags',
    'AddTagsToStream',
    'CreateTags',
    'TagQueue',
  ];
  const action = names.map((one) => authority.action(`${prefix}:${one}`)).find((one) => one !== undefined);
  if (action === undefined) return undefined;
  // What is tagged is what is made: a node group, not its cluster.
  const types = action.types.filter(({ key }) => key.toLowerCase().replace(/[^a-z0-9]/g, '') === noun.toLowerCase());
  const made = types.flatMap((type) => bindType(operation, type, types, NAMED_BY[service] ?? {}));
  const taggable = (own[0]?.on ?? []).filter((pattern) => action.types.some(({ arn }) => isOf(pattern, arn)));
  // The reference does not list every type that can be tagged.
  const on = made.length > 0 ? made.flatMap((binding) => spelled(service, binding)) : taggable;
  return { actions: [action.name], on: on.length > 0 ? on : (own[0]?.on ?? []), when: [field] };
}

/** True where the pattern is one of the type's ARNs. */
function isOf(pattern: string, arn: string): boolean {
  const skeleton = (text: string) => text.replace(/^\?/, '').replace(/\$\{\w+\}|\{[^}]*\}|\$[pra]/g, '*');
  return skeleton(pattern) === skeleton(arn);
}

const ROLE = /^(.*role(arn|name|s|arns|arnlist)?)$/i;

/** The arguments that hand a role to a service. */
function roleFields(service: string, { name, members }: Operation): readonly Member[] {
  if (/^(Get|List|Describe|Search|BatchGet|BatchDescribe|Filter)/.test(name)) return [];
  const none = NO_ROLES[service] ?? [];
  if (none.includes('*')) return [];
  return members.filter(({ path, arn, oneOf }) => {
    if (path.includes('{}') || oneOf) return false;
    const bare = path.replaceAll('[]', '');
    if (none.some((end) => ends(bare, end))) return false;
    if ((ROLES[service] ?? []).some((end) => ends(bare, end.replaceAll('[]', '')))) return true;
    const field = bare.split('.').at(-1) ?? '';
    if (/InstanceProfile(Arn|Name)?$/.test(field)) return true;
    return ROLE.test(field) && (arn || /Role(Arns?|Name)$/.test(field) || /Iam.*Roles?$/.test(field));
  });
}

function ends(path: string, end: string): boolean {
  return path === end || path.endsWith(`.${end}`);
}

function passRows(service: string, operation: Operation): readonly PassRow[] {
  const rows = new Map<string, string[]>();
  for (const { path } of roleFields(service, operation)) {
    const principal = principalOf(service, operation.name, path);
    rows.set(principal, [...(rows.get(principal) ?? []), path]);
  }
  const more = MORE_ROLES.filter((row) => row.service === service && row.operations.includes(operation.name));
  for (const { to, fields } of more) rows.set(to, [...(rows.get(to) ?? []), ...fields]);
  return [...rows].map(([to, fields]) => ({ fields, to }));
}

function principalOf(service: string, name: string, path: string): string {
  const bare = path.replaceAll('[]', '');
  const row = PRINCIPALS.find(
    (one) =>
      one.service === service &&
      (one.field === undefined || ends(bare, one.field.replaceAll('[]', ''))) &&
      (one.operations === undefined || one.operations.test(name)),
  );
  return row?.principal ?? `${PREFIXES[service] ?? service}.amazonaws.com`;
}

/** Curated rows that the data no longer needs or no longer knows. */
export function staleRows(models: Models, authority: Authority): readonly string[] {
  const stale: string[] = [];
  const operation = (service: string, name: string) => operationsOf(service, models).find((one) => one.name === name);
  for (const { service, actions } of ACTIONS) {
    const prefix = PREFIXES[service];
    if (prefix === undefined) stale.push(`actions: ${service} is no service`);
    for (const name of Object.keys(actions)) {
      const wanted = curatedActions(service, name) ?? [];
      if (!operation(service, name)) stale.push(`actions: ${service}:${name} is no operation`);
      for (const action of wanted) {
        if (authority.action(action)?.name !== action)
          stale.push(`actions: ${action} (${service}:${name}) is no action`);
      }
      const own = authority.action(`${prefix}:${name}`);
      if (own && !wanted.includes(own.name) && prefix !== 's3') {
        stale.push(`actions: ${service}:${name} has an action of its own name by now`);
      }
    }
  }
  for (const { service, operations } of MORE_ROLES) {
    for (const name of operations)
      if (!operation(service, name)) stale.push(`roles: ${service}:${name} is no operation`);
  }
  for (const { service, operations, actions } of EXTRA) {
    for (const name of operations)
      if (!operation(service, name)) stale.push(`extra: ${service}:${name} is no operation`);
    for (const action of actions) if (!authority.action(action)) stale.push(`extra: ${action} is no action`);
  }
  for (const [action, others] of Object.entries(DEPENDENTS)) {
    for (const name of [action, ...others]) if (!authority.action(name)) stale.push(`dependents: ${name} is no action`);
  }
  for (const { service, operations } of TOLD) {
    for (const name of operations)
      if (!operation(service, name)) stale.push(`told: ${service}:${name} is no operation`);
  }
  for (const [service, named] of Object.entries(NAMED_BY)) {
    const paths = new Set(operationsOf(service, models).flatMap(({ members }) => members.map(({ path }) => path)));
    for (const path of new Set(Object.values(named).flat())) {
      if (!paths.has(path)) stale.push(`resources: ${service} has no argument ${path}`);
    }
  }
  for (const { service, field } of PRINCIPALS) {
    const found = operationsOf(service, models).flatMap((one) => roleFields(service, one));
    const used =
      field === undefined || found.some(({ path }) => ends(path.replaceAll('[]', ''), field.replaceAll('[]', '')));
    if (found.length === 0 || !used) stale.push(`roles: ${service} passes no role ${field ?? ''}`.trim());
  }
  for (const [service, names] of Object.entries(DOCUMENTED)) {
    for (const name of Object.keys(names)) {
      if (authority.action(`${PREFIXES[service]}:${name}`))
        stale.push(`documented: ${service}:${name} is an action by now`);
    }
  }
  for (const [service, names] of Object.entries(NOTHING_NEEDED)) {
    for (const name of Object.keys(names))
      if (!operation(service, name)) stale.push(`actions: ${service}:${name} is no operation`);
  }
  return stale;
}

const IDENTIFIES = /(Id|Ids|Name|Names|Arn|Arns|ArNs|Identifier|Identifiers|Url)(\[\])?$/;
const NO_IDENTIFIER = /^(Client|Next|Idempotency|Request|Tag|Kms|Vpc|Subnet|Catalog|Account|AwsAccount|Owner|Customer)/;

/**
 * Operations whose action has resources with names and whose call must give an argument that identifies something, and
 * that are not scoped all the same. What is being made has no name yet.
 */
export function unnamedOperations(
  service: string,
  data: ServiceData,
  models: Models,
  authority: Authority,
  isScoped: (operation: OperationData) => boolean,
): readonly string[] {
  return operationsOf(service, models)
    .filter(({ api, name, members }) => {
      const known = data.operations[api];
      if (!known || !('allow' in known) || isScoped(known)) return false;
      const types = known.allow.flatMap(({ actions }) =>
        actions.flatMap((action) => authority.action(action)?.types ?? []),
      );
      if (!types.some(({ arn }) => arn.split(':').slice(5).join(':').includes('${'))) return false;
      if (
        /^(Create|Register|Import|Allocate|Start|Put)/.test(name) &&
        !members.some(({ path, required }) => required && /Arns?$/.test(path))
      ) {
        return false;
      }
      return members.some(
        ({ path, required }) =>
          required &&
          !path.replace(/\[\]$/, '').includes('.') &&
          IDENTIFIES.test(path) &&
          !NO_IDENTIFIER.test(path) &&
          !/Role(Arn|Name)$/.test(path),
      );
    })
    .map(({ api }) => `${service}:${api}`)
    .toSorted();
}
