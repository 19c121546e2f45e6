import { IAMClient, type ServiceInputTypes, type ServiceOutputTypes } from '@aws-sdk/client-iam';
import { PLACE } from './fleet.ts';
import { type Ask, textOf } from './request.ts';

export interface IamRole {
  readonly name: string;
  readonly arn: string;
  readonly tags: ReadonlyMap<string, string>;
  readonly inline: Map<string, string>;
  /** ARNs. */
  readonly attached: Set<string>;
  /** rolefit's managed policies for it, by ARN. */
  readonly managed: Map<string, string>;
}

/** IAM as the re-check sees it. What is written is read at once: how it lags behind is the fleet tests' matter. */
export class Iam {
  readonly roles = new Map<string, IamRole>();

  add(name: string, tags: ReadonlyMap<string, string>): IamRole {
    const arn = `arn:aws:iam::${PLACE.account}:role/${name}`;
    const role = { name, arn, tags, inline: new Map(), attached: new Set<string>(), managed: new Map() };
    this.roles.set(name, role);
    return role;
  }

  /** A client that this answers in place of AWS. */
  client(ask: Ask): IAMClient {
    const client = new IAMClient({ region: PLACE.region });
    client.middlewareStack.add(
      (_, { commandName = '' }) =>
        async ({ input }) => {
          const api = commandName.replace(/Command$/, '');
          await ask('iam', api);
          return { response: undefined, output: this.#answer(api, input) };
        },
      { step: 'initialize', priority: 'high' },
    );
    return client;
  }

  #answer(api: string, input: ServiceInputTypes): ServiceOutputTypes {
    const path = /\/rolefit\/([^/]+)\//.exec(
      textOf(input, 'PathPrefix') + textOf(input, 'Path') + textOf(input, 'PolicyArn'),
    );
    const role = this.roles.get(textOf(input, 'RoleName') || (path?.[1] ?? ''));
    if (!role) throw new Error(`${api}: no such role`);
    return read(role, api, input) ?? write(role, api, input);
  }
}

function read(
  { name, arn, tags, inline, attached, managed }: IamRole,
  api: string,
  input: ServiceInputTypes,
): ServiceOutputTypes | undefined {
  switch (api) {
    case 'GetRole': {
      const Tags = [...tags].map(([Key, Value]) => ({ Key, Value }));
      const Role = { Path: '/', RoleName: name, RoleId: name, Arn: arn, CreateDate: new Date(0), Tags };
      return { Role, $metadata: {} };
    }
    case 'ListRolePolicies':
      return { PolicyNames: [...inline.keys()], $metadata: {} };
    case 'GetRolePolicy': {
      const PolicyName = textOf(input, 'PolicyName');
      const PolicyDocument = encodeURIComponent(inline.get(PolicyName) ?? '');
      return { RoleName: name, PolicyName, PolicyDocument, $metadata: {} };
    }
    case 'ListAttachedRolePolicies':
      return { AttachedPolicies: [...attached].map((PolicyArn) => ({ PolicyArn })), $metadata: {} };
    case 'ListPolicies': {
      const Policies = [...managed.keys()].map((Arn) => ({
        Arn,
        PolicyName: Arn.slice(Arn.lastIndexOf('/') + 1),
        DefaultVersionId: 'v1',
      }));
      return { Policies, $metadata: {} };
    }
    case 'GetPolicyVersion': {
      const document = managed.get(textOf(input, 'PolicyArn')) ?? '';
      return { PolicyVersion: { Document: encodeURIComponent(document) }, $metadata: {} };
    }
    default:
      return undefined;
  }
}

function write({ inline, attached, managed }: IamRole, api: string, input: ServiceInputTypes): ServiceOutputTypes {
  const [name, arn, document] = [
    textOf(input, 'PolicyName'),
    textOf(input, 'PolicyArn'),
    textOf(input, 'PolicyDocument'),
  ];
  switch (api) {
    case 'PutRolePolicy':
      inline.set(name, document);
      break;
    case 'DeleteRolePolicy':
      inline.delete(name);
      break;
    case 'CreatePolicy':
      managed.set(`arn:aws:iam::${PLACE.account}:policy${textOf(input, 'Path')}${name}`, document);
      break;
    case 'DeletePolicy':
      managed.delete(arn);
      break;
    case 'AttachRolePolicy':
      attached.add(arn);
      break;
    case 'DetachRolePolicy':
      attached.delete(arn);
      break;
    default:
      throw new Error(`the stand-in does not know ${api}`);
  }
  return { $metadata: {} };
}
