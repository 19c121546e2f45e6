import { GetInstanceProfileCommand, GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { answered } from './failure.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const iam = clientsOf((settings) => new IAMClient(settings));

export const readInstanceProfile: FactReader = async ({ text, name: InstanceProfileName }, session) => {
  const { InstanceProfile } = await session.request('iam:GetInstanceProfile', text, (options) =>
    iam(session, session.own.region).send(new GetInstanceProfileCommand({ InstanceProfileName }), options),
  );
  return {
    facts: { roles: answered(InstanceProfile?.Roles, 'iam:GetInstanceProfile', text).flatMap(({ Arn }) => Arn ?? []) },
    unread: [],
  };
};

export const readRolePath: FactReader = async ({ text, name: RoleName }, session) => {
  const { Role } = await session.request('iam:GetRole', text, (options) =>
    iam(session, session.own.region).send(new GetRoleCommand({ RoleName }), options),
  );
  return { facts: Role?.Path === undefined ? {} : { path: Role.Path }, unread: [] };
};
