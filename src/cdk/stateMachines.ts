import { CfnResource } from 'aws-cdk-lib';
import { CfnStateMachine, type StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';

/** By what constructs have and not by their class, since an app may have aws-cdk-lib twice. */

export function isStateMachineResource(construct: IConstruct | undefined): construct is CfnStateMachine {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === CfnStateMachine.CFN_RESOURCE_TYPE_NAME;
}

export function isStateMachine(construct: IConstruct): construct is StateMachine {
  return isStateMachineResource(construct.node.defaultChild) && 'role' in construct && 'stateMachineArn' in construct;
}

export function resourceOf(stateMachine: StateMachine): CfnStateMachine {
  const resource = stateMachine.node.defaultChild;
  if (isStateMachineResource(resource)) return resource;
  throw new Error(`${stateMachine.node.path}: is no StateMachine with a resource of its own`);
}
