import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  type IAMClient,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';

/** All policies of a deployed role, whoever wrote them. */
export interface HeldPolicies {
  readonly arn: string;
  /** ARN of its permissions boundary. */
  readonly boundary: string | undefined;
  readonly policies: readonly HeldPolicy[];
}

export interface HeldPolicy {
  /** An inline policy's name, or a managed policy's ARN. */
  readonly name: string;
  readonly managed: boolean;
  /** JSON. */
  readonly document: string;
}

/** How a request is made: it can turn an error into one that names the action and the resource. */
export type Asking = <T>(action: string, resource: string, request: () => Promise<T>) => Promise<T>;

/** Reads them as `asking` makes the requests; needs iam:GetRole and what lists and gets the role's policies. */
export async function readHeld(client: IAMClient, RoleName: string, asking: Asking): Promise<HeldPolicies> {
  const { Role } = await asking('iam:GetRole', RoleName, () => client.send(new GetRoleCommand({ RoleName })));
  const names = await asking('iam:ListRolePolicies', RoleName, () =>
    collected(paginateListRolePolicies({ client }, { RoleName }), ({ PolicyNames = [] }) => PolicyNames),
  );
  const attached = await asking('iam:ListAttachedRolePolicies', RoleName, () =>
    collected(paginateListAttachedRolePolicies({ client }, { RoleName }), ({ AttachedPolicies = [] }) =>
      AttachedPolicies.flatMap(({ PolicyArn }) => (PolicyArn === undefined ? [] : [PolicyArn])),
    ),
  );
  const inline: HeldPolicy[] = [];
  for (const PolicyName of names) {
    const found = await asking('iam:GetRolePolicy', RoleName, () =>
      client.send(new GetRolePolicyCommand({ RoleName, PolicyName })),
    );
    inline.push({ name: PolicyName, managed: false, document: decoded(found.PolicyDocument) });
  }
  const managed: HeldPolicy[] = [];
  for (const arn of attached) managed.push(await managedPolicy(client, arn, asking));
  return {
    arn: Role?.Arn ?? RoleName,
    boundary: Role?.PermissionsBoundary?.PermissionsBoundaryArn,
    policies: [...inline, ...managed],
  };
}

async function managedPolicy(client: IAMClient, PolicyArn: string, asking: Asking): Promise<HeldPolicy> {
  const { Policy } = await asking('iam:GetPolicy', PolicyArn, () => client.send(new GetPolicyCommand({ PolicyArn })));
  const VersionId = Policy?.DefaultVersionId;
  const { PolicyVersion } = await asking('iam:GetPolicyVersion', PolicyArn, () =>
    client.send(new GetPolicyVersionCommand({ PolicyArn, VersionId })),
  );
  return { name: PolicyArn, managed: true, document: decoded(PolicyVersion?.Document) };
}

async function collected<Page, T>(
  pages: AsyncIterable<Page>,
  read: (page: Page) => readonly T[],
): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...read(page));
  return all;
}

/** Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html (URL-encoded) */
function decoded(document = ''): string {
  return decodeURIComponent(document);
}
