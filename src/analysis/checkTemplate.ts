import type { JsonObject } from '../asl/json.ts';
import { nearestLine, tokensOf } from '../asl/lines.ts';
import type { Excess } from '../policy/excess.ts';
import type { Shortfall, StateNeed } from '../policy/shortfalls.ts';
import type { NotEvaluated } from '../policy/statement.ts';
import { machinesIn, type TemplateMachine, type TemplateMachines } from '../template/machines.ts';
import { writeOutAll } from '../template/placeholder.ts';
import { readTemplate, type Template } from '../template/read.ts';
import { machineSettings } from '../template/settings.ts';
import { isExpanded } from '../template/unseen.ts';
import { check, NOT_WHOLE } from './check.ts';
import { definitionProblem, type Fit, type FitOptions, fit } from './fit.ts';

/**
 * Compares the state machines of one template with the roles that the same template gives them, without anything beside
 * it: no files, no values of parameters.
 */

/** Where the template is deployed. */
export type TemplatePlace = Required<Pick<FitOptions, 'region' | 'account' | 'partition'>>;

export interface CheckedTemplate {
  readonly roles: readonly CheckedTemplateRole[];
  readonly unread: readonly UnreadMachine[];
  /** True where state machines or roles may be made that the template does not show. */
  readonly isExpanded: boolean;
}

export interface CheckedTemplateRole {
  /** Its logical ID, or what the template says of it. */
  readonly name: string;
  /** False where another stack, or someone else, makes the role: its policies are not known. */
  readonly isInTemplate: boolean;
  readonly machines: readonly CheckedTemplateMachine[];
  readonly excess: readonly Excess[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** True where no policy of the role could be read, and any may allow what is needed. */
  readonly isUnchecked: boolean;
  readonly otherUsers: readonly string[];
}

export interface CheckedTemplateMachine {
  readonly logicalId: string;
  readonly fitted: Fit;
  readonly needs: readonly StateNeed[];
  readonly judged: readonly Shortfall[];
  /** The line of the template in which a state stands, or else the state machine. */
  readonly lineOf: (state: string) => number | undefined;
}

/** A state machine whose definition could not be read. */
export interface UnreadMachine {
  readonly logicalId: string;
  readonly line: number | undefined;
  readonly reason: string;
  /** True where the definition stands elsewhere or is known only at deployment: nothing is wrong with the template. */
  readonly isElsewhere: boolean;
}

interface Readable {
  readonly machine: TemplateMachine;
  readonly definition: JsonObject;
  readonly lineOf: CheckedTemplateMachine['lineOf'];
}

/** Pure. Rejects with DefinitionError for a text that is no template. */
export async function checkTemplate(text: string, place: TemplatePlace): Promise<CheckedTemplate> {
  const template = readTemplate(text);
  const found = machinesIn(template, {
    file: '',
    read: () => undefined,
    // A default is not what the stack was given: what depends on it is open, and no verdict.
    values: { defaults: false, pseudo: pseudoOf(place) },
  });
  const mayHaveMore = isExpanded(template) || found.notes.length > 0;
  const each = found.machines.map((machine) => readMachine(machine, found, template, mayHaveMore));
  const unread = each.filter((one) => 'reason' in one);
  const byRole = Map.groupBy(
    each.filter((one) => 'definition' in one),
    ({ machine }) => roleOf(machine),
  );
  const inDoubt = new Set(
    found.machines.filter(({ logicalId }) => unread.some((one) => one.logicalId === logicalId)).map(roleOf),
  );
  const roles = await Promise.all(
    [...byRole].map(([role, machines]) => checkRole(role, machines, found, place, inDoubt.has(role) || mayHaveMore)),
  );
  return { roles, unread, isExpanded: mayHaveMore };
}

function pseudoOf({ region, account, partition }: TemplatePlace): Readonly<Record<string, string>> {
  return { 'AWS::Region': region, 'AWS::AccountId': account, 'AWS::Partition': partition };
}

/** The same for state machines of one role. */
function roleOf({ role, logicalId }: TemplateMachine): string {
  return role.logicalId ?? role.arn ?? `the role of ${logicalId}`;
}

function readMachine(
  machine: TemplateMachine,
  { placeholders }: TemplateMachines,
  template: Template,
  mayHaveMore: boolean,
): Readable | UnreadMachine {
  const { logicalId, line, definition } = machine;
  if (definition.kind === 'unreadable') {
    // A transform may put there what is missing.
    return { logicalId, line, reason: definition.reason, isElsewhere: definition.isElsewhere || mayHaveMore };
  }
  const whole = writeOutAll(definition.json, placeholders);
  const problem = definitionProblem(whole);
  const start = template.lineOf(['Resources', logicalId]);
  const lineOf = (state: string) => nearestLine(definition.lineOf, tokensOf(state)) ?? start;
  if (problem === undefined) return { machine, definition: whole, lineOf };
  return { logicalId, line: lineOf(problem.state), reason: problem.message, isElsewhere: false };
}

async function checkRole(
  name: string,
  machines: readonly Readable[],
  { placeholders, facts }: TemplateMachines,
  place: TemplatePlace,
  mayHaveMore: boolean,
): Promise<CheckedTemplateRole> {
  const fits = await Promise.all(
    machines.map(({ machine, definition }) =>
      fit(definition, { ...machineSettings(machine.settings, placeholders), ...place, facts }),
    ),
  );
  const [first] = machines;
  const { policies = [], notEvaluated = [], otherUsers = [], role = {} } = first?.machine ?? {};
  const checked = check(fits, { policies, notEvaluated }, { placeholders, partition: place.partition });
  const all = machines.flatMap(({ machine: { logicalId }, lineOf }, index): readonly CheckedTemplateMachine[] => {
    const fitted = fits[index];
    const { needs = [], judged = [] } = checked.machines[index] ?? {};
    return fitted === undefined ? [] : [{ logicalId, fitted, needs, judged, lineOf }];
  });
  const isKnown = policies.some(({ isImplied, statements }) => isImplied !== true && statements.length > 0);
  const mayAllow = notEvaluated.some((one) => one.mayAllow !== 'nothing' && one.mayAllow !== 'needed');
  return {
    name,
    isInTemplate: role.logicalId !== undefined,
    machines: all,
    // What is not seen may need what the others with its role do not.
    excess: mayHaveMore ? [] : checked.excess,
    notEvaluated: mayHaveMore ? [...checked.notEvaluated, NOT_WHOLE] : checked.notEvaluated,
    isUnchecked: !isKnown && mayAllow && all.some(({ needs }) => needs.length > 0),
    otherUsers,
  };
}
