/** Finds the arguments that name the resources of an operation: a resource type's ARN format, filled with members. */
import type { Member, Operation } from './models.ts';

export interface ResourceType {
  readonly key: string;
  /** `arn:${Partition}:scheduler:${Region}:${Account}:schedule/${GroupName}/${ScheduleName}` */
  readonly arn: string;
  readonly required: boolean;
}

/** A pattern of src/sdk/pattern.ts: `arn:$p:scheduler:$r:$a:schedule/{GroupName}/{Name}`. */
export interface Binding {
  readonly type: ResourceType;
  readonly pattern: string;
  /** The members that its last name comes from; none where nothing names it. */
  readonly members: readonly Member[];
}

/**
 * Binds one resource type: one pattern, or two where the call names a source and a target of the type. Parts of the ARN
 * that no argument gives are `*`.
 */
export function bindType(
  operation: Operation,
  type: ResourceType,
  types: readonly ResourceType[],
  named: Named,
): readonly Binding[] {
  const whole = wholeArns(operation, type);
  const several = alternatives(operation, type, types, named);
  if (several) return [several];
  const byName = fill(operation, type, types, named);
  // A name beats an ARN only where the call gives one of them: {Name|Arn}.
  if (whole.length > 0 && !byName.members.some((member) => !isArnName(member))) {
    return whole.map((member) => ({ type, pattern: arnPattern(type, member), members: [member] }));
  }
  if (byName.members.length > 0) return [byName];
  return copies(operation, type) ?? [byName];
}

/** LogGroupName, LogGroupNames and LogGroupIdentifiers: any of them, none of which must be given. */
function alternatives(
  operation: Operation,
  type: ResourceType,
  types: readonly ResourceType[],
  named: Named,
): Binding | undefined {
  const [slot, ...others] = slotsOf(type.arn);
  if (slot === undefined || others.length > 0) return undefined;
  const members = operation.members.filter((member) => {
    if (member.path.replaceAll('[]', '').includes('.')) return false;
    return isNamed(member, slot, true, type, named) || score(operation, member, slot, true, 1, type, types) >= 86;
  });
  if (members.length < 2 || members.some((member) => member.required)) return undefined;
  return { type, pattern: place(type.arn).replace(`\${${slot}}`, slotText(members)), members };
}

/** The pattern of the type's ARNs, and the member that holds a whole one. */
function arnPattern(type: ResourceType, member: Member): string {
  const slots = slotsOf(type.arn);
  let pattern = place(type.arn);
  for (const slot of slots.slice(0, -1)) pattern = pattern.replace(`\${${slot}}`, '*');
  const last = slots.at(-1);
  return last === undefined
    ? pattern.replace(/[^:/]*$/, slotText([member]))
    : pattern.replace(`\${${last}}`, slotText([member]));
}

function place(arn: string): string {
  return arn.replace('${Partition}', '$p').replace('${Region}', '$r').replace('${Account}', '$a');
}

/** Members that hold an ARN of the type: ClusterArn for a cluster. */
function wholeArns(operation: Operation, type: ResourceType): readonly Member[] {
  const t = base(norm(type.key));
  const found = operation.members.filter((member) => {
    if (!isArnName(member) || member.path.includes('{}')) return false;
    const segments = member.path.replaceAll('[]', '').split('.');
    const name = base(norm(segments.at(-1) ?? ''));
    if (name === t) return true;
    if (segments.length > 1) return base(norm(segments.join(''))) === t;
    return name.replace(ROLE_OF_COPY, '') === t;
  });
  const top = found.filter(({ path }) => !path.includes('.'));
  return top.length > 0 ? top : found.slice(0, 1);
}

const ROLE_OF_COPY = /^(source|target|destination|new|old|current|parent|final|existing|origin)/;

/** SourceSnapshotIdentifier and TargetSnapshotIdentifier: two resources of one type. */
function copies(operation: Operation, type: ResourceType): readonly Binding[] | undefined {
  const slots = slotsOf(type.arn);
  const slot = slots.at(-1);
  if (slot === undefined || slots.length !== 1) return undefined;
  const wanted = [base(norm(slot)), base(norm(type.key))];
  const found = operation.members.filter((member) => {
    if (member.path.includes('.') || member.path.includes('{}')) return false;
    const name = norm(member.path);
    if (!ROLE_OF_COPY.test(name)) return false;
    const bare = name.replace(ROLE_OF_COPY, '');
    const conflict = kindOf(bare) !== 'any' && kindOf(norm(slot)) !== 'any' && kindOf(bare) !== kindOf(norm(slot));
    return !conflict && wanted.includes(base(bare)) && base(bare) !== '';
  });
  if (found.length === 0) return undefined;
  return found.map((member) => ({
    type,
    pattern: place(type.arn).replace(`\${${slot}}`, slotText([member])),
    members: [member],
  }));
}

/** Type or slot → the members that name it under another word. */
export type Named = Readonly<Record<string, readonly string[]>>;

function fill(operation: Operation, type: ResourceType, types: readonly ResourceType[], named: Named): Binding {
  const slots = slotsOf(type.arn);
  const found: Member[] = [];
  const taken = new Set<Member>();
  let pattern = place(type.arn);
  for (const [index, slot] of slots.entries()) {
    const last = index === slots.length - 1;
    const scored = operation.members
      .filter((member) => !taken.has(member) && (last || !isArnName(member)))
      .map((member) => ({
        member,
        score: isNamed(member, slot, last, type, named)
          ? 97
          : score(operation, member, slot, last, slots.length, type, types),
      }))
      .filter((candidate) => candidate.score > 0)
      .toSorted((a, b) => b.score - a.score || a.member.path.length - b.member.path.length);
    const best = scored[0];
    if (best === undefined) {
      pattern = pattern.replace(`\${${slot}}`, '*');
      continue;
    }
    // ListName and ListArn, of which a call gives one.
    const other = scored.find(
      ({ member, score: points }) =>
        member !== best.member &&
        points >= 80 &&
        isArnName(member) !== isArnName(best.member) &&
        parent(member) === parent(best.member),
    );
    const members = other ? [best.member, other.member] : [best.member];
    for (const member of members) taken.add(member);
    pattern = pattern.replace(`\${${slot}}`, slotText(members, last));
    found.push(...members);
  }
  return { type, pattern, members: found };
}

function slotText(members: readonly Member[], mayBeArn = true): string {
  const arn = mayBeArn && members.some((member) => member.arn || isArnName(member)) ? '@' : '';
  const optional = members.every((member) => !member.required) ? '?' : '';
  const absent = members.find(({ absent: text }) => text !== undefined)?.absent;
  return `{${arn}${members.map(({ path }) => path).join('|')}${optional}${absent === undefined ? '' : `=${absent}`}}`;
}

function slotsOf(arn: string): readonly string[] {
  return [...arn.matchAll(/\$\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !['Partition', 'Region', 'Account'].includes(name));
}

function parent({ path }: Member): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}

const SUFFIX = /(arns?|ids?|names?|identifiers?|urls?|uuids?|uris?|list)$/;

function base(text: string): string {
  const bare = text.replace(/(withpath|withoutleadingslash)$/, '').replace(/list$/, '');
  return bare
    .replace(SUFFIX, '')
    .replace(/s$/, '')
    .replace(/^db(?=[a-z]{3})/, '');
}

function isNamed(member: Member, slot: string, last: boolean, type: ResourceType, named: Named): boolean {
  return (named[slot] ?? []).includes(member.path) || (last && (named[type.key] ?? []).includes(member.path));
}

type Kind = 'id' | 'name' | 'any';

/** An ID is no name: an ARN with the service's own ID is not known from the name that the caller chose. */
function kindOf(text: string): Kind {
  if (/(ids?|uuids?)$/.test(text)) return 'id';
  return /(names?|namewithpath)$/.test(text) ? 'name' : 'any';
}

function isArnName({ path }: Member): boolean {
  return /Ar(n|ns|Ns)(\[\])?$|ArnList\[\]$/.test(path);
}

/** The job of an evaluation-job or an EvaluationJob. */
function lastWord(key: string): string {
  return (
    key
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z0-9]/)
      .at(-1) ?? ''
  );
}

function norm(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const GENERIC = new Set([
  'resourcearn',
  'resource',
  'resourceid',
  'resourceidentifier',
  'arn',
  'resourcename',
  'resourcearns',
  'resourcearnlist',
  'resources',
  'resourceids',
  'arns',
]);
const OWN = new Set(['name', 'id', 'identifier', 'names', 'ids', 'arn', 'arns']);
const CREATES =
  /^(create|allocate|import|register|start|publish|put|run|request|purchase|restore|copy|clone|upload|begin|issue)/;

function score(
  operation: Operation,
  member: Member,
  slot: string,
  last: boolean,
  slots: number,
  type: ResourceType,
  types: readonly ResourceType[],
): number {
  // An enumeration's values are spelled in another way in ARNs: RDS is rds, REGIONAL is regional.
  if (member.path.includes('{}') || member.oneOf) return 0;
  const segments = member.path.replaceAll('[]', '').split('.');
  const name = norm(segments.at(-1) ?? '');
  const full = norm(segments.join(''));
  const [s, t] = [norm(slot), norm(type.key)];
  const arn = isArnName(member);
  const nested = segments.length > 1;
  const listed = member.path.slice(0, -2).includes('[]');
  const noun = base(norm(operation.name.replace(/^[A-Z][a-z]+/, '')));
  const verb = operation.name.toLowerCase();
  const points = ((): number => {
    if (name === s && !OWN.has(name)) return 100;
    const conflict =
      !arn && kindOf(name) !== 'any' && kindOf(s) !== 'any' && kindOf(name) !== kindOf(s) && !s.startsWith('resource');
    const creates = CREATES.test(verb) && (noun === base(t) || types.length === 1);
    if (!conflict && base(name) !== '' && base(name) === base(s) && base(s) !== 'resource' && !OWN.has(s))
      return arn ? 94 : 96;
    if (nested && !conflict && (base(full) === base(s) || base(full) === base(t)) && last) return 90;
    if (last && base(name) !== '' && base(name) === base(t) && !conflict) {
      if (creates && kindOf(name) === 'name' && (kindOf(s) === 'id' || s === 'resourceid') && !arn) return 0;
      return arn ? 88 : 90;
    }
    if (nested) return 0;
    if (last && arn && base(name).length >= 4 && (t.endsWith(base(name)) || base(name).endsWith(base(t)))) return 80;
    if (
      last &&
      OWN.has(name) &&
      (base(t) === noun || base(s) === noun || noun.startsWith(base(t)) || types.length === 1)
    ) {
      if (creates && name.startsWith('name') && kindOf(s) === 'id') return 0;
      if (conflict) return 0;
      return 75;
    }
    if (last && GENERIC.has(name) && (member.arn || name !== 'resourcename' || kindOf(s) !== 'id'))
      return CREATES.test(verb) && t.endsWith(noun) && kindOf(s) !== 'any' ? 0 : 70;
    if (
      last &&
      !conflict &&
      member.required &&
      base(name).length >= 5 &&
      ((base(s).endsWith(base(name)) && !s.includes('resource')) || t.endsWith(base(name)))
    )
      return 60;
    if (last && !conflict && member.required && base(t).length >= 5 && base(name).endsWith(base(t))) return 58;
    if (last && !conflict && member.required && base(name) !== '' && lastWord(type.key) === base(name)) return 56;
    // quicksight:DescribeDashboard: dashboard/${ResourceId}
    if (slots === 1 && last && s === 'resourceid' && member.required && kindOf(name) === 'id' && base(name) === base(t))
      return 85;
    return 0;
  })();
  if (points === 0) return 0;
  return points - (nested ? 4 * (segments.length - 1) : 0) - (listed ? 2 : 0) + (member.required ? 2 : 0);
}
