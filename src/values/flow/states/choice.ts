import type { JsonObject } from '../../../asl/json.ts';
import { join } from '../../domain/join.ts';
import { type Assigned, assignedBy } from '../assign.ts';
import type { Ending } from '../ending.ts';
import { type Entered, effectiveInput, templateValue } from '../entered.ts';

/**
 * What a Choice passes on by one of its rules; `otherwise` is what it passes on by Default. Whether a rule can match
 * isn't considered.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export function ruleEnding(rule: JsonObject, otherwise: Ending, entered: Entered): Ending {
  const { state, input, scopeWith } = entered;
  if (state.language === 'JSONPath') {
    const ofRule = assignedBy(rule, effectiveInput(entered), entered);
    return { output: otherwise.output, assigned: withOwn(ofRule, otherwise.assigned, entered) };
  }
  const output = rule['Output'];
  return {
    // Undocumented: whether the state's own Output counts for a rule without one. Either is possible.
    output: output === undefined ? join([input, otherwise.output]) : templateValue(output, scopeWith(input), entered),
    assigned: withOwn(assignedBy(rule, input, entered), otherwise.assigned, entered),
  };
}

/** A rule's own assignments. Whether the state's are made as well is undocumented: they may be. */
function withOwn(ofRule: Assigned, ofState: Assigned, { input, scopeWith }: Entered): Assigned {
  if (ofState.size === 0) return ofRule;
  const before = scopeWith(input);
  const assigned = new Map(ofRule);
  for (const [name, value] of ofState) {
    if (!ofRule.has(name)) assigned.set(name, join([value, before.variable(name)]));
  }
  return assigned;
}
