import { AspectPriority, Aspects, CustomResource, Fn, Lazy, Names, Stack, Stage, Tags } from 'aws-cdk-lib';
import {
  type AddToPrincipalPolicyResult,
  type PolicyStatement,
  Role,
  type RoleProps,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { CfnStateMachine, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { type Construct, DependencyGroup, type IConstruct } from 'constructs';
import { isObject, type Json, type JsonObject } from '../asl/json.ts';
import { own } from '../own.ts';
import { propertiesOf } from '../template/read.ts';
import { annotate } from './annotate.ts';
import type { Snapshot } from './snapshot.ts';
import { isStateMachine, resourceOf } from './stateMachines.ts';
import { Synthesis } from './synthesis.ts';

/** What the custom resource is told besides what the state machine says: README.md has its properties. */
export interface FittedRoleProps extends Pick<RoleProps, 'description' | 'path' | 'permissionsBoundary' | 'roleName'> {
  /**
   * The function that fits the role.
   *
   * @default - what the stack rolefit exports in this account and Region
   */
  readonly serviceToken?: string;
  /** @default remediate */
  readonly driftMode?: 'alert' | 'remediate';
  /** Guarded actions that the definition may have, such as `iam:PassRole` on a wildcard. */
  readonly allowGuardedActions?: readonly string[];
  /** Resource → its facts, as in a facts file. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Operation → what it needs, as in a file of extra actions. */
  readonly extraActions?: Readonly<Record<string, unknown>>;
}

/**
 * An execution role that rolefit's custom resource fits at each deployment, and the re-check afterwards: the role of any
 * number of state machines. What constructs would grant is left out.
 */
export class FittedRole extends Role {
  readonly #props: FittedRoleProps;
  readonly #fitted = new Set<IConstruct>();

  constructor(scope: Construct, id: string, props: FittedRoleProps = {}) {
    const { description, path, permissionsBoundary, roleName } = props;
    super(scope, id, {
      assumedBy: stepFunctions(Stack.of(scope)),
      ...(description === undefined ? {} : { description }),
      ...(path === undefined ? {} : { path }),
      ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
      ...(roleName === undefined ? {} : { roleName }),
    });
    this.#props = props;
    Tags.of(this).add('rolefit:managed', 'true');
    const synthesis = Synthesis.of(this);
    const visit = (node: IConstruct) => {
      if (node === this) synthesis.begin();
      if (isStateMachine(node) && node.role === this) this.#fit(node);
    };
    Aspects.of(Stage.of(this) ?? this.node.root).add({ visit }, { priority: AspectPriority.MUTATING });
    this.node.addValidation({
      validate: () => {
        if (this.#fitted.size === 0) {
          const message = 'No StateMachine of this app has this FittedRole: nothing is granted. Pass it as its role.';
          annotate(this, { severity: 'warning', code: 'unused-role', state: '', message });
        }
        return [];
      },
    });
  }

  /** What the definition needs is granted at deployment. */
  override addToPrincipalPolicy(_statement: PolicyStatement): AddToPrincipalPolicyResult {
    return { statementAdded: true, policyDependable: new DependencyGroup() };
  }

  #fit(stateMachine: StateMachine): void {
    if (this.#fitted.has(stateMachine)) return;
    this.#fitted.add(stateMachine);
    const resource = resourceOf(stateMachine);
    const { driftMode, allowGuardedActions, facts, extraActions } = this.#props;
    const policy = new CustomResource(stateMachine, 'RolePolicy', {
      resourceType: 'Custom::StateMachineRolePolicy',
      serviceToken: this.#props.serviceToken ?? Fn.importValue('rolefit-ServiceToken'),
      properties: {
        RoleName: this.roleName,
        // Several that share a role need names of their own.
        PolicyName: `rolefit-${Names.uniqueResourceName(stateMachine, { maxLength: 56 })}`,
        ...settingsOf(resource),
        DriftMode: driftMode,
        AllowGuardedActions: allowGuardedActions,
        Facts: facts,
        ExtraActions: extraActions,
      },
    });
    resource.node.addDependency(policy);
  }
}

/** As the CDK makes it: only state machines of the account may use the role. */
function stepFunctions(stack: Stack): ServicePrincipal {
  return new ServicePrincipal('states.amazonaws.com', {
    conditions: {
      ArnLike: { 'aws:SourceArn': `arn:${stack.partition}:states:${stack.region}:${stack.account}:stateMachine:*` },
      StringEquals: { 'aws:SourceAccount': stack.account },
    },
  });
}

/** What the state machine's resource says once all of the app is there. The custom resource has the same words for it. */
function settingsOf(resource: CfnStateMachine) {
  const synthesis = Synthesis.of(resource);
  const late = (make: (properties: JsonObject, snapshot: Snapshot) => Json | undefined) =>
    Lazy.uncachedAny({
      produce: (context) => {
        if (context.preparing) synthesis.prepare();
        if (context.preparing || Synthesis.isReading) return undefined;
        return synthesis.read('final', (snapshot) => make(propertiesIn(resource, snapshot), snapshot));
      },
    });
  const same = (name: string) => late((properties) => own(properties, name));
  return {
    StateMachineName: same('StateMachineName'),
    Definition: same('Definition'),
    DefinitionString: late(
      (properties, snapshot) => own(properties, 'DefinitionString') ?? fileText(properties, snapshot),
    ),
    DefinitionS3Location: late((properties, snapshot) =>
      fileText(properties, snapshot) === undefined ? own(properties, 'DefinitionS3Location') : undefined,
    ),
    DefinitionSubstitutions: same('DefinitionSubstitutions'),
    Type: same('StateMachineType'),
    Logging: late((properties) => logs(own(properties, 'LoggingConfiguration'))),
    Tracing: late((properties) => part(properties, 'TracingConfiguration', 'Enabled')),
    KmsKeyArn: late((properties) => keyArn(part(properties, 'EncryptionConfiguration', 'KmsKeyId'))),
  };
}

function propertiesIn(resource: CfnStateMachine, snapshot: Snapshot): JsonObject {
  const { stack } = resource;
  const logicalId = String(stack.resolve(resource.logicalId));
  return propertiesOf(own(snapshot.templateOf(stack).resources, logicalId) ?? {});
}

function part(properties: JsonObject, name: string, key: string): Json | undefined {
  const value = own(properties, name);
  return isObject(value) ? own(value, key) : undefined;
}

/** The file itself, so that the function needs no permission to read the CDK's bucket. */
function fileText(properties: JsonObject, snapshot: Snapshot): string | undefined {
  const key = part(properties, 'DefinitionS3Location', 'Key');
  return typeof key === 'string' ? snapshot.assetText(key) : undefined;
}

/** Without a level nothing is logged, but the destinations are still checked. */
function logs(configuration: Json | undefined): Json | undefined {
  if (!isObject(configuration)) return undefined;
  return own(configuration, 'Destinations') !== undefined || (own(configuration, 'Level') ?? 'OFF') !== 'OFF';
}

/** A state machine's key may be given by its ID, the custom resource takes its ARN. */
function keyArn(id: Json | undefined): Json | undefined {
  const isId = isObject(id) ? own(id, 'Ref') !== undefined : typeof id === 'string' && !id.startsWith('arn:');
  if (id === undefined || !isId) return id;
  const region = { Ref: 'AWS::Region' };
  const account = { Ref: 'AWS::AccountId' };
  return { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':kms:', region, ':', account, ':key/', id]] };
}
