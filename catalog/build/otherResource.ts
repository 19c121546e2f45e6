/** Arguments and operations that are about more than one resource: whether a name is another resource's. */
import { parseArnFormat, type ResourceType } from './arnFormat.ts';
import type { Member, Operation } from './models.ts';
import { fieldsOf, lastField } from './path.ts';
import { base, identifierKind, isOpaque, norm, nounOf, OWN } from './words.ts';

/**
 * True where the argument names another resource than the one that the operation is about, or a new name for it: a
 * cluster's Orchestrator.Eks.ClusterArn, the DomainId that a domain's settings have, the Name of UpdateWindow beside its WindowId.
 */
export function isOther(operation: Operation, member: Member, type: ResourceType): boolean {
  const fields = fieldsOf(member.path);
  if (fields[0] === 'Tags' || (fields.includes('S3Object') && !type.arn.includes(':s3:'))) return true;
  if (member.required) return false;
  const about = nounOf(operation);
  const verb = operation.name.toLowerCase();
  const identified = operation.members.some(
    (other) =>
      other.required &&
      /^[A-Za-z]*(Id|Identifier|Arn|Name)$/.test(other.path) &&
      about.endsWith(base(norm(other.path).replace(/^(id|arn|name)$/, ''))),
  );
  const renames = identified && /^(update|modify)/.test(verb);
  if (fields.length > 1) return about === base(norm(type.key)) && (renames || /^(create|register)/.test(verb));
  const word = norm(member.path);
  return renames && identifierKind(word) === 'name' && (OWN.has(word) || base(word) === about);
}

/** The verbs that make a resource of the type that they name; not Put, which may. */
const MAKES = /^(Clone|Copy|Create|Import|Register|Restore|Run|Start)/;

/** True where the call makes a resource of the type, and AWS makes up its ID. */
export function isMade(operation: Operation, type: ResourceType, types: readonly ResourceType[]): boolean {
  const name = parseArnFormat(type.arn).names.at(-1);
  if (name === undefined || !isOpaque(norm(name)) || !MAKES.test(operation.name)) return false;
  const [about, made] = [nounOf(operation), base(norm(type.key))];
  const other = types.some(({ key }) => base(norm(key)) === about);
  return about === made || (!other && (about.startsWith(made) || about.endsWith(made)));
}

/** The starts of arguments that name what something is made from. */
const SOURCE = /^(source|parent|primary|origin|transport)/;

/** True where each of the arguments names what something is made from. */
export function areSources(members: readonly Member[]): boolean {
  return members.length > 0 && members.every(({ path }) => SOURCE.test(norm(lastField(path))));
}

/** True where the name is another type's: a GlobalClusterIdentifier is a global-cluster's, not a cluster's. */
export function isOfAnotherType(
  type: ResourceType,
  member: Member | undefined,
  types: readonly ResourceType[],
): boolean {
  return (
    member !== undefined &&
    types.some((other) => other.key !== type.key && base(norm(other.key)) === base(norm(member.path)))
  );
}
