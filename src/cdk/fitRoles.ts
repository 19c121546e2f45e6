import { AspectPriority, Aspects, type IAspect, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { annotate } from './annotate.ts';
import { type FitRolesOptions, FittedPolicy } from './fittedPolicy.ts';
import { FittedRole } from './fittedRole.ts';
import { isStateMachine, isStateMachineResource } from './stateMachines.ts';

/** Fits the role of each state machine in an app, a stage or a stack, except those that have a FittedPolicy of their own. */
export function fitRoles(scope: IConstruct, options: FitRolesOptions = {}): void {
  Aspects.of(scope).add(new FitRoles(scope, options), { priority: AspectPriority.MUTATING });
}

class FitRoles implements IAspect {
  readonly #scope: IConstruct;
  readonly #options: FitRolesOptions;

  constructor(scope: IConstruct, options: FitRolesOptions) {
    this.#scope = scope;
    this.#options = options;
  }

  visit(node: IConstruct): void {
    if (node === this.#scope) refuseStages(node);
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

/** The CDK synthesizes a stage before it applies the aspects of what the stage is in. */
function refuseStages(scope: IConstruct): void {
  const own = Stage.isStage(scope) ? scope : Stage.of(scope);
  const left = scope.node.findAll().filter((each) => isStateMachine(each) && !FittedPolicy.isFitted(each));
  const stage = left.map((each) => Stage.of(each)).find((each) => each !== own);
  if (stage === undefined) return;
  throw new Error(
    `fitRoles() does not reach into the stage ${stage.node.path}, as no aspect does: call fitRoles() with the stage`,
  );
}
