import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import type { Severity } from '../../finding.ts';
import { nearest } from '../../nearest.ts';
import { own } from '../../own.ts';
import { unknownField } from './fields.ts';
import { fieldText, type ShapePlace } from './place.ts';

/** What each of the validator's messages means, in our words. What is in no row here is not certain, and not said. */

export interface ShapeVerdict {
  readonly severity: Severity;
  readonly text: string;
}

interface Rule {
  readonly message: RegExp;
  /** Undefined where it is no mistake, or may be none. */
  readonly verdict: (place: ShapePlace, found: readonly string[]) => ShapeVerdict | undefined;
}

/** Everything that AWS refuses when a state machine is created; a build fails for it. */
function refused(text: string): ShapeVerdict {
  return { severity: 'error', text: `${text}${/[?.]$/.test(text) ? '' : '.'} AWS refuses the definition.` };
}

function doubtful(text: string): ShapeVerdict {
  return { severity: 'warning', text: `${text}${/[?.]$/.test(text) ? '' : '.'} AWS may refuse the definition.` };
}

/**
 * Source: https://states-language.net (which fields a state has, and of which type), and for what AWS refuses
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html
 * (SCHEMA_VALIDATION_FAILED, MISSING_TRANSITION_TARGET, MISSING_END_STATE)
 */
export const RULES: readonly Rule[] = [
  { message: /^The value of "(?:Next|Default)" property must be/, verdict: noTarget },
  { message: /^The state cannot be reached/, verdict: unreachable },
  { message: /^No terminal state/, verdict: ({ rest }) => (rest.length === 1 ? refused(NO_END) : undefined) },
  { message: /^Field is not supported/, verdict: noField },
  { message: /^Missing property "(.+)"\.$/, verdict: (place, [, name = '']) => missing(place, name) },
  { message: /^Matches multiple schemas/, verdict: several },
  {
    message: /^You cannot set both (\w+) and (\w+) at/,
    verdict: (_, [, one, other]) => refused(`${one} and ${other} stand together; keep one`),
  },
  { message: /^Each Choice Rule can only have one comparison/, verdict: severalComparisons },
  {
    message: /^Incorrect type\. Expected (?:one of )?(.+)\.$/,
    verdict: (place, [, wanted = '']) => wrongType(place, wanted),
  },
  { message: /^Value is (below|above) the (?:minimum|maximum) of (.+)\.$/, verdict: outOfRange },
  { message: /^Array has too few items/, verdict: ({ rest }) => refused(`${fieldText(rest)} is empty`) },
  { message: /must be a valid JSONPath or /, verdict: noPath },
];

const NO_END = 'No state ends this workflow: write "End": true in the last one, or add a Succeed or Fail state';

function noTarget({ workflow, rest, value }: ShapePlace): ShapeVerdict | undefined {
  if (typeof value !== 'string') return undefined;
  const states = own(workflow, 'States') ?? {};
  const like = nearest(value, isObject(states) ? Object.keys(states) : []);
  const meant = like === undefined ? '' : `; did you mean ${JSON.stringify(like)}?`;
  return refused(
    `${fieldText(rest)} names ${JSON.stringify(value)}, which is no state of this workflow (a branch and a Map have their own)${meant}`,
  );
}

/** Only a run of CloudFormation tells where a transition leads that has a placeholder. */
function unreachable({ workflow, rest }: ShapePlace): ShapeVerdict | undefined {
  if (rest.length > 0 || hasOpenTransition(workflow)) return undefined;
  return refused('No transition leads to this state; lead one to it, or take it out');
}

function hasOpenTransition(workflow: Json): boolean {
  if (isArray(workflow)) return workflow.some(hasOpenTransition);
  if (!isObject(workflow)) return false;
  return Object.entries(workflow).some(([key, value]) =>
    typeof value === 'string' ? TRANSITIONS.includes(key) && value.includes('${') : hasOpenTransition(value),
  );
}

const TRANSITIONS: readonly string[] = ['StartAt', 'Next', 'Default', 'Choices', 'Catch', 'States'];

function noField(place: ShapePlace): ShapeVerdict {
  const { text, isCertain } = unknownField(place);
  return isCertain ? refused(`${fieldText(place.rest)} ${text}`) : doubtful(`${fieldText(place.rest)} ${text}`);
}

function missing({ json, rest, value }: ShapePlace, name: string): ShapeVerdict | undefined {
  const where = rest.length === 0 ? 'The state' : fieldText(rest);
  const group = GROUPS.find((each) => each.includes(name));
  if (rest.length === 0 && json !== undefined && group !== undefined) {
    return refused(
      `${where} has ${group.length > 2 ? 'none of' : 'neither'} ${group.join(group.length > 2 ? ', ' : ' nor ')}`,
    );
  }
  if (rest[0] === 'Choices' && name === 'StringEquals') {
    return refused(`${where} has no comparison, such as StringEquals or IsPresent`);
  }
  return value !== undefined && isObject(value) ? refused(`${where} lacks ${name}`) : undefined;
}

/** Fields of which a state has one. */
const GROUPS: readonly (readonly string[])[] = [
  ['Next', 'End'],
  ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  ['TimeoutSeconds', 'TimeoutSecondsPath'],
  ['HeartbeatSeconds', 'HeartbeatSecondsPath'],
  ['ItemProcessor', 'Iterator'],
];

function several({ json, rest }: ShapePlace): ShapeVerdict | undefined {
  const together = rest.length > 0 ? [] : fieldsTogether(json);
  return together.length === 0 ? undefined : refused(`${together.join(' and ')} stand together; keep one`);
}

/** The fields of a state of which it may have but one. */
export function fieldsTogether(state: JsonObject | undefined): readonly string[] {
  const groups = GROUPS.map((group) => group.filter((name) => state !== undefined && own(state, name) !== undefined));
  return groups.find((names) => names.length > 1) ?? [];
}

function severalComparisons({ rest }: ShapePlace): ShapeVerdict {
  return refused(`${fieldText(rest.slice(0, -1))} has several comparisons; keep one, or join them in And or Or`);
}

/** The fields whose types AWS checks; of others, such as Comment, it is not documented. */
const TYPED =
  /^(?:\w*Seconds|MaxAttempts|BackoffRate|Retry|Catch|Choices|Branches|ErrorEquals|End|Next|Default|MaxConcurrency|Tolerated\w+)$/;

const TYPES: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  'JSONata expression': 'a JSONata expression',
};

function wrongType({ rest, value }: ShapePlace, wanted: string): ShapeVerdict | undefined {
  if (value === undefined) return undefined;
  const names = wanted.replaceAll('"', '').split(/, /);
  const types = names.map((name) => own(TYPES, name) ?? name);
  const text = `${fieldText(rest)} is ${shortValue(value)} and must be ${types.join(' or ')}`;
  return TYPED.test(rest.findLast((key) => !/^\d+$/.test(key)) ?? '') ? refused(text) : doubtful(text);
}

function shortValue(value: Json): string {
  if (isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function outOfRange(
  { rest, value }: ShapePlace,
  [, side = '', limit = '']: readonly string[],
): ShapeVerdict | undefined {
  if (typeof value !== 'number') return undefined;
  return refused(
    `${fieldText(rest)} is ${value}, and ${side === 'below' ? 'at least' : 'at most'} ${limit} is allowed`,
  );
}

function noPath({ json, rest, value }: ShapePlace): ShapeVerdict | undefined {
  if (typeof value !== 'string' || json?.['Arguments'] !== undefined) return undefined;
  const text = `${fieldText(rest)} is ${shortValue(value)} and no JSONPath such as $.name, and no intrinsic function such as States.Format('{}', $.name)`;
  // A function may be newer than the validator.
  return /^States\.\w+\(.*\)\s*$/s.test(value) ? doubtful(text) : refused(text);
}
