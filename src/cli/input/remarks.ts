import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { type DuplicateKey, duplicateKey } from '../../asl/limits.ts';
import { type LineOf, nearestLine, stateAndField, tokensOf } from '../../asl/lines.ts';
import { compareFindings, type Finding } from '../../finding.ts';
import { nearest } from '../../nearest.ts';
import type { TemplateMachine } from '../../template/machines.ts';
import { displayName } from './read.ts';

/** What a person should know of the text of a definition or a template, and where findings stand. */

/** Where a definition's states stand. */
export interface StatePlaces {
  readonly file: string;
  /** By the tokens of a state's JSON Pointer. */
  readonly lineOf: LineOf;
}

/** A finding about a text, with its own place. */
export interface TextRemark extends FileLine {
  readonly finding: Finding;
}

export interface FileLine {
  readonly file: string;
  readonly line?: number;
}

/** A state machine as far as its place is concerned. */
export interface Placed extends FileLine {
  readonly places?: StatePlaces;
  readonly remarks?: readonly TextRemark[];
}

/** Where a finding, or whatever is about a state, stands: in the state's line, otherwise where the state machine starts. */
export function placeOfState({ file, line, places }: Placed, state: string): FileLine {
  const own = state === '' || places === undefined ? undefined : nearestLine(places.lineOf, tokensOf(state));
  if (places !== undefined && own !== undefined) return { file: places.file, line: own };
  return line === undefined ? { file } : { file, line };
}

export function placeOfFinding(stateMachine: Placed, finding: Finding): FileLine {
  const remark = stateMachine.remarks?.find((each) => each.finding === finding);
  return remark ?? placeOfState(stateMachine, finding.state);
}

/** True for a finding about the text, which none of the analysis is. */
export function isRemark({ remarks = [] }: Pick<Placed, 'remarks'>, finding: Finding): boolean {
  return remarks.some((each) => each.finding === finding);
}

/** The findings of a fit and those about the text, in order. */
export function withRemarks<Found extends Finding>(
  findings: readonly Found[],
  remarks: readonly TextRemark[] = [],
): readonly (Found | Finding)[] {
  if (remarks.length === 0) return findings;
  return [...findings, ...remarks.map(({ finding }) => finding)].toSorted(compareFindings);
}

/** A key that stands twice, of which the last one counts. */
export function duplicateRemark(duplicate: DuplicateKey, file: string): TextRemark {
  const { state, field } = duplicateKey(duplicate);
  const { key, firstLine, line } = duplicate;
  const where = firstLine === line ? `in line ${line}` : `in lines ${firstLine} and ${line}`;
  const message = `${field}: the key ${JSON.stringify(key)} stands twice, ${where} of ${displayName(file)}; the last one counts: remove one of them`;
  return { file, line, finding: { code: 'duplicate-key', severity: 'warning', state, message } };
}

/** DefinitionSubstitutions that replace nothing, and placeholders that nothing replaces. */
export function substitutionRemarks(
  { logicalId, unusedSubstitutions, substitutions }: TemplateMachine,
  definition: JsonObject,
  unsubstituted: readonly string[],
  template: string,
  places: StatePlaces,
): readonly TextRemark[] {
  const unused = unusedSubstitutions.map(({ name, line }): TextRemark => {
    const like = nearest(name, unsubstituted);
    const hint = like === undefined ? 'remove it' : `did you mean ${like}?`;
    const message = `${logicalId}.DefinitionSubstitutions.${name} replaces nothing: the definition has no \${${name}}; ${hint}`;
    const finding = { code: 'unused-substitution', severity: 'info', state: '', message } as const;
    return { file: template, ...(line === undefined ? {} : { line }), finding };
  });
  const open = unsubstituted.flatMap((name) => {
    const like = nearest(name, Object.keys(substitutions));
    const hint = like === undefined ? 'give it a value there' : `did you mean \${${like}}?`;
    return pathsOf(definition, `\${${name}}`).map((path): TextRemark => {
      const { state, field } = stateAndField(path);
      const message = `${field} has \${${name}}, which DefinitionSubstitutions of ${logicalId} don't replace, so it stays as it is; ${hint}`;
      const line = nearestLine(places.lineOf, path);
      const finding = { code: 'unsubstituted-placeholder', severity: 'warning', state, message } as const;
      return { file: places.file, ...(line === undefined ? {} : { line }), finding };
    });
  });
  return [...unused, ...open];
}

/** The paths to the texts and keys that contain this text. */
function pathsOf(json: Json, text: string): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const walk = (value: Json, path: readonly string[]): void => {
    if (typeof value === 'string' && value.includes(text)) found.push(path);
    else if (isArray(value)) for (const [index, item] of value.entries()) walk(item, [...path, String(index)]);
    else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        if (key.includes(text)) found.push([...path, key]);
        walk(item, [...path, key]);
      }
    }
  };
  walk(json, []);
  return found;
}

/** Hands what is said of a template to the state machine that it is about, otherwise to the first. */
export function remarksFor<Machine extends Placed & { readonly template?: { readonly machine: TemplateMachine } }>(
  machines: readonly Machine[],
  duplicates: readonly DuplicateKey[],
  file: string,
): readonly Machine[] {
  const ids = machines.map(({ template }) => template?.machine.logicalId);
  return machines.map((machine, index) => {
    const own = duplicates.filter(({ path }) => Math.max(0, ids.indexOf(path[1])) === index);
    const remarks = [...own.map((each) => duplicateRemark(each, file)), ...(machine.remarks ?? [])];
    return { ...machine, remarks };
  });
}
