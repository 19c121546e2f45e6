import { type CfnElement, Lazy, Stack } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import type { LateDocument } from './document.ts';
import { Synthesis } from './synthesis.ts';

/** The policies into which the CDK writes what constructs grant to a state machine. */
export interface GrantedPolicies {
  readonly statements: CfnPolicy | undefined;
  /** What distributed Maps need of the state machine itself. */
  readonly ofItself: CfnPolicy | undefined;
}

export function grantedTo(stateMachine: StateMachine): GrantedPolicies {
  const stack = Stack.of(stateMachine);
  const policyIn = (scope: IConstruct, id: string) => {
    const resource = scope.node.tryFindChild(id)?.node.defaultChild;
    return resource instanceof CfnPolicy && resource.stack === stack ? resource : undefined;
  };
  return {
    statements: policyIn(stateMachine.role, 'DefaultPolicy'),
    ofItself: policyIn(stateMachine, 'DistributedMapPolicy'),
  };
}

/** Has a policy written with another document, if `isReplaced` says so when the template is written. */
export function replaceDocument(policy: CfnPolicy, document: LateDocument, isReplaced: () => boolean): void {
  const { policyDocument: original }: { readonly policyDocument: unknown } = policy;
  policy.policyDocument = Lazy.uncachedAny({
    produce: ({ preparing }) => (preparing || Synthesis.isReading || !isReplaced() ? original : document),
  });
}

export function logicalIdOf(element: CfnElement): string {
  return String(element.stack.resolve(element.logicalId));
}
