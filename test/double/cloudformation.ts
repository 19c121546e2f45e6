import { element, member } from './iam.ts';
import { Refusal } from './refusal.ts';

/** CloudFormation, as far as the hook asks it whose request it serves: it knows of no stack but those that are put here. */

export interface EventRecord {
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  readonly physicalId?: string;
  /** The resolved properties as a JSON text, as CloudFormation shows them. */
  readonly properties?: string;
}

export interface ParameterRecord {
  readonly key: string;
  readonly value: string;
  /** What a parameter from Parameter Store holds. */
  readonly resolved?: string;
}

export interface StackRecord {
  readonly id: string;
  readonly status: string;
  /** The processed template. */
  readonly template: string;
  readonly parameters?: readonly ParameterRecord[];
  /** The newest first. */
  readonly events: readonly EventRecord[];
  /** Logical ID → physical ID. */
  readonly physicalIds?: ReadonlyMap<string, string>;
}

/** What CloudFormation asks a custom resource's function, as far as it shows that elsewhere. */
export interface CustomResourceWork {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly LogicalResourceId: string;
  readonly ResourceType: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Readonly<Record<string, unknown>>;
}

/** How a deployment goes. */
export interface Course {
  readonly template?: string | undefined;
  readonly isRollback?: boolean | undefined;
}

export class CloudFormation {
  /** ID → stack; two may have one name, where one of them is deleted. */
  readonly stacks = new Map<string, StackRecord>();
  /** Export's name → value. */
  readonly exports = new Map<string, string>();
  /** How many events a page has. */
  pageSize = 100;
  readonly #asked = new Map<string, CustomResourceWork>();

  /**
   * The stack's deployment comes to this resource; the rollback of one, if `isRollback`. `template`: the stack's; one that has
   * the properties as they are, if left out.
   */
  begin(work: CustomResourceWork, { template, isRollback = false }: Course = {}): void {
    const { RequestType, StackId: id, LogicalResourceId: logicalId, ResourceType: type } = work;
    const { events = [], ...stack } = this.stacks.get(id) ?? {};
    const verb = RequestType.toUpperCase();
    const properties = JSON.stringify(work.ResourceProperties);
    const literal = { Resources: { [logicalId]: { Type: type, Properties: work.ResourceProperties } } };
    const event = { ...eventOf(work), status: `${verb}_IN_PROGRESS`, properties };
    const status = isRollback ? 'UPDATE_ROLLBACK_IN_PROGRESS' : `${verb}_IN_PROGRESS`;
    const ofStack = { logicalId: id.split('/')[1] ?? '', type: 'AWS::CloudFormation::Stack', status, physicalId: id };
    this.stacks.set(id, {
      physicalIds: new Map(),
      ...stack,
      id,
      status,
      template: template ?? JSON.stringify(literal),
      events: [event, ofStack, ...events],
    });
    this.#asked.set(new URL(work.ResponseURL).pathname, work);
  }

  /** The answer to what was asked, at the path of the response's URL: the first one ends the deployment. */
  end(path: string, succeeded: boolean, physicalId: string): void {
    const work = this.#asked.get(path);
    const stack = work && this.stacks.get(work.StackId);
    if (!stack) return;
    this.#asked.delete(path);
    const status = `${work.RequestType.toUpperCase()}_${succeeded ? 'COMPLETE' : 'FAILED'}`;
    const event = { ...eventOf(work), status, physicalId, properties: JSON.stringify(work.ResourceProperties) };
    this.stacks.set(stack.id, { ...stack, status, events: [event, ...stack.events] });
  }

  answer(action: string, parameters: URLSearchParams): string {
    return `<${action}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><${action}Result>${this.#result(action, parameters)}</${action}Result></${action}Response>`;
  }

  #result(action: string, parameters: URLSearchParams): string {
    if (action === 'ListExports') {
      const entries = [...this.exports].map(([name, value]) => member(element('Name', name) + element('Value', value)));
      return `<Exports>${entries.join('')}</Exports>`;
    }
    const stack = this.#stack(parameters.get('StackName') ?? '');
    switch (action) {
      case 'DescribeStacks':
        return `<Stacks>${member(described(stack))}</Stacks>`;
      case 'DescribeStackEvents':
        return this.#events(stack, Number(parameters.get('NextToken') ?? '0'));
      case 'GetTemplate':
        return element('TemplateBody', stack.template);
      case 'ListStackResources': {
        const resources = [...(stack.physicalIds ?? [])].map(([logicalId, physicalId]) =>
          member(element('LogicalResourceId', logicalId) + element('PhysicalResourceId', physicalId)),
        );
        return `<StackResourceSummaries>${resources.join('')}</StackResourceSummaries>`;
      }
      default:
        throw new Refusal('InvalidAction', `no ${action} here`, 400);
    }
  }

  /** By its ID; by its name only the one that is not deleted. */
  #stack(given: string): StackRecord {
    const named = [...this.stacks.values()].find(
      ({ id, status }) => id.split('/')[1] === given && status !== 'DELETE_COMPLETE',
    );
    const stack = this.stacks.get(given) ?? named;
    if (!stack) throw new Refusal('ValidationError', `Stack with id ${given} does not exist`, 400);
    return stack;
  }

  #events({ id, events }: StackRecord, from: number): string {
    const page = events
      .slice(from, from + this.pageSize)
      .map(({ logicalId, type, status, physicalId, properties }) =>
        member(
          [
            element('StackId', id),
            element('LogicalResourceId', logicalId),
            element('ResourceType', type),
            element('ResourceStatus', status),
            element('PhysicalResourceId', physicalId ?? ''),
            properties === undefined ? '' : element('ResourceProperties', properties),
          ].join(''),
        ),
      );
    const next = from + this.pageSize < events.length ? element('NextToken', String(from + this.pageSize)) : '';
    return `<StackEvents>${page.join('')}</StackEvents>${next}`;
  }
}

function eventOf(work: CustomResourceWork): Omit<EventRecord, 'status'> {
  const { LogicalResourceId: logicalId, ResourceType: type, PhysicalResourceId: physicalId = '' } = work;
  return { logicalId, type, physicalId };
}

function described({ id, status, parameters = [] }: StackRecord): string {
  const given = parameters.map(({ key, value, resolved }) =>
    member(
      element('ParameterKey', key) +
        element('ParameterValue', value) +
        (resolved === undefined ? '' : element('ResolvedValue', resolved)),
    ),
  );
  return [
    element('StackId', id),
    element('StackName', id.split('/')[1] ?? ''),
    element('StackStatus', status),
    `<Parameters>${given.join('')}</Parameters>`,
  ].join('');
}
