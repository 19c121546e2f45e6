import { AspectPriority, Aspects, type CfnResource, Names, Stack } from 'aws-cdk-lib';
import { CfnPolicy, type IRole, Role } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct, type IConstruct } from 'constructs';
import { annotate } from './annotate.ts';
import { LateDocument } from './document.ts';
import { type FittedMachine, fitMachine, type SaidOptions } from './fitted.ts';
import { environmentOf, type Snapshot, type SnapshotKind } from './snapshot.ts';
import { resourceOf } from './stateMachines.ts';
import { type CdkStatements, cdkStatements } from './statements.ts';
import { Synthesis } from './synthesis.ts';

/** What people say of a state machine that neither its definition nor its stack says. */
export interface FitRolesOptions extends SaidOptions {
  /**
   * Whether what constructs granted is replaced by what the definition needs, where that loses nothing.
   *
   * @default false - it stays beside it
   */
  readonly replaceGrants?: boolean;
}

export interface FittedPolicyProps extends FitRolesOptions {
  readonly stateMachine: StateMachine;
}

/**
 * What a state machine's role needs, as a policy of that role. The definition is read at synthesis, however it was given;
 * nothing is deployed but the policy.
 */
export class FittedPolicy extends Construct {
  constructor(scope: Construct, id: string, props: FittedPolicyProps) {
    super(scope, id);
    const { stateMachine, replaceGrants: _ = false, ...said } = props;
    const resource = resourceOf(stateMachine);
    if (Stack.of(this) !== Stack.of(stateMachine)) {
      throw new Error(`${this.node.path}: put the FittedPolicy into the stack of ${stateMachine.node.path}`);
    }
    const synthesis = Synthesis.of(this);
    const results = new WeakMap<Snapshot, FittedMachine>();
    const fitted = (kind: SnapshotKind) =>
      synthesis.read(kind, (snapshot) => {
        const result = results.get(snapshot) ?? fittedIn(snapshot, resource, said);
        results.set(snapshot, result);
        return result;
      });
    const made = (part: keyof CdkStatements) => (kind: SnapshotKind) => {
      const result = fitted(kind);
      if (result.kind === 'unreadable') return undefined;
      return cdkStatements(result.fit.policy, result.placeholders, result.machine.logicalId)[part];
    };
    const document = new LateDocument(synthesis, made('statements'));
    const ofItself = new LateDocument(synthesis, made('ofItself'));
    if (!isImmutable(stateMachine.role)) {
      resource.node.addDependency(new LatePolicy(this, 'Policy', document, stateMachine.role));
      // It names the state machine, which therefore cannot wait for it.
      new LatePolicy(this, 'OwnExecutions', ofItself, stateMachine.role);
    }
    const begin = () => {
      synthesis.begin();
      document.begin();
      ofItself.begin();
    };
    Aspects.of(this).add(
      { visit: (node) => (node === this ? begin() : undefined) },
      { priority: AspectPriority.MUTATING },
    );
    this.node.addValidation({
      validate: () => {
        annotateAll(stateMachine, fitted('final'));
        return [];
      },
    });
    FITTED.add(stateMachine);
  }

  /** Whether a state machine has one already. */
  static isFitted(stateMachine: IConstruct): boolean {
    return FITTED.has(stateMachine);
  }
}

/** An inline policy that is left out where it has no statement. */
class LatePolicy extends CfnPolicy {
  readonly #document: LateDocument;

  constructor(scope: Construct, id: string, document: LateDocument, role: IRole) {
    super(scope, id, { policyName: id, policyDocument: document, roles: [role.roleName] });
    this.policyName = Names.uniqueResourceName(this, { maxLength: 128 });
    this.#document = document;
  }

  protected override shouldSynthesize(): boolean {
    return !this.#document.isEmpty;
  }
}

/** True for an imported role to which the CDK attaches nothing: of another account, or as the app asks. */
function isImmutable(role: IRole): boolean {
  return 'addGrantsToResources' in role;
}

const FITTED = new WeakSet<IConstruct>();

function fittedIn(snapshot: Snapshot, resource: CfnResource, said: SaidOptions): FittedMachine {
  const { stack } = resource;
  const logicalId = String(stack.resolve(resource.logicalId));
  const found = snapshot.machinesOf(stack);
  const machine = found.machines.find((each) => each.logicalId === logicalId);
  if (machine === undefined) return { kind: 'unreadable', reason: 'is not in the template' };
  return fitMachine(machine, found, environmentOf(stack), said);
}

function annotateAll(stateMachine: StateMachine, fitted: FittedMachine): void {
  if (fitted.kind === 'unreadable') {
    const message = `The role is not fitted: ${fitted.reason}`;
    annotate(stateMachine, { severity: 'error', code: 'unreadable-definition', state: '', message });
    return;
  }
  if (!(stateMachine.role instanceof Role)) {
    const { path } = stateMachine.role.node;
    const message = isImmutable(stateMachine.role)
      ? `The role ${path} is imported and cannot be changed here: nothing is granted. Give it what \`rolefit generate\` prints.`
      : `The role ${path} is imported: the policy is attached to it, but what else it allows, and who else uses it, is unknown.`;
    annotate(stateMachine, { severity: 'warning', code: 'imported-role', state: '', message });
  }
  for (const finding of fitted.fit.findings) annotate(stateMachine, finding);
}
