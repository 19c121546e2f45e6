import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { allStates, type State, type Workflow } from '../asl/workflow.ts';
import type { Finding } from '../finding.ts';
import { own } from '../own.ts';
import { expressionIn, isJsonata } from '../values/flow/expression.ts';
import type { JsonataEngine } from '../values/jsonata/engine.ts';

/**
 * Fields of the other query language, and expressions that don't parse: AWS refuses both, and what they stand for would
 * be a literal text, or nothing, in the policy.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html ('it is invalid to use path-based
 * fields when using JSONata', and the reverse of Arguments and Output; 'improperly opening or closing the expression
 * will result in a validation error')
 */

/** A field of one language → what the other language has in its place. */
type Fields = Readonly<Record<string, string>>;

const JSONPATH_FIELDS: Fields = {
  InputPath: '$states.input in Arguments',
  Parameters: 'Arguments, or ItemSelector in a Map',
  ResultSelector: 'Output',
  ResultPath: 'Output',
  OutputPath: 'Output',
  ItemsPath: 'Items',
  TimeoutSecondsPath: 'TimeoutSeconds',
  HeartbeatSecondsPath: 'HeartbeatSeconds',
  SecondsPath: 'Seconds',
  TimestampPath: 'Timestamp',
  ErrorPath: 'Error',
  CausePath: 'Cause',
  MaxConcurrencyPath: 'MaxConcurrency',
  ToleratedFailureCountPath: 'ToleratedFailureCount',
  ToleratedFailurePercentagePath: 'ToleratedFailurePercentage',
};

const JSONATA_FIELDS: Fields = { Arguments: 'Parameters', Output: 'OutputPath or ResultSelector', Items: 'ItemsPath' };

/** The objects in a state that have fields of their own. */
const INSIDE: readonly { readonly field: string; readonly jsonPath: Fields; readonly jsonata: Fields }[] = [
  { field: 'Catch', jsonPath: { ResultPath: 'Output' }, jsonata: { Output: 'ResultPath' } },
  { field: 'Choices', jsonPath: { Variable: 'Condition' }, jsonata: { Condition: 'Variable' } },
  { field: 'ItemReader', jsonPath: { Parameters: 'Arguments' }, jsonata: { Arguments: 'Parameters' } },
  { field: 'ResultWriter', jsonPath: { Parameters: 'Arguments' }, jsonata: { Arguments: 'Parameters' } },
];

/** The fields of a state without expressions, or whose states are looked at by themselves. */
const NOT_READ: ReadonlySet<string> = new Set(['Branches', 'Comment', 'ItemProcessor', 'Iterator', 'Resource', 'Type']);

/** A finding for each such field and expression of the workflow's states. */
export function languageFindings(workflow: Workflow, jsonata: JsonataEngine | undefined): readonly Finding[] {
  const findings: Finding[] = [];
  for (const state of allStates(workflow)) {
    fieldFindings(state, findings);
    // In a JSONPath state only a field that it has no use for has expressions.
    if (state.language === 'JSONata') textFindings(state, jsonata, findings);
    else if (jsonata !== undefined) literalFindings(state, findings);
  }
  return findings;
}

function fieldFindings({ json, language, path }: State, findings: Finding[]): void {
  const ofJsonata = language === 'JSONata';
  const add = (prefix: string, object: Json, wrong: Fields): void => {
    if (!isObject(object)) return;
    for (const [name, instead] of Object.entries(wrong)) {
      if (!Object.hasOwn(object, name)) continue;
      const change = ofJsonata ? '' : ', or set QueryLanguage to "JSONata"';
      const message = `${prefix}${name} in a ${language} state: AWS refuses it; use ${instead}${change}.`;
      findings.push({ code: 'query-language', severity: 'error', state: path, message });
    }
  };
  add('', json, ofJsonata ? JSONPATH_FIELDS : JSONATA_FIELDS);
  for (const { field, jsonPath, jsonata } of INSIDE) {
    const inner = own(json, field);
    if (inner === undefined) continue;
    const wrong = ofJsonata ? jsonPath : jsonata;
    if (isArray(inner)) for (const [index, item] of inner.entries()) add(`${field}.${index}.`, item, wrong);
    else add(`${field}.`, inner, wrong);
  }
}

/** The texts of a JSONata state: each expression has to parse, and no name may end in `.$`. */
function textFindings(
  { json, path: state, acts }: State,
  jsonata: JsonataEngine | undefined,
  findings: Finding[],
): void {
  // What a Lambda function or an activity is handed is data of any form.
  const isCall = acts?.kind === 'task' && acts.resource.includes(':states:') && !acts.resource.includes(':activity:');
  each(json, '', (text, field, name) => {
    // A field of the other language has its finding already.
    if (Object.hasOwn(JSONPATH_FIELDS, topOf(field))) return;
    if (isExpressionName(name, text)) {
      const isArgument =
        /^Assign\.[^.]+$/.test(field.slice(0, -2)) || (isCall && /^Arguments\.[^.]+$/.test(field.slice(0, -2)));
      findings.push({
        code: 'query-language',
        severity: isArgument ? 'error' : 'warning',
        state,
        message: `${field} in a JSONata state: names there don't end in .$, and ${shown(text)} is taken literally; write ${field.slice(0, -2)} with a JSONata expression.`,
      });
    } else if (isJsonata(text)) {
      const problem = jsonata?.problem(expressionIn(text));
      if (problem === undefined) return;
      const message = `${field} is no JSONata: ${problem}. AWS refuses it; correct ${shown(text)}.`;
      findings.push({ code: 'invalid-expression', severity: 'error', state, message });
    } else if (isHalfOpen(text)) {
      const isOpen = text.trim().startsWith('{%');
      findings.push({
        code: 'invalid-expression',
        severity: isOpen ? 'error' : 'warning',
        state,
        message: `${field} is half a JSONata expression: AWS ${isOpen ? 'refuses' : 'may refuse'} it. Start ${shown(text)} with {% and end it with %}, without spaces around them.`,
      });
    }
  });
}

/** A field with JSONata in it, in a JSONPath state: unless the field itself is JSONata's, it is a text like any other. */
function literalFindings({ json, path: state }: State, findings: Finding[]): void {
  each(json, '', (text, field) => {
    if (!isJsonata(text) || Object.hasOwn(JSONATA_FIELDS, topOf(field))) return;
    if (/^(?:Catch|Choices|ItemReader|ResultWriter)\./.test(field)) return;
    findings.push({
      code: 'query-language',
      severity: 'warning',
      state,
      message: `${field} in a JSONPath state is the text ${shown(text)}, which nothing evaluates there; set QueryLanguage to "JSONata", or name the value by a path.`,
    });
  });
}

/** Calls `visit` for each text in a state, with its field and the name that it stands under. */
function each(json: JsonObject, prefix: string, visit: (text: string, field: string, name: string) => void): void {
  for (const [name, value] of Object.entries(json)) {
    if (prefix === '' && NOT_READ.has(name)) continue;
    eachIn(value, prefix + name, name, visit);
  }
}

function eachIn(json: Json, field: string, name: string, visit: Parameters<typeof each>[2]): void {
  if (typeof json === 'string') visit(json, field, name);
  else if (isArray(json)) for (const [index, item] of json.entries()) eachIn(item, `${field}.${index}`, '', visit);
  else if (isObject(json)) each(json, `${field}.`, visit);
}

function topOf(field: string): string {
  return field.slice(0, (field.indexOf('.') + 1 || field.length + 1) - 1);
}

function isExpressionName(name: string, text: string): boolean {
  return name.endsWith('.$') && /^(?:\$|States\.)/.test(text);
}

function isHalfOpen(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.startsWith('{%') || trimmed.endsWith('%}');
}

const MAX_SHOWN = 80;

function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}
