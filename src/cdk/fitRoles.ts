import { AspectPriority, Aspects, CfnResource, type IAspect } from 'aws-cdk-lib';
import { CfnStateMachine, type StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import { annotate } from './annotate.ts';
import { type FitRolesOptions, FittedPolicy } from './fittedPolicy.ts';

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
      if (!FittedPolicy.isFitted(node)) {
        new FittedPolicy(node, 'FittedPolicy', { ...this.#options, stateMachine: node });
      }
    } else if (isResource(node) && (node.node.scope === undefined || !isStateMachine(node.node.scope))) {
      const message = 'fitRoles() does not fit the role of a CfnStateMachine. Use a StateMachine.';
      annotate(node, { severity: 'warning', code: 'not-fitted', state: '', message });
    }
  }
}

function isResource(node: IConstruct | undefined): boolean {
  return CfnResource.isCfnResource(node) && node.cfnResourceType === CfnStateMachine.CFN_RESOURCE_TYPE_NAME;
}

/** By what it has, since an app may have aws-cdk-lib twice. */
function isStateMachine(node: IConstruct): node is StateMachine {
  return isResource(node.node.defaultChild) && 'role' in node && 'stateMachineArn' in node;
}
