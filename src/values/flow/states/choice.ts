import type { JsonObject } from '../../../asl/json.ts';
import { join } from '../../domain/possible.ts';
import { type Assigned, assignedBy } from '../assign.ts';
import { type Ending, type Exit, endingOf, exitsWith } from '../ending.ts';
import { type Entered, effectiveInput, templateValue, withInput } from '../entered.ts';

/**
 * A Choice goes on by each of its rules, and by its Default. Whether a rule can match is not asked.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export function choiceExits(entered: Entered): readonly Exit[] {
  const { state } = entered;
  const ending = endingOf(entered, undefined);
  const exits: Exit[] = [];
  for (const { kind, to, json } of state.transitions) {
    if (kind === 'choice' && to !== undefined) exits.push({ to, ...ruleEnding(json, ending, entered) });
  }
  exits.push(...exitsWith(state, ending));
  return exits;
}

/** What a state goes on with by one rule. `otherwise` is what it would go on with by Default. */
function ruleEnding(rule: JsonObject, otherwise: Ending, entered: Entered): Ending {
  const { state, scope } = entered;
  if (state.language === 'JSONPath') {
    const assigned = assignedBy(rule, withInput(scope, effectiveInput(entered)), entered);
    return { output: otherwise.output, assigned: withStates(assigned, otherwise.assigned, entered) };
  }
  const output = rule['Output'];
  return {
    // Whether the state's own Output counts for a rule that has none is not documented: either may be.
    output: output === undefined ? join([scope.input, otherwise.output]) : templateValue(output, scope, entered),
    assigned: withStates(assignedBy(rule, scope, entered), otherwise.assigned, entered),
  };
}

/** A rule's own assignments; whether the state's are made as well is not documented: they may be. */
function withStates(ofRule: Assigned, ofState: Assigned, { scope }: Entered): Assigned {
  if (ofState.size === 0) return ofRule;
  const assigned = new Map(ofRule);
  for (const [name, value] of ofState) {
    if (!ofRule.has(name)) assigned.set(name, join([value, scope.variable(name)]));
  }
  return assigned;
}
