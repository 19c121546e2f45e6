import { type Fit, type FitOptions, fitSync } from '../analysis/fit.ts';
import { DefinitionError } from '../asl/error.ts';
import { inPlace } from '../cli/input/facts.ts';
import type { StackEnvironment } from '../template/assembly.ts';
import type { TemplateMachine, TemplateMachines } from '../template/machines.ts';
import { type Placeholders, writeOutAll } from '../template/placeholder.ts';
import { machineSettings } from '../template/settings.ts';
import { LOADER } from './loader.ts';

/** What a state machine of a template needs, or why that isn't known. */
export type FittedMachine =
  | {
      readonly kind: 'fitted';
      readonly machine: TemplateMachine;
      readonly fit: Fit;
      readonly placeholders: Placeholders;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What people say of a state machine that neither its definition nor its stack says. */
export type SaidOptions = Pick<FitOptions, 'extraActions' | 'facts' | 'guess' | 'input' | 'precautions'>;

export function fitMachine(
  machine: TemplateMachine,
  { placeholders, facts }: Pick<TemplateMachines, 'facts' | 'placeholders'>,
  environment: StackEnvironment,
  said: SaidOptions = {},
): FittedMachine {
  const { definition, settings } = machine;
  if (definition.kind === 'unreadable') return { kind: 'unreadable', reason: definition.reason };
  const settled = { ...machineSettings(settings, placeholders), ...environment };
  const options = inPlace({ ...settled, ...said, facts: [...facts, ...(said.facts ?? [])] });
  try {
    const fit = fitSync(writeOutAll(definition.json, placeholders), options, LOADER);
    return { kind: 'fitted', machine, fit, placeholders };
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return { kind: 'unreadable', reason: `the definition: ${error.message}` };
  }
}
