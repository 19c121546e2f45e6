import type { JsonObject } from '../asl/json.ts';
import { parseArn } from '../iam/arn.ts';
import { own } from '../own.ts';
import type { Resolver } from './intrinsics.ts';
import { writeOut } from './placeholder.ts';
import { propertiesOf, resourceTypeOf, type Template } from './read.ts';

/** A role that the template creates: as a resource of its own, or through SAM for a state machine without `Role`. */
export interface TemplateRole {
  readonly logicalId: string;
  /** What `Ref` returns: the role's name. */
  readonly name: string;
  readonly arn: string;
  /** The state machine that SAM creates it for; undefined for an AWS::IAM::Role. */
  readonly machine: string | undefined;
}

/** All roles of the template that a state machine may have. */
export function rolesIn(template: Template, resolver: Resolver): readonly TemplateRole[] {
  return Object.entries(template.resources).flatMap(([id, resource]) => {
    if (resourceTypeOf(resource) === 'AWS::IAM::Role') return [roleAt(id, undefined, resolver)];
    return makesRole(resource) ? [roleAt(samRoleId(id), id, resolver)] : [];
  });
}

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html */
function samRoleId(machine: string): string {
  return `${machine}Role`;
}

function makesRole(resource: JsonObject): boolean {
  return (
    resourceTypeOf(resource) === 'AWS::Serverless::StateMachine' && own(propertiesOf(resource), 'Role') === undefined
  );
}

function roleAt(logicalId: string, machine: string | undefined, { resolve }: Resolver): TemplateRole {
  return {
    logicalId,
    name: String(resolve({ Ref: logicalId })),
    arn: String(resolve({ 'Fn::GetAtt': [logicalId, 'Arn'] })),
    machine,
  };
}

/** The role with this ARN, however the template composes the ARN. */
export function roleByArn(
  arn: string,
  roles: readonly TemplateRole[],
  { placeholders }: Resolver,
): TemplateRole | undefined {
  const known = placeholders();
  const written = writeOut(arn, known);
  const parsed = parseArn(written);
  // `arn:aws:iam::${AWS::AccountId}:role/service/${Role}`: a role's name is unique in its account.
  const name = parsed?.service === 'iam' ? parsed.resource.slice(parsed.resource.lastIndexOf('/') + 1) : undefined;
  return roles.find((role) => writeOut(role.arn, known) === written) ?? roles.find((role) => role.name === name);
}

/** The role that SAM creates for this state machine. */
export function samRoleOf(machine: string, roles: readonly TemplateRole[]): TemplateRole | undefined {
  return roles.find((role) => role.machine === machine);
}
