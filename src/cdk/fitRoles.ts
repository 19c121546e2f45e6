import { AspectPriority, Aspects, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { annotate } from './annotate.ts';
import { type FitRolesOptions, FittedPolicy } from './fittedPolicy.ts';
import { FittedRole } from './fittedRole.ts';
import { isStateMachine, isStateMachineResource } from './stateMachines.ts';

/** Fits the role of each state machine in an app, a stage or a stack that has no FittedPolicy of its own. */
export function fitRoles(scope: IConstruct, options: FitRolesOptions = {}): void {
  Aspects.of(scope).add(new FitRoles(options), { priority: AspectPriority.MUTATING });
}

class FitRoles implements IAspect {
  readonly #options: FitRolesOptions;

  constructor(options: FitRolesOptions) {
    this.#options = options;
  }

  visit(node: IConstruct): void {
    if (isStateMachine(node)) {
      if (!FittedPolicy.isFitted(node) && !(node.role instanceof FittedRole)) {
        new FittedPolicy(node, 'FittedPolicy', { ...this.#options, stateMachine: node });
      }
    } else if (isStateMachineResource(node) && (node.node.scope === undefined || !isStateMachine(node.node.scope))) {
      const message = 'fitRoles() does not fit the role of a CfnStateMachine. Use a StateMachine.';
      annotate(node, { severity: 'warning', code: 'not-fitted', state: '', message });
    }
  }
}
