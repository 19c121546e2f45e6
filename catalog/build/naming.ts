/**
 * How well an argument's name fits a name in an ARN format. The first row that holds decides. Points only order the
 * candidates; a row with no points rejects a candidate that a later row would accept.
 */
import { parseArnFormat } from './arnFormat.ts';
import type { NameCandidate, NamePlace } from './nameCandidate.ts';
import { isOther } from './otherResource.ts';
import { isInMap } from './path.ts';
import { base, GENERIC, identifierKind, isOpaque, lastWord, OWN } from './words.ts';

export interface NamingRow {
  readonly row: string;
  /** An operation whose pattern would be another one without the row. */
  readonly example: readonly [operation: string, pattern: string];
  readonly points: number | ((candidate: NameCandidate) => number);
  readonly holds: (candidate: NameCandidate) => boolean;
}

/** The words of an argument, a name or a type without the ending of an identifier: `job` of `JobIds`. */
const same = (one: string, other: string) => base(one) !== '' && base(one) === base(other);

export const NAMING: readonly NamingRow[] = [
  {
    row: 'a key of a map, or a value of an enumeration, which ARNs spell in another way: RDS is rds',
    example: ['wafv2:deleteRegexPatternSet', '*/regexpatternset/*/{Id}'],
    points: 0,
    holds: ({ member }) => isInMap(member.path) || member.oneOf,
  },
  {
    row: 'another resource than the one that the operation is about',
    example: ['glue:updateDatabase', 'database/{Name}'],
    points: 0,
    holds: ({ member, operation, place }) => isOther(operation, member, place.type),
  },
  {
    row: 'a name that may be left out, or that is given to something new, for an ID that AWS makes up',
    example: ['ivschat:listRooms', 'room/*'],
    points: 0,
    holds: ({ member, isArn, word, wanted, makes }) =>
      !isArn &&
      !GENERIC.has(word) &&
      identifierKind(word) === 'name' &&
      isOpaque(wanted) &&
      (!member.required || makes),
  },
  {
    row: 'the very name of the ARN’s part',
    example: ['lambda:getEventSourceMapping', 'event-source-mapping:{Uuid}'],
    points: 100,
    holds: ({ word, wanted }) => word === wanted && !OWN.has(word),
  },
  {
    row: 'the same word as the ARN’s part',
    example: ['codeartifact:describeRepository', 'repository/{Domain}/{Repository}'],
    points: ({ isArn }) => (isArn ? 94 : 96),
    holds: ({ word, wanted, conflict }) =>
      !conflict && same(word, wanted) && base(wanted) !== 'resource' && !OWN.has(wanted),
  },
  {
    row: 'a nested argument whose whole path is the word of the ARN’s part or of the type',
    example: ['codepipeline:createPipeline', ':{Pipeline.Name}'],
    points: 90,
    holds: ({ nested, conflict, words, wanted, type, place: { last } }) =>
      nested && last && !conflict && (base(words) === base(wanted) || base(words) === base(type)),
  },
  {
    row: 'the word of the type',
    example: ['frauddetector:getModels', 'model/{ModelId?}'],
    points: ({ isArn }) => (isArn ? 88 : 90),
    holds: (candidate) => namesType(candidate),
  },
  {
    row: 'any other nested argument',
    example: ['rum:putRumEvents', 'appmonitor/*'],
    points: 0,
    holds: ({ nested }) => nested,
  },
  {
    row: 'an ARN whose word the type ends in, or the other way round',
    example: ['comprehend:detectEntities', 'entity-recognizer-endpoint/{@EndpointArn?}'],
    points: 80,
    holds: ({ isArn, word, type, place: { last } }) =>
      last && isArn && base(word).length >= 4 && (type.endsWith(base(word)) || base(word).endsWith(base(type))),
  },
  {
    row: 'a Name where the ARN has an ID, or an Id where it has a name',
    example: ['proton:updateComponent', 'component/*'],
    points: 0,
    holds: (candidate) => {
      const { word, wanted, conflict, creates } = candidate;
      return (
        isOwnName(candidate) && ((creates && word.startsWith('name') && identifierKind(wanted) === 'id') || conflict)
      );
    },
  },
  {
    row: 'the Name, Id or Arn of what the operation is about',
    example: ['eventbridge:deauthorizeConnection', 'connection/{Name}'],
    points: 75,
    holds: (candidate) => isOwnName(candidate),
  },
  {
    row: 'a ResourceArn of an operation that makes a resource of the type',
    example: ['forecast:createMonitor', 'monitor/*'],
    points: 0,
    holds: (candidate) =>
      isGeneric(candidate) &&
      candidate.makes &&
      candidate.type.endsWith(candidate.noun) &&
      identifierKind(candidate.wanted) !== 'any',
  },
  {
    row: 'a ResourceArn, whatever the type',
    example: ['accessanalyzer:listTagsForResource', 'analyzer/{@ResourceArn}'],
    points: 70,
    holds: (candidate) => isGeneric(candidate),
  },
  {
    row: 'a word that the ARN’s part or the type ends in',
    example: ['redshift:modifyEventSubscription', 'eventsubscription:{SubscriptionName}'],
    points: 60,
    holds: ({ member, word, wanted, type, conflict, place: { last } }) =>
      last &&
      !conflict &&
      member.required &&
      base(word).length >= 5 &&
      ((base(wanted).endsWith(base(word)) && !wanted.includes('resource')) || type.endsWith(base(word))),
  },
  {
    row: 'a word that ends in the type',
    example: ['bedrockagentcorecontrol:updateAgentRuntime', 'runtime/{AgentRuntimeId}'],
    points: 58,
    holds: ({ member, word, type, conflict, place: { last } }) =>
      last && !conflict && member.required && base(type).length >= 5 && base(word).endsWith(base(type)),
  },
  {
    row: 'the last word of the type’s name',
    example: ['cloudwatch:deleteInsightRules', 'insight-rule/{RuleNames[]}'],
    points: 56,
    holds: ({ member, word, conflict, place: { last, type } }) =>
      last && !conflict && member.required && base(word) !== '' && lastWord(type.key) === base(word),
  },
];

function namesType({ word, type, conflict, place: { last } }: NameCandidate): boolean {
  return last && !conflict && same(word, type);
}

function isOwnName({ word, wanted, type, noun, isArn, place }: NameCandidate): boolean {
  const { last, own, types } = place;
  const only = types.length === 1 && (word === wanted || followsWord(place));
  const about = base(type) === noun || base(wanted) === noun || noun.startsWith(base(type)) || only;
  return (isArn ? last : own) && OWN.has(word) && about;
}

/**
 * True where a word stands before the part of the ARN, or nothing else is named. Where another name does, as in
 * role/${EnvironmentName}/${RoleName}, the Name of an operation may be the other one's: mwaa:invokeRestApi is about an environment.
 */
function followsWord({ type, name }: NamePlace): boolean {
  const { literals, names } = parseArnFormat(type.arn);
  return names.length === 1 || /[a-z]/i.test(literals[names.indexOf(name)] ?? '');
}

function isGeneric({ member, word, wanted, place: { last } }: NameCandidate): boolean {
  return last && GENERIC.has(word) && (member.arn || word !== 'resourcename' || identifierKind(wanted) !== 'id');
}
