import { hasWildcard } from '../iam/pattern.ts';
import { type PatternIndex, patternIndex } from '../iam/patternIndex.ts';
import type { ReadPolicies } from './document.ts';
import { AS_WRITTEN, isAboutAction, type TextComparison } from './match.ts';
import { type NotEvaluated, type WrittenStatement, withTexts } from './statement.ts';

/** A statement, and the policy and place that it comes from. */
export interface PlacedStatement {
  readonly source: string;
  readonly line: number | undefined;
  /** The file of that line, where it is not the state machine's. */
  readonly file?: string;
  readonly index: number;
  readonly ofAws: string | undefined;
  readonly isImplied: boolean;
  readonly statement: WrittenStatement;
}

/** All policies of a role, indexed to judge many needs. */
export interface PolicySet {
  readonly statements: readonly PlacedStatement[];
  /** The Allow and Deny statements that apply to an action. */
  readonly allowing: (action: string) => ActionStatements;
  readonly denying: (action: string) => ActionStatements;
  readonly notEvaluated: readonly NotEvaluated[];
  readonly texts: TextComparison;
}

export interface ActionStatements {
  /** In their order. */
  readonly all: readonly PlacedStatement[];
  /** Those with Resource, by their patterns. */
  readonly byResource: PatternIndex<PlacedStatement>;
  readonly withNotResource: readonly PlacedStatement[];
}

/** A role's policies as a set; `texts` for a template's. */
export function policySet({ policies, notEvaluated }: ReadPolicies, texts: TextComparison = AS_WRITTEN): PolicySet {
  const statements = policies.flatMap(({ source, line, file, ofAws, isImplied = false, statements: written }) =>
    written.map(
      (statement, index): PlacedStatement => ({
        source,
        line: statement.line ?? line,
        ...((statement.file ?? file) === undefined ? {} : { file: statement.file ?? file ?? '' }),
        index: statement.index ?? index,
        ofAws,
        isImplied,
        statement: inOneForm(statement, texts),
      }),
    ),
  );
  return setOf(statements, notEvaluated, texts);
}

/** Statements without a document, such as those of a fitted policy. */
export function statementSet(statements: readonly WrittenStatement[]): PolicySet {
  const known = SETS.get(statements);
  if (known) return known;
  const set = policySet({ policies: [{ source: '', line: undefined, statements }], notEvaluated: [] });
  SETS.set(statements, set);
  return set;
}

const SETS = new WeakMap<readonly WrittenStatement[], PolicySet>();

function setOf(
  statements: readonly PlacedStatement[],
  notEvaluated: readonly NotEvaluated[],
  texts: TextComparison,
): PolicySet {
  const those = (effect: 'Allow' | 'Deny') => statements.filter(({ statement }) => statement.Effect === effect);
  return { statements, allowing: byAction(those('Allow')), denying: byAction(those('Deny')), notEvaluated, texts };
}

function inOneForm(statement: WrittenStatement, texts: TextComparison): WrittenStatement {
  return texts === AS_WRITTEN ? statement : withTexts(statement, texts.normalize);
}

/**
 * Finds statements by action: an index has those that name it; those with wildcards or NotAction are tested one by
 * one. Each action is looked up once.
 */
function byAction(statements: readonly PlacedStatement[]): (action: string) => ActionStatements {
  const exact = new Map<string, Set<number>>();
  const others: number[] = [];
  for (const [place, { statement }] of statements.entries()) {
    const { Action = [], NotAction } = statement;
    if (NotAction !== undefined || Action.some(hasWildcard)) others.push(place);
    else for (const action of Action) addTo(exact, action.toLowerCase(), place);
  }
  const byName = new Map<string, ActionStatements>();
  /** Actions with the same statements share an index. */
  const shared = new Map<string, ActionStatements>();
  return (action) => {
    const name = action.toLowerCase();
    const known = byName.get(name);
    if (known) return known;
    const matching = others.filter((place) => {
      const placed = statements[place];
      return placed !== undefined && isAboutAction(placed.statement, name);
    });
    const places = [...(exact.get(name) ?? []), ...matching].sort((a, b) => a - b);
    const key = places.join();
    const all = shared.get(key) ?? actionStatements(places.flatMap((place) => statements[place] ?? []));
    shared.set(key, all);
    byName.set(name, all);
    return all;
  };
}

function addTo(places: Map<string, Set<number>>, action: string, place: number): void {
  const known = places.get(action);
  if (known) known.add(place);
  else places.set(action, new Set([place]));
}

function actionStatements(all: readonly PlacedStatement[]): ActionStatements {
  const patterns = all.flatMap((placed) =>
    (placed.statement.Resource ?? []).map((pattern) => [pattern, placed] as const),
  );
  return {
    all,
    byResource: patternIndex(patterns),
    withNotResource: all.filter(({ statement }) => statement.NotResource !== undefined),
  };
}
