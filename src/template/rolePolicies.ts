import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { overlaps } from '../iam/pattern.ts';
import { hasPlaceholder, isPlaceholder, splitAtPlaceholders } from '../iam/text.ts';
import { own } from '../own.ts';
import { implied, joinPolicies, type ReadPolicies, readPolicy, unread } from '../policy/document.ts';
import { textList } from '../policy/statement.ts';
import { connectorPolicies } from './connectors.ts';
import { dialectOf } from './dialect.ts';
import type { Resolver } from './intrinsics.ts';
import { awsManaged, isAwsManaged } from './managedPolicies.ts';
import { type Placeholders, writeOut } from './placeholder.ts';
import { type PresenceContext, policiesIfPresent } from './presence.ts';
import { propertiesOf, resourceTypeOf, type Template } from './read.ts';
import type { TemplateRole } from './roles.ts';
import { isSamPolicy, samPolicy } from './samPolicies.ts';
import { withStatementLines } from './statementLines.ts';

export interface PolicyContext extends PresenceContext {
  readonly template: Template;
}

/** All policies that the template gives a role. */
export function policiesOfRole(role: TemplateRole, context: PolicyContext): ReadPolicies {
  const { template } = context;
  const resource = own(template.resources, role.machine ?? role.logicalId);
  if (!resource) return unread(role.logicalId, `is not in ${dialectOf(template).whole}`);
  const { placeholders } = context.resolver;
  // What refers to a role exists only if the role does.
  const condition = own(resource, 'Condition');
  const inRole = typeof condition === 'string' ? { ...context, condition } : context;
  const policies = joinPolicies(
    role.machine === undefined
      ? ownPolicies(role.logicalId, resource, context)
      : samPolicies(role.machine, resource, context),
    attachedPolicies(role, inRole),
    connectorPolicies(role, template, inRole),
    deployedPolicies(role, template, inRole),
  );
  return withUndecidedResources(policies, placeholders());
}

/** The policies in an AWS::IAM::Role itself. */
function ownPolicies(id: string, resource: JsonObject, context: PolicyContext): ReadPolicies {
  const properties = propertiesOf(resource);
  return joinPolicies(
    boundary(id, properties, context),
    entryPolicies(id, resource, 'Policies', context, (policy, source, line, path) =>
      withStatementLines(
        readPolicy(isObject(policy) ? own(policy, 'PolicyDocument') : policy, source, line),
        [...path, 'PolicyDocument'],
        context,
      ),
    ),
    entryPolicies(id, resource, 'ManagedPolicyArns', context, (arn, source, line) =>
      managedPolicy(arn, source, line, context),
    ),
  );
}

function boundary(id: string, properties: JsonObject, { template }: PolicyContext): ReadPolicies {
  return own(properties, 'PermissionsBoundary') === undefined
    ? joinPolicies()
    : {
        policies: [],
        notEvaluated: [
          {
            source: dialectOf(template).propertyOf(id, 'PermissionsBoundary'),
            reason: 'limits what these policies allow',
            mayAllow: 'nothing',
          },
        ],
      };
}

/**
 * The policies of a state machine for the role that SAM creates. With tracing, SAM adds the X-Ray policy.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html
 */
function samPolicies(id: string, resource: JsonObject, context: PolicyContext): ReadPolicies {
  const properties = propertiesOf(resource);
  const tracing = context.resolver.resolve(own(properties, 'Tracing') ?? {});
  const traced = isObject(tracing) && own(tracing, 'Enabled') === true;
  const policies = own(properties, 'Policies');
  const isOne = typeof policies === 'string' || isObject(policies);
  return joinPolicies(
    boundary(id, properties, context),
    ...entriesOf(policies, context.resolver).map(({ item, index }) => {
      const source = isOne ? `${id}.Policies` : `${id}.Policies.${index}`;
      const path = ['Resources', id, 'Properties', 'Policies', ...(isOne ? [] : [String(index)])];
      return samEntry(item, source, lineAt(context, id, 'Policies', index), path, context);
    }),
    traced
      ? implied(awsManaged('AWSXrayWriteOnlyAccess', `${id}.Tracing`, lineAt(context, id, 'Tracing')))
      : joinPolicies(),
  );
}

interface Entry {
  readonly item: Json;
  /** Its index in the template's list. */
  readonly index: number;
}

/** The entries of a list, or a single entry in place of a list; without those that are AWS::NoValue. */
function entriesOf(value: Json | undefined, { resolve }: Resolver): readonly Entry[] {
  const whole = value === undefined || isArray(value) ? [] : resolve(value);
  const list: readonly (Json | undefined)[] = isArray(whole) ? whole : [whole];
  const items = isArray(value) ? value.map((item) => resolve(item)) : list;
  return items.flatMap((item, index) => (item === undefined ? [] : [{ item, index }]));
}

/** A managed policy's name or ARN, a policy template, or a document. */
function samEntry(
  policy: Json,
  source: string,
  line: number | undefined,
  path: readonly string[],
  context: PolicyContext,
): ReadPolicies {
  if (typeof policy === 'string') {
    return policy.startsWith('arn:') || isPlaceholder(policy)
      ? managedPolicy(policy, source, line, context)
      : awsManaged(policy, source, line);
  }
  if (!isObject(policy)) return unread(source, 'is no policy');
  if (own(policy, 'Statement') !== undefined || own(policy, 'Effect') !== undefined)
    return withStatementLines(readPolicy(policy, source, line), path, context);
  const names = Object.keys(policy);
  const unknownName = names.find((name) => !isSamPolicy(name));
  if (unknownName !== undefined) return unread(source, `the policy template ${unknownName} is not known here`);
  return joinPolicies(...names.map((name) => samPolicy(name, own(policy, name) ?? {}, context.resolver, source, line)));
}

/** A managed policy by ARN: an AWS managed one, or one of the template. */
function managedPolicy(arn: Json, source: string, line: number | undefined, context: PolicyContext): ReadPolicies {
  if (typeof arn !== 'string') return unread(source, 'is no ARN');
  if (isAwsManaged(arn)) return awsManaged(arn, source, line);
  const { template, resolver } = context;
  const written = (text: Json | undefined) => writeOut(String(text), resolver.placeholders());
  for (const [id, resource] of Object.entries(template.resources)) {
    if (resourceTypeOf(resource) !== 'AWS::IAM::ManagedPolicy') continue;
    if (written(resolver.resolve({ Ref: id })) === written(arn)) return documentOf(id, resource, context);
  }
  return unread(source, `the managed policy ${arn} is not in ${dialectOf(template).whole}`);
}

function documentOf(id: string, resource: JsonObject, context: PolicyContext): ReadPolicies {
  return policiesIfPresent(id, resource, context, () => {
    const document = own(propertiesOf(resource), 'PolicyDocument');
    const line = context.template.lineOf(['Resources', id]);
    const read = readPolicy(document === undefined ? undefined : context.resolver.resolve(document), id, line);
    return withStatementLines(read, ['Resources', id, 'Properties', 'PolicyDocument'], context);
  });
}

/** The property in which a policy names its roles. */
const ATTACHED: Readonly<Record<string, string>> = {
  'AWS::IAM::Policy': 'Roles',
  'AWS::IAM::RolePolicy': 'RoleName',
  'AWS::IAM::ManagedPolicy': 'Roles',
};

function attachedPolicies(role: TemplateRole, context: PolicyContext): ReadPolicies {
  const parts = Object.entries(context.template.resources).map(([id, resource]) => {
    const property = own(ATTACHED, resourceTypeOf(resource));
    const value = property === undefined ? undefined : own(propertiesOf(resource), property);
    if (value === undefined) return joinPolicies();
    const names = textList(context.resolver.resolve(value));
    const isPerhaps = names?.some((name) => mayName(name, role.name, context.resolver.placeholders()));
    if (names?.includes(role.name)) return documentOf(id, resource, context);
    if (isPerhaps === false) return joinPolicies();
    const { later, propertyOf } = dialectOf(context.template);
    const what = propertyOf('', property ?? '').replace(/^\./, '');
    return unread(
      id,
      `may belong to the role: its ${what} ${property === 'RoleName' ? 'is' : 'are'} known only ${later}`,
    );
  });
  return joinPolicies(...parts);
}

/** What rolefit's custom resource gives the role at deployment: exactly what the definition needs. */
function deployedPolicies(role: TemplateRole, { resources }: Template, context: PresenceContext): ReadPolicies {
  const { resolve, placeholders } = context.resolver;
  const written = (text: Json | undefined) => writeOut(String(text), placeholders());
  const those = Object.entries(resources).filter(([, resource]) => {
    const name = own(propertiesOf(resource), 'RoleName');
    if (resourceTypeOf(resource) !== 'Custom::StateMachineRolePolicy' || name === undefined) return false;
    return [role.name, written(role.arn)].includes(written(resolve(name)));
  });
  const reason = 'gives the role what the definition needs, at deployment';
  const parts = those.map(([id, resource]) =>
    policiesIfPresent(id, resource, context, () => ({
      policies: [],
      notEvaluated: [{ source: id, reason, mayAllow: 'needed' }],
    })),
  );
  return joinPolicies(...parts);
}

/**
 * Whether a text with placeholders may be the role's name: an import may be any name, a parameter any name in the
 * template.
 */
function mayName(text: string, role: string, placeholders: Placeholders): boolean {
  if (isOpaque(text, placeholders)) return true;
  if (!hasPlaceholder(text) || hasPlaceholder(role)) return false;
  const pieces = splitAtPlaceholders(text).map((piece) => (isNoResource(piece, placeholders) ? '*' : piece));
  return overlaps(pieces.join(''), role);
}

function isNoResource(piece: string, placeholders: Placeholders): boolean {
  const known = own(placeholders, piece);
  return known !== undefined && known.resourceType === undefined;
}

function isOpaque(text: string, placeholders: Placeholders): boolean {
  return own(placeholders, text)?.intrinsic !== undefined;
}

/** Reads each entry of a role's property. */
function entryPolicies(
  id: string,
  resource: JsonObject,
  property: string,
  context: PolicyContext,
  read: (item: Json, source: string, line: number | undefined, path: readonly string[]) => ReadPolicies,
): ReadPolicies {
  const value = own(propertiesOf(resource), property);
  const entries = entriesOf(value, context.resolver);
  const isKnown =
    isArray(value) || entries.every(({ item }) => !isOpaque(String(item), context.resolver.placeholders()));
  const { later, propertyOf } = dialectOf(context.template);
  if (!isKnown) return unread(propertyOf(id, property), `is known only ${later}`);
  return joinPolicies(
    ...entries.map(({ item, index }) => {
      const path = ['Resources', id, 'Properties', property, String(index)];
      return read(item, propertyOf(id, property, index), lineAt(context, id, property, index), path);
    }),
  );
}

/** The nearest line to an entry of a property. */
function lineAt({ template }: PolicyContext, id: string, property: string, index?: number): number | undefined {
  const path = ['Resources', id, 'Properties', property];
  const entry = index === undefined ? undefined : template.lineOf([...path, String(index)]);
  return entry ?? template.lineOf(path) ?? template.lineOf(['Resources', id]);
}

/** Notes resources in statements that depend on an undecided condition. */
function withUndecidedResources(read: ReadPolicies, placeholders: Placeholders): ReadPolicies {
  const notes = read.policies.flatMap(({ source, statements }) =>
    statements.flatMap(({ Effect, Action, Resource, NotResource, index: place }, index) => {
      const undecided = [...(Resource ?? []), ...(NotResource ?? [])].filter((text) => conditional(text, placeholders));
      const where = `${source}.Statement.${place ?? index}`;
      return undecided.map((text) => ({
        source: where,
        resource: text,
        reason: `its resource ${text} depends on a condition that is known only at deployment`,
        mayAllow: Effect === 'Deny' ? ('nothing' as const) : (Action ?? ['*']),
      }));
    }),
  );
  return joinPolicies(read, { policies: [], notEvaluated: notes });
}

function conditional(text: string, placeholders: Placeholders): boolean {
  return [...text.matchAll(/\$\{[^{}]+\}/g)].some(([whole]) => {
    const intrinsic = own(placeholders, whole)?.intrinsic;
    return isObject(intrinsic) && own(intrinsic, 'Fn::If') !== undefined;
  });
}
