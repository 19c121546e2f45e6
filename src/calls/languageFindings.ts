import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { allStates, type State, type Workflow } from '../asl/workflow.ts';
import type { Finding } from '../finding.ts';
import { expressionIn, isJsonata } from '../values/flow/expression.ts';
import type { JsonataEngine } from '../values/jsonata/engine.ts';
import { isFieldOf, wrongFields } from './languageFields.ts';

/**
 * Fields of the other query language, and expressions that don't parse: AWS refuses both, and what they stand for would
 * be a literal text, or nothing, in the policy.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html ('it is invalid to use path-based
 * fields when using JSONata', and the reverse of Arguments and Output; 'improperly opening or closing the expression
 * will result in a validation error')
 */

/** The fields of a state without expressions, or whose states are looked at by themselves. */
const NOT_READ: ReadonlySet<string> = new Set(
  'Branches Comment Default ItemProcessor Iterator Next Resource Type'.split(' '),
);

/** A finding, and which field of the state it is about: the keys that lead there, joined by dots. */
interface LanguageFault extends Finding {
  readonly field: string;
}

/** A finding for each such field and expression of the workflow's states. */
export function languageFindings(workflow: Workflow, jsonata: JsonataEngine | undefined): readonly Finding[] {
  return languageFaults(workflow, jsonata).map(({ field: _, ...finding }) => finding);
}

/** The same with the fields. Whether expressions parse is not among them without an engine. */
export function languageFaults(workflow: Workflow, jsonata?: JsonataEngine): readonly LanguageFault[] {
  const findings: LanguageFault[] = [];
  for (const state of allStates(workflow)) {
    fieldFindings(state, findings);
    // In a JSONPath state only a field that it has no use for has expressions.
    if (state.language === 'JSONata') textFindings(state, jsonata, findings);
    else if (jsonata !== undefined) literalFindings(state, findings);
  }
  return findings;
}

function fieldFindings(state: State, findings: LanguageFault[]): void {
  const { language, type, path } = state;
  const change = language === 'JSONata' ? '' : ', or set QueryLanguage to "JSONata"';
  for (const { field, instead } of wrongFields(state)) {
    const advice = instead === undefined ? `no ${type} state has it, so take it out` : `use ${instead}${change}`;
    const message = `${field} in a ${language} state: AWS refuses it; ${advice}.`;
    findings.push({ code: 'query-language', severity: 'error', state: path, message, field });
  }
}

/** The texts of a JSONata state: each expression has to parse, and no name may end in `.$`. */
function textFindings(
  { json, path: state, acts }: State,
  jsonata: JsonataEngine | undefined,
  findings: LanguageFault[],
): void {
  // What a Lambda function or an activity is handed is data of any form.
  const isCall = acts?.kind === 'task' && acts.resource.includes(':states:') && !acts.resource.includes(':activity:');
  each(json, '', (text, field, name) => {
    // A field of the other language has its finding already.
    if (isFieldOf('JSONPath', topOf(field))) return;
    if (isExpressionName(name, text)) {
      const isRefused =
        /^(?:(?:Assign|Credentials)\.)?[^.]+\.\$$/.test(field) || (isCall && /^Arguments\.[^.]+\.\$$/.test(field));
      findings.push({
        code: 'query-language',
        severity: isRefused ? 'error' : 'warning',
        state,
        field,
        message: `${field} in a JSONata state: names there don't end in .$, and ${shown(text)} is taken literally; write ${field.slice(0, -2)} with a JSONata expression.`,
      });
    } else if (isJsonata(text)) {
      const problem = jsonata?.problem(expressionIn(text));
      if (problem === undefined) return;
      const message = `${field} is no JSONata: ${problem}. AWS refuses it; correct ${shown(text)}.`;
      findings.push({ code: 'invalid-expression', severity: 'error', state, message, field });
    } else if (isHalfOpen(text)) {
      const isOpen = text.trim().startsWith('{%');
      findings.push({
        code: 'invalid-expression',
        severity: isOpen ? 'error' : 'warning',
        state,
        field,
        message: `${field} is half a JSONata expression: AWS ${isOpen ? 'refuses' : 'may refuse'} it. Start ${shown(text)} with {% and end it with %}, without spaces around them.`,
      });
    }
  });
}

/** A field with JSONata in it, in a JSONPath state: unless the field itself is JSONata's, it is a text like any other. */
function literalFindings({ json, path: state }: State, findings: LanguageFault[]): void {
  each(json, '', (text, field) => {
    if (!isJsonata(text) || isFieldOf('JSONata', topOf(field))) return;
    if (/^(?:Catch|Choices|ItemReader|ResultWriter)\./.test(field)) return;
    findings.push({
      code: 'query-language',
      severity: 'warning',
      state,
      field,
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

/** True for a name in JSONPath's way, with a path or an intrinsic function under it. */
export function isExpressionName(name: string, value: Json): boolean {
  return name.endsWith('.$') && typeof value === 'string' && /^(?:\$|States\.)/.test(value);
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
