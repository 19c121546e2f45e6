import { isArray, isObject, type JsonObject, jsonAt } from '../asl/json.ts';
import type { QueryLanguage, State, StateType } from '../asl/workflow.ts';

/**
 * The fields that states of one query language have, and what the other has in their place.
 *
 * Sources: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#converting-from-jsonpath-to-jsonata,
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html ('Choice Rules (JSONata)'), and for which states
 * have which field the lists of AWS's validator, https://github.com/aws/amazon-states-language-service
 */

/** A field, the types of state that have it, and what those have in its place in the other language. */
type Row = readonly [field: string, types: readonly StateType[], instead: string];

const WITH_RESULT: readonly StateType[] = ['Task', 'Parallel', 'Map'];
const WITHOUT_RESULT: readonly StateType[] = ['Wait', 'Choice', 'Succeed'];
const BUT_FAIL: readonly StateType[] = [...WITH_RESULT, 'Pass', ...WITHOUT_RESULT];

const JSONPATH: readonly Row[] = [
  ['InputPath', BUT_FAIL, '$states.input in its expressions'],
  ['Parameters', ['Task', 'Parallel'], 'Arguments'],
  ['Parameters', ['Map'], 'ItemSelector'],
  ['Parameters', ['Pass'], 'Output'],
  ['ResultSelector', WITH_RESULT, 'Output'],
  ['ResultPath', [...WITH_RESULT, 'Pass'], 'Output'],
  ['OutputPath', BUT_FAIL, 'Output'],
  ['ItemsPath', ['Map'], 'Items'],
  ['TimeoutSecondsPath', ['Task'], 'TimeoutSeconds'],
  ['HeartbeatSecondsPath', ['Task'], 'HeartbeatSeconds'],
  ['SecondsPath', ['Wait'], 'Seconds'],
  ['TimestampPath', ['Wait'], 'Timestamp'],
  ['ErrorPath', ['Fail'], 'Error'],
  ['CausePath', ['Fail'], 'Cause'],
  ['MaxConcurrencyPath', ['Map'], 'MaxConcurrency'],
  ['ToleratedFailureCountPath', ['Map'], 'ToleratedFailureCount'],
  ['ToleratedFailurePercentagePath', ['Map'], 'ToleratedFailurePercentage'],
];

const JSONATA: readonly Row[] = [
  ['Arguments', ['Task', 'Parallel'], 'Parameters'],
  ['Output', WITH_RESULT, 'ResultSelector or OutputPath'],
  ['Output', ['Pass'], 'Parameters or OutputPath'],
  ['Output', WITHOUT_RESULT, 'OutputPath'],
  ['Items', ['Map'], 'ItemsPath'],
];

/** Of the objects in a state that have fields of their own: which a language doesn't have, and what it has instead. */
const INSIDE: readonly (readonly [part: string, language: QueryLanguage, wrong: RegExp, instead: string])[] = [
  ['Catch', 'JSONata', /^ResultPath$/, 'Output'],
  ['Catch', 'JSONPath', /^Output$/, 'ResultPath'],
  [
    'Choices',
    'JSONata',
    /^(?:Variable|And|Or|Not|Is[A-Z]\w+|(?:Boolean|Numeric|String|Timestamp)[A-Z]\w+)$/,
    'Condition',
  ],
  ['Choices', 'JSONPath', /^Condition$/, 'Variable'],
  ['ItemReader', 'JSONata', /^Parameters$/, 'Arguments'],
  ['ItemReader', 'JSONPath', /^Arguments$/, 'Parameters'],
  ['ItemReader.ReaderConfig', 'JSONata', /^MaxItemsPath$/, 'MaxItems'],
  ['ItemBatcher', 'JSONata', /^MaxItemsPerBatchPath$/, 'MaxItemsPerBatch'],
  ['ItemBatcher', 'JSONata', /^MaxInputBytesPerBatchPath$/, 'MaxInputBytesPerBatch'],
  ['ResultWriter', 'JSONata', /^Parameters$/, 'Arguments'],
  ['ResultWriter', 'JSONPath', /^Arguments$/, 'Parameters'],
];

const FIELDS: Readonly<Record<QueryLanguage, ReadonlySet<string>>> = {
  JSONPath: new Set(JSONPATH.map(([field]) => field)),
  JSONata: new Set(JSONATA.map(([field]) => field)),
};

interface WrongPart {
  /** The keys that lead to it. */
  readonly keys: readonly string[];
  readonly pattern: RegExp;
  readonly instead: string;
}

function wrongParts(language: QueryLanguage): readonly WrongPart[] {
  return INSIDE.filter(([, which]) => which === language).map(([part, , pattern, instead]) => ({
    keys: part.split('.'),
    pattern,
    instead,
  }));
}

/** What states of a language don't have: every state of a workflow is held against it. */
const WRONG = {
  JSONPath: { rows: JSONATA, names: [...FIELDS.JSONata], parts: wrongParts('JSONPath') },
  JSONata: { rows: JSONPATH, names: [...FIELDS.JSONPath], parts: wrongParts('JSONata') },
} as const;

/** True for a field that only states of this language have. */
export function isFieldOf(language: QueryLanguage, field: string): boolean {
  return FIELDS[language].has(field);
}

interface WrongField {
  /** The keys that lead to it from the state, joined by dots. */
  readonly field: string;
  /** Undefined where states of the type have the field in neither language. */
  readonly instead: string | undefined;
}

/** The fields of a state that its language doesn't have. */
export function wrongFields({
  json,
  language,
  type,
}: Pick<State, 'json' | 'language' | 'type'>): readonly WrongField[] {
  const { rows, names, parts } = WRONG[language];
  const wrong: WrongField[] = [];
  for (const field of names) {
    if (!Object.hasOwn(json, field)) continue;
    wrong.push({ field, instead: rows.find(([name, types]) => name === field && types.includes(type))?.[2] });
  }
  for (const { keys, pattern, instead } of parts) {
    const [first = ''] = keys;
    if (!Object.hasOwn(json, first)) continue;
    for (const [path, object] of partsOf(json, keys)) {
      // One of a rule's: Variable rather than its comparison.
      const name = Object.keys(object)
        .filter((key) => pattern.test(key))
        .sort()
        .at(-1);
      if (name !== undefined) wrong.push({ field: `${path}.${name}`, instead });
    }
  }
  return wrong;
}

/** A part that is one object or a list of objects, each with its place. */
function partsOf(state: JsonObject, keys: readonly string[]): readonly (readonly [path: string, object: JsonObject])[] {
  const json = jsonAt(state, keys) ?? null;
  const part = keys.join('.');
  const all = isArray(json) ? json.map((item, index) => [`${part}.${index}`, item] as const) : [[part, json] as const];
  return all.flatMap(([path, object]) => (isObject(object) ? [[path, object]] : []));
}
