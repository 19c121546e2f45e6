import { AspectPriority, Aspects, Names, Stack } from 'aws-cdk-lib';
import { CfnPolicy, type IRole, Role } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct, type IConstruct } from 'constructs';
import { annotate } from './annotate.ts';
import { LateDocument } from './document.ts';
import { type FittedMachine, fitMachine, type SaidOptions } from './fitted.ts';
import { type GrantedPolicies, grantedTo, logicalIdOf, replaceDocument } from './granted.ts';
import { lossesOf } from './losses.ts';
import { environmentOf, type Snapshot, type SnapshotKind } from './snapshot.ts';
import { resourceOf } from './stateMachines.ts';
import { type CdkStatements, cdkStatements } from './statements.ts';
import { Synthesis } from './synthesis.ts';

/** What people say of state machines that neither their definitions nor their stacks say. */
export interface FitRolesOptions extends SaidOptions {
  /**
   * Whether what constructs granted is replaced by what the definition needs. Where that may lose something, it is an
   * error that names it, and nothing is replaced.
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
  readonly #stateMachine: StateMachine;
  readonly #replaceGrants: boolean;
  readonly #said: SaidOptions;
  readonly #synthesis: Synthesis;
  readonly #documents: Readonly<Record<keyof CdkStatements, LateDocument>>;
  readonly #results = new WeakMap<Snapshot, Result>();
  #granted: GrantedPolicies = NOTHING_GRANTED;
  #isReplaced: boolean | undefined;

  constructor(scope: Construct, id: string, { stateMachine, replaceGrants = false, ...said }: FittedPolicyProps) {
    super(scope, id);
    if (Stack.of(this) !== Stack.of(stateMachine)) {
      throw new Error(`${this.node.path}: put the FittedPolicy into the stack of ${stateMachine.node.path}`);
    }
    FITTED.add(stateMachine);
    this.#stateMachine = stateMachine;
    this.#replaceGrants = replaceGrants;
    this.#said = said;
    this.#synthesis = Synthesis.of(this);
    const own = (part: keyof CdkStatements) =>
      new LateDocument(this.#synthesis, (kind) => (this.#isInGrants(part) ? [] : this.#statements(kind)?.[part]));
    this.#documents = { statements: own('statements'), ofItself: own('ofItself') };
    if (!isImmutable(stateMachine.role)) this.#attach(stateMachine.role);
    Aspects.of(this).add(
      { visit: (node) => (node === this ? this.#begin() : undefined) },
      { priority: AspectPriority.MUTATING },
    );
    this.node.addValidation({ validate: () => this.#annotate() });
  }

  /** Whether a state machine has one already. */
  static isFitted(stateMachine: IConstruct): boolean {
    return FITTED.has(stateMachine);
  }

  #attach(role: IRole): void {
    const policy = new LatePolicy(this, 'Policy', this.#documents.statements, role);
    resourceOf(this.#stateMachine).node.addDependency(policy);
    // It names the state machine, which therefore cannot wait for it.
    new LatePolicy(this, 'OwnExecutions', this.#documents.ofItself, role);
  }

  #begin(): void {
    this.#synthesis.begin();
    this.#isReplaced = undefined;
    for (const document of Object.values(this.#documents)) document.begin();
    if (!this.#replaceGrants || this.#granted !== NOTHING_GRANTED) return;
    this.#granted = grantedTo(this.#stateMachine);
    for (const part of ['statements', 'ofItself'] as const) {
      const policy = this.#granted[part];
      const document = new LateDocument(this.#synthesis, (kind) => this.#statements(kind)?.[part]);
      if (policy !== undefined) replaceDocument(policy, document, () => this.#isInGrants(part));
    }
  }

  /** Whether the statements stand in the policy of the constructs' grants. The CDK must get the same answer to the end. */
  #isInGrants(part: keyof CdkStatements): boolean {
    if (this.#granted[part] === undefined) return false;
    return (
      (this.#isReplaced ??= this.#result('early').losses.length === 0) && this.#statements('early')?.[part].length !== 0
    );
  }

  #statements(kind: SnapshotKind): CdkStatements | undefined {
    return this.#result(kind).statements;
  }

  #result(wanted: SnapshotKind): Result {
    return this.#synthesis.read(wanted, (snapshot) => {
      const result = this.#results.get(snapshot) ?? this.#resultIn(snapshot);
      this.#results.set(snapshot, result);
      return result;
    });
  }

  #resultIn(snapshot: Snapshot): Result {
    const resource = resourceOf(this.#stateMachine);
    const found = snapshot.machinesOf(resource.stack);
    const machine = found.machines.find(({ logicalId }) => logicalId === logicalIdOf(resource));
    const fitted: FittedMachine =
      machine === undefined
        ? { kind: 'unreadable', reason: 'the state machine is not in the template' }
        : fitMachine(machine, found, environmentOf(resource.stack), this.#said);
    const granted = Object.values(this.#granted).filter((policy) => policy instanceof CfnPolicy);
    return {
      fitted,
      statements: fitted.kind === 'fitted' ? cdkStatements(fitted) : undefined,
      losses: granted.length === 0 ? [] : lossesOf(fitted, found, granted.map(logicalIdOf)),
    };
  }

  #annotate(): string[] {
    const { fitted, losses } = this.#result('final');
    const stateMachine = this.#stateMachine;
    if (fitted.kind === 'unreadable') {
      const message = `The role is not fitted: ${fitted.reason}`;
      annotate(stateMachine, { severity: 'error', code: 'unreadable-definition', state: '', message });
      return [];
    }
    if (losses.length > 0) {
      const message = `replaceGrants: the constructs' grants stay, since this would be lost: ${losses.join('; ')}`;
      annotate(stateMachine, { severity: 'error', code: 'replace-grants', state: '', message });
    }
    if (!Role.isRole(stateMachine.role)) {
      const message = importedRole(stateMachine.role);
      annotate(stateMachine, { severity: 'warning', code: 'imported-role', state: '', message });
    }
    for (const finding of fitted.fit.findings) annotate(stateMachine, finding);
    return [];
  }
}

interface Result {
  readonly fitted: FittedMachine;
  /** Undefined where the state machine cannot be read. */
  readonly statements: CdkStatements | undefined;
  /** Why the constructs' grants are not replaced. */
  readonly losses: readonly string[];
}

const NOTHING_GRANTED: GrantedPolicies = { statements: undefined, ofItself: undefined };

const FITTED = new WeakSet<IConstruct>();

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

function importedRole(role: IRole): string {
  return isImmutable(role)
    ? `The role ${role.node.path} is imported and cannot be changed here: nothing is granted. Give it what \`rolefit generate\` prints.`
    : `The role ${role.node.path} is imported: the policy is attached to it, but what else it allows, and who else uses it, is unknown.`;
}
