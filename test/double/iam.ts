import { Refusal } from './refusal.ts';

/** IAM, as far as the hook uses it, with the refusals that AWS's documentation lists for each operation. */

interface Role {
  readonly arn: string;
  readonly tags: Map<string, string>;
  readonly inline: Map<string, string>;
  readonly attached: Set<string>;
  /** ARN of its permissions boundary; empty for none. */
  readonly boundary: string;
}

interface Managed {
  readonly name: string;
  readonly path: string;
  /** The one that counts. */
  readonly version: string;
  readonly document: string;
  /** The other versions and their documents. */
  readonly others: ReadonlyMap<string, string>;
}

interface RoleOptions {
  readonly tags?: readonly (readonly [string, string])[];
  readonly boundary?: string;
  readonly path?: string;
}

export interface IamState {
  readonly roles: Map<string, Role>;
  readonly policies: Map<string, Managed>;
}

const ACCOUNT = '111122223333';
const INLINE_QUOTA = 10_240;
const MANAGED_QUOTA = 6_144;
const ATTACHED_QUOTA = 10;

type Parameters = URLSearchParams;
type Reply = string;

interface Moment {
  readonly at: number;
  readonly state: IamState;
}

/** Each role, with the managed policies below its path, has a history of its own. */
export class Iam {
  readonly #histories = new Map<string, Moment[]>();
  /** Milliseconds by which reads lag behind writes. */
  lag = 0;

  stateOf(roleName: string): IamState {
    return this.#history(roleName).at(-1)?.state ?? NOTHING;
  }

  /** Every state that there ever was, oldest first. */
  historyOf(roleName: string): readonly IamState[] {
    return this.#history(roleName).map(({ state }) => state);
  }

  createRole(
    name: string,
    { tags: given = [['rolefit:managed', 'true']], boundary = '', path = '/' }: RoleOptions = {},
  ): void {
    this.#change(name, (state) => {
      const arn = `arn:aws:iam::${ACCOUNT}:role${path}${name}`;
      state.roles.set(name, { arn, tags: new Map(given), inline: new Map(), attached: new Set(), boundary });
    });
  }

  deleteRole(name: string): void {
    this.#change(name, (state) => state.roles.delete(name));
  }

  putInline(roleName: string, name: string, document: string): void {
    this.#change(roleName, (state) => role(state, roleName).inline.set(name, document));
  }

  setTag(roleName: string, key: string, value: string): void {
    this.#change(roleName, (state) => role(state, roleName).tags.set(key, value));
  }

  deleteInline(roleName: string, name: string): void {
    this.#change(roleName, (state) => role(state, roleName).inline.delete(name));
  }

  /** Answers one request with the XML inside its Result element. Throws Refusal. */
  answer(parameters: Parameters): Reply {
    const action = parameters.get('Action') ?? '';
    const roleName = roleOf(parameters);
    const read = READS[action];
    if (read) return read(this.seen(roleName), parameters);
    const write = WRITES[action];
    if (!write) throw new Refusal('InvalidAction', `the double does not know ${action}`, 400);
    return this.#change(roleName, (state) => write(state, parameters));
  }

  /** What a read sees: an earlier state, where IAM has not agreed yet. */
  seen(roleName: string): IamState {
    const limit = Date.now() - this.lag;
    return this.#history(roleName).findLast(({ at }) => at <= limit)?.state ?? NOTHING;
  }

  #history(roleName: string): Moment[] {
    const same = (one: string) => one.toLowerCase() === roleName.toLowerCase();
    const known = this.#histories.get(roleName) ?? [...this.#histories].find(([one]) => same(one))?.[1];
    if (known) return known;
    const history: Moment[] = [];
    this.#histories.set(roleName, history);
    return history;
  }

  #change<T>(roleName: string, change: (state: IamState) => T): T {
    const state = structuredClone(this.stateOf(roleName));
    const result = change(state);
    this.#history(roleName).push({ at: Date.now(), state });
    return result;
  }
}

const NOTHING: IamState = { roles: new Map(), policies: new Map() };

/** The role that a request is about, by its name or by the path of its managed policies. */
export function roleOf(parameters: Parameters): string {
  const path = parameters.get('PathPrefix') ?? parameters.get('Path') ?? parameters.get('PolicyArn') ?? '';
  return parameters.get('RoleName') ?? /\/rolefit\/([^/]+)\//.exec(path)?.[1] ?? '';
}

function role(state: IamState, name: string | null): Role {
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html: names are not distinguished by case
  const found = [...state.roles].find(([one]) => one.toLowerCase() === name?.toLowerCase())?.[1];
  if (!found) throw new Refusal('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
  return found;
}

function policy(state: IamState, arn: string | null): Managed {
  const found = state.policies.get(arn ?? '');
  if (!found) throw new Refusal('NoSuchEntity', `Policy ${arn} does not exist or is not attachable.`, 404);
  return found;
}

const READS: Readonly<Record<string, (state: IamState, parameters: Parameters) => Reply>> = {
  GetRole: (state, parameters) => {
    const { arn, tags, boundary } = role(state, parameters.get('RoleName'));
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    const path = arn.slice(arn.indexOf('/'), -name.length);
    const members = [...tags].map(([key, value]) => member(element('Key', key) + element('Value', value)));
    const bound =
      boundary === ''
        ? ''
        : `<PermissionsBoundary>${element('PermissionsBoundaryArn', boundary)}</PermissionsBoundary>`;
    return `<Role>${element('RoleName', name)}${element('Arn', arn)}${element('Path', path)}${bound}<Tags>${members.join('')}</Tags></Role>`;
  },
  ListRolePolicies: (state, parameters) => {
    const names = [...role(state, parameters.get('RoleName')).inline.keys()].sort();
    return `<PolicyNames>${names.map((name) => member(escapeXml(name))).join('')}</PolicyNames><IsTruncated>false</IsTruncated>`;
  },
  GetRolePolicy: (state, parameters) => {
    const name = parameters.get('PolicyName') ?? '';
    const document = role(state, parameters.get('RoleName')).inline.get(name);
    if (document === undefined) throw new Refusal('NoSuchEntity', `The role policy ${name} cannot be found.`, 404);
    return element('PolicyName', name) + element('PolicyDocument', encodeURIComponent(document));
  },
  ListPolicyVersions: (state, parameters) => {
    const { version, others } = policy(state, parameters.get('PolicyArn'));
    const versions = [version, ...others.keys()].map((one) =>
      member(`${element('VersionId', one)}<IsDefaultVersion>${one === version}</IsDefaultVersion>`),
    );
    return `<Versions>${versions.join('')}</Versions><IsTruncated>false</IsTruncated>`;
  },
  GetPolicyVersion: (state, parameters) => {
    const { document, version } = policy(state, parameters.get('PolicyArn'));
    const content = element('Document', encodeURIComponent(document)) + element('VersionId', version);
    return `<PolicyVersion>${content}<IsDefaultVersion>true</IsDefaultVersion></PolicyVersion>`;
  },
  ListAttachedRolePolicies: (state, parameters) => {
    const arns = [...role(state, parameters.get('RoleName')).attached];
    const members = arns.map((arn) =>
      member(element('PolicyArn', arn) + element('PolicyName', arn.replace(/.*\//, ''))),
    );
    return `<AttachedPolicies>${members.join('')}</AttachedPolicies><IsTruncated>false</IsTruncated>`;
  },
  ListPolicies: (state, parameters) => {
    const prefix = parameters.get('PathPrefix') ?? '/';
    const members = [...state.policies]
      .filter(([, { path }]) => path.startsWith(prefix))
      .map(([arn, { name, version, path }]) =>
        member(
          element('PolicyName', name) +
            element('Arn', arn) +
            element('Path', path) +
            element('DefaultVersionId', version),
        ),
      );
    return `<Policies>${members.join('')}</Policies><IsTruncated>false</IsTruncated>`;
  },
};

const WRITES: Readonly<Record<string, (state: IamState, parameters: Parameters) => Reply>> = {
  TagRole: (state, parameters) => {
    const { tags } = role(state, parameters.get('RoleName'));
    for (let index = 1; parameters.has(`Tags.member.${index}.Key`); index++) {
      tags.set(parameters.get(`Tags.member.${index}.Key`) ?? '', parameters.get(`Tags.member.${index}.Value`) ?? '');
    }
    return '';
  },
  UntagRole: (state, parameters) => {
    const { tags } = role(state, parameters.get('RoleName'));
    for (let index = 1; parameters.has(`TagKeys.member.${index}`); index++) {
      tags.delete(parameters.get(`TagKeys.member.${index}`) ?? '');
    }
    return '';
  },
  PutRolePolicy: (state, parameters) => {
    const { inline } = role(state, parameters.get('RoleName'));
    const document = checkDocument(parameters.get('PolicyDocument'));
    inline.set(parameters.get('PolicyName') ?? '', document);
    const size = [...inline.values()].reduce((sum, text) => sum + text.replaceAll(/\s/g, '').length, 0);
    if (size > INLINE_QUOTA) {
      const name = parameters.get('RoleName');
      throw new Refusal('LimitExceeded', `Maximum policy size of ${INLINE_QUOTA} bytes exceeded for role ${name}`, 409);
    }
    return '';
  },
  DeleteRolePolicy: (state, parameters) => {
    const name = parameters.get('PolicyName') ?? '';
    if (!role(state, parameters.get('RoleName')).inline.delete(name)) {
      throw new Refusal('NoSuchEntity', `The role policy with name ${name} cannot be found.`, 404);
    }
    return '';
  },
  CreatePolicy: (state, parameters) => {
    const name = parameters.get('PolicyName') ?? '';
    const path = parameters.get('Path') ?? '/';
    const document = checkDocument(parameters.get('PolicyDocument'));
    const size = document.replaceAll(/\s/g, '').length;
    if (size > MANAGED_QUOTA)
      throw new Refusal('LimitExceeded', `Cannot exceed quota for PolicySize: ${MANAGED_QUOTA}`, 409);
    if ([...state.policies.values()].some((existing) => existing.name.toLowerCase() === name.toLowerCase())) {
      throw new Refusal(
        'EntityAlreadyExists',
        `A policy called ${name} already exists. Duplicate names are not allowed.`,
        409,
      );
    }
    const arn = `arn:aws:iam::${ACCOUNT}:policy${path}${name}`;
    state.policies.set(arn, { name, path, document, version: 'v1', others: new Map() });
    return `<Policy>${element('Arn', arn)}${element('PolicyName', name)}<DefaultVersionId>v1</DefaultVersionId></Policy>`;
  },
  DeletePolicyVersion: (state, parameters) => {
    const arn = parameters.get('PolicyArn') ?? '';
    const found = policy(state, arn);
    const version = parameters.get('VersionId') ?? '';
    if (!found.others.has(version)) throw new Refusal('NoSuchEntity', `Policy version ${version} was not found`, 404);
    state.policies.set(arn, { ...found, others: new Map([...found.others].filter(([one]) => one !== version)) });
    return '';
  },
  DeletePolicy: (state, parameters) => {
    const arn = parameters.get('PolicyArn') ?? '';
    if (policy(state, arn).others.size > 0) {
      throw new Refusal('DeleteConflict', 'This policy has more than one version.', 409);
    }
    if ([...state.roles.values()].some(({ attached }) => attached.has(arn))) {
      throw new Refusal('DeleteConflict', 'Cannot delete a policy attached to entities.', 409);
    }
    state.policies.delete(arn);
    return '';
  },
  SetDefaultPolicyVersion: (state, parameters) => {
    const arn = parameters.get('PolicyArn') ?? '';
    const found = policy(state, arn);
    const version = parameters.get('VersionId') ?? '';
    // One that is not there someone has made just now: it allows nothing.
    const document = found.others.get(version) ?? '{"Version":"2012-10-17","Statement":[]}';
    const others = new Map([...found.others, [found.version, found.document] as const]);
    others.delete(version);
    state.policies.set(arn, { ...found, version, document, others });
    return '';
  },
  AttachRolePolicy: (state, parameters) => {
    const arn = parameters.get('PolicyArn') ?? '';
    const { attached } = role(state, parameters.get('RoleName'));
    policy(state, arn);
    attached.add(arn);
    if (attached.size > ATTACHED_QUOTA) {
      throw new Refusal('LimitExceeded', `Cannot exceed quota for PoliciesPerRole: ${ATTACHED_QUOTA}`, 409);
    }
    return '';
  },
  DetachRolePolicy: (state, parameters) => {
    const arn = parameters.get('PolicyArn') ?? '';
    if (!role(state, parameters.get('RoleName')).attached.delete(arn)) {
      throw new Refusal('NoSuchEntity', `Policy ${arn} was not found.`, 404);
    }
    return '';
  },
};

/** IAM parses a document and asks for ARNs (or `*`) in it. */
function checkDocument(text: string | null): string {
  const malformed = (why: string) => new Refusal('MalformedPolicyDocument', why, 400);
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html (PolicyDocument)
  if (/[^\t\n\r\x20-\xff]/.test(text ?? '')) {
    const why = "1 validation error detected: Value at 'policyDocument' failed to satisfy constraint";
    throw new Refusal('ValidationError', why, 400);
  }
  let json: { Statement?: { Resource?: string | string[] }[] };
  try {
    json = JSON.parse(text ?? '');
  } catch {
    throw malformed('Syntax errors in policy.');
  }
  for (const resource of (json.Statement ?? []).flatMap(({ Resource = [] }) => Resource)) {
    if (resource !== '*' && !/^arn:[^:]*:[^:]+:[^:]*:[^:]*:.+$/.test(resource)) {
      throw malformed(`Resource ${resource} must be in ARN format or "*".`);
    }
    const partition = resource.split(':')[1] ?? 'aws';
    if (partition !== 'aws') throw malformed(`Partition "${partition}" is not valid for resource "${resource}".`);
  }
  return text ?? '';
}

export function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

export function member(content: string): string {
  return `<member>${content}</member>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
