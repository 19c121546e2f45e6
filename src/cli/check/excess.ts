import { shortList } from '../../finding.ts';
import type { Excess } from '../../policy/excess.ts';
import type { ProblemLevel } from '../problems/problem.ts';
import type { CheckCode } from '../problems/rules.ts';
import { conditionText, placeText } from './words.ts';

interface ExcessLine {
  readonly level: ProblemLevel;
  readonly code: CheckCode;
  readonly text: string;
  readonly line: number | undefined;
  /** The file of that line, where it is not the state machine's. */
  readonly file?: string;
  /** The policy's. */
  readonly source: string;
}

/**
 * Excess in words. A policy that AWS wrote gets one line, since nobody can edit it. Where others use the role as well,
 * they may need it: nothing is certain.
 */
export function excessLines(excess: readonly Excess[], otherUsers: readonly string[]): readonly ExcessLine[] {
  const lines = linesOf(excess);
  if (otherUsers.length === 0) return lines;
  const others = `${shortList(otherUsers, 3)}, which may use the role too, may need it`;
  return lines.map((line) => ({ ...line, level: 'note', code: 'shared-permission', text: `${line.text}; ${others}` }));
}

function linesOf(excess: readonly Excess[]): readonly ExcessLine[] {
  const own = excess.filter(({ by }) => by.ofAws === undefined);
  const sources = [...new Set(excess.flatMap(({ by }) => (by.ofAws === undefined ? [] : [by.source])))];
  return [
    ...own.map(ownLine),
    ...sources.map((source) => summary(excess.filter(({ by }) => by.source === source && by.ofAws !== undefined))),
  ];
}

function ownLine({ by, kind, actions, resources, needed }: Excess): ExcessLine {
  const where =
    by.statement.NotAction || by.statement.NotResource
      ? `${placeText(by)}, by NotAction or NotResource`
      : placeText(by);
  const what = `${where} allows ${shortList(actions, 6)} on ${shortList(resources, 4)}`;
  if (kind === 'unused') {
    return {
      level: 'warning',
      code: 'excess-permission',
      text: `${what}, which nothing needs`,
      ...placeOf(by),
    };
  }
  const names = [...new Set(needed.map(({ action }) => action))];
  const isWiderAction = actions.some((action) => !names.some((name) => name.toLowerCase() === action.toLowerCase()));
  const on = shortList([...new Set(needed.map(({ resource }) => resource))], 4);
  // Each condition counts: a key that encrypts a queue and a table is used through two services.
  const conditions = needed.flatMap((each) => (each.conditions === undefined ? [] : [conditionText(each.conditions)]));
  const isConditional = conditions.length > 0 && conditions.length === needed.length;
  const when = isConditional ? ` with ${[...new Set(conditions)].join(', or with ')}` : '';
  const text = `${what}; needed is only ${isWiderAction ? `${shortList(names, 6)} ` : ''}on ${on}${when}`;
  return { level: 'warning', code: 'wide-permission', text, ...placeOf(by) };
}

function placeOf({ line, file, source }: Excess['by']): Pick<ExcessLine, 'file' | 'line' | 'source'> {
  return { line, source, ...(file === undefined ? {} : { file }) };
}

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html */
function summary(excess: readonly Excess[]): ExcessLine {
  const [first] = excess;
  const wide = excess.filter(({ kind }) => kind === 'wide');
  const isWhole = ({ kind, resources, by }: Excess) =>
    kind === 'unused' && resources.length === (by.statement.Resource?.length ?? resources.length);
  const unneededActions = [...new Set(excess.flatMap((each) => (isWhole(each) ? each.actions : [])))];
  const unneededResources = [
    ...new Set(excess.flatMap((each) => (each.kind === 'unused' && !isWhole(each) ? each.resources : []))),
  ];
  const parts = [
    ...(unneededActions.length === 0
      ? []
      : [
          `allows ${unneededActions.length} further action${unneededActions.length === 1 ? '' : 's'} that nothing needs: ${shortList(unneededActions, 4)}`,
        ]),
    ...(unneededResources.length === 0
      ? []
      : [`allows some of its actions on ${shortList(unneededResources, 2)} as well`]),
    ...(wide.length === 0
      ? []
      : [
          `is wider than needed: ${shortList(
            wide.map(
              ({ actions, resources, needed }) =>
                `${shortList(actions, 3)} on ${shortList(resources, 2)}, needed on ${shortList([...new Set(needed.map(({ resource }) => resource))], 2)}`,
            ),
            2,
          )}`,
        ]),
  ];
  const isNote = unneededActions.length === 0;
  return {
    level: isNote ? 'note' : 'warning',
    code: isNote ? 'wide-permission' : 'excess-permission',
    text: `${first ? placeText(first.by) : ''} ${parts.join('; it ')}`,
    ...(first === undefined ? { line: undefined, source: '' } : placeOf(first.by)),
  };
}
