import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { EmbeddedAws } from '../double/aws.ts';
import type { EventRecord, StackRecord } from '../double/cloudformation.ts';
import { allowedBy, answersTo, contextOf, eventOf, forgedEvent, loadHook, type Request, reading } from './hook.ts';

/** Whoever may invoke the hook sends requests of his own, while CloudFormation is at work on something. */

const aws = new EmbeddedAws();
let handler: Awaited<ReturnType<typeof loadHook>>;
let count = 0;
before(async () => {
  await aws.start();
  handler = await loadHook(aws.endpoint);
});
after(() => aws.stop());

const TYPE = 'Custom::StateMachineRolePolicy';
const EVIL = JSON.stringify({
  StartAt: 'Grab',
  States: {
    Grab: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:iam:attachRolePolicy',
      Parameters: { RoleName: 'admin', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      End: true,
    },
  },
});

/** A managed role that nobody else uses, and the stack that the test is about. */
class World {
  readonly role = `victim-${count++}`;
  readonly stack = `arn:aws:cloudformation:eu-west-1:111122223333:stack/${this.role}/1`;

  constructor() {
    aws.iam.createRole(this.role);
  }

  /** What the attacker asks for: more than anyone has approved. */
  get grab(): Request {
    const AllowGuardedActions = ['iam:AttachRolePolicy'];
    return { type: 'Create', stack: this.stack, properties: this.properties(EVIL, { AllowGuardedActions }) };
  }

  /** What a deployment asks for. */
  get genuine(): Request {
    return { type: 'Create', stack: this.stack, properties: this.properties(reading('a')) };
  }

  properties(DefinitionString: string, more: object = {}): Readonly<Record<string, unknown>> {
    return { RoleName: this.role, DefinitionString, SettleSeconds: '0', ...more };
  }

  /** CloudFormation is at work on a stack: its newest event is this resource's. */
  working(on: Partial<StackRecord> & { readonly resource: Omit<EventRecord, 'status'> }): void {
    const { resource, ...more } = on;
    const events = [{ ...resource, status: 'CREATE_IN_PROGRESS' }];
    const Resources = { [resource.logicalId]: { Type: resource.type, Properties: {} } };
    const template = JSON.stringify({ Resources });
    aws.cloudFormation.stacks.set(this.stack, {
      id: this.stack,
      status: 'UPDATE_IN_PROGRESS',
      template,
      events,
      ...more,
    });
  }

  /** Sends it, and returns the answer's reason; nothing may have been done. */
  async refused(event: CloudFormationCustomResourceEvent): Promise<string> {
    const before = allowedBy(aws.iam.stateOf(this.role), this.role);
    const reason = await this.send(event);
    assert.match(
      reason,
      /^rolefit: the request for .* is not taken for CloudFormation's own, and nothing is done: .*\. Only a deployment of the stack may send one \(log stream .*\)$/,
    );
    assert.deepEqual(allowedBy(aws.iam.stateOf(this.role), this.role), before);
    assert.ok(
      aws.calls.every(({ service, role }) => service !== 'iam' || role !== this.role || before.size > 0),
      'IAM was asked',
    );
    return reason;
  }

  async taken(event: CloudFormationCustomResourceEvent): Promise<void> {
    assert.equal(await this.send(event), '');
  }

  /** The answer's reason; empty where it is a success. */
  async send(event: CloudFormationCustomResourceEvent): Promise<string> {
    const earlier = answersTo(aws, event).length;
    // Each time that it is sent it is another object.
    await handler(structuredClone(event), contextOf());
    const answer = answersTo(aws, event)[earlier];
    assert.ok(answer, 'no answer');
    assert.equal(answer.Status, answer.Reason === undefined ? 'SUCCESS' : 'FAILED');
    return answer.Reason ?? '';
  }
}

describe('a request of CloudFormation’s', { concurrency: true }, () => {
  it('in the clean-up after an update, where the events show the generic type and no properties', async () => {
    const world = new World();
    await world.taken(eventOf(aws, world.genuine));
    const physicalId = `${world.role}/rolefit`;
    const event = eventOf(aws, { ...world.genuine, type: 'Delete', physicalId });
    const stack = aws.cloudFormation.stacks.get(world.stack);
    assert.ok(stack);
    const [, ...earlier] = stack.events;
    const type = 'AWS::CloudFormation::CustomResource';
    const events = [{ logicalId: 'RolePolicy', type, status: 'DELETE_IN_PROGRESS', physicalId }, ...earlier];
    const status = 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS';
    aws.cloudFormation.stacks.set(world.stack, { ...stack, status, events });
    await world.taken(event);
    assert.equal(allowedBy(aws.iam.stateOf(world.role), world.role).size, 0);
  });

  it('with the event of a hook before it, which shows no properties', async () => {
    const world = new World();
    const event = eventOf(aws, world.genuine);
    const stack = aws.cloudFormation.stacks.get(world.stack);
    assert.ok(stack);
    const hook = { logicalId: 'RolePolicy', type: TYPE, status: 'CREATE_IN_PROGRESS' };
    const unknown = { DefinitionString: { 'Fn::GetAtt': ['Other', 'Definition'] } };
    const Properties = { ...event.ResourceProperties, ...unknown };
    const template = JSON.stringify({ Resources: { RolePolicy: { Type: TYPE, Properties } } });
    aws.cloudFormation.stacks.set(world.stack, { ...stack, template, events: [hook, ...stack.events] });
    await world.taken(event);
  });

  it('of a template that rolefit cannot read, where the events tell all', async () => {
    const world = new World();
    await world.taken(
      eventOf(aws, { ...world.genuine, template: '{"Description": "a", "Description": "b", "Resources":' }),
    );
  });
});

describe('threat model: a request to the hook is nobody’s until CloudFormation says so', { concurrency: true }, () => {
  const bucket = { logicalId: 'Bucket', type: 'AWS::S3::Bucket' };
  const mine = { logicalId: 'RolePolicy', type: TYPE };

  it('of no stack at all', async () => {
    const world = new World();
    assert.match(await world.refused(forgedEvent(aws, world.grab)), /there is no stack with the ID arn:/);
  });

  for (const [logicalId, resourceType] of [
    ['.*', ''],
    ['.*', 'AWS::S3::Bucket'],
    ['Resources', 'AWS::S3::Bucket'],
    ['Resources', TYPE],
    ['Bucket', ''],
    ['Bucket', TYPE],
    ['Bucket', 'AWS::S3::Bucket'],
    ['Buck', TYPE],
    ['constructor', TYPE],
    ['__proto__', TYPE],
  ] as const) {
    it(`while a stack with a bucket only is in progress: ${logicalId} of the type '${resourceType}'`, async () => {
      const world = new World();
      world.working({ resource: bucket });
      const event = { ...forgedEvent(aws, { ...world.grab, logicalId }), ResourceType: resourceType };
      assert.match(
        await world.refused(event),
        logicalId === 'Bucket' ? /Bucket is of the type AWS::S3::Bucket/ : /has no resource .* under way/,
      );
    });
  }

  it('in the name of a resource whose name begins like the one in progress', async () => {
    const world = new World();
    world.working({ resource: { ...mine, logicalId: 'RolePolicyOfOrders' } });
    assert.match(await world.refused(forgedEvent(aws, world.grab)), /has no resource RolePolicy under way/);
  });

  it('of another type than the custom resource in progress has', async () => {
    const world = new World();
    world.working({ resource: { ...mine, type: 'Custom::Other' } });
    assert.match(await world.refused(forgedEvent(aws, world.grab)), /RolePolicy is of the type Custom::Other/);
  });

  it('in the name of a custom resource that calls another function: it is not his to say what the token is', async () => {
    const world = new World();
    const event = forgedEvent(aws, world.grab);
    const other = { ...event.ResourceProperties, ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:mine' };
    aws.cloudFormation.begin({ ...event, ResourceProperties: other });
    assert.match(
      await world.refused(event),
      /property ServiceToken of RolePolicy is not what is being deployed/,
      'a token of his choice',
    );
    aws.cloudFormation.begin({ ...event, ResourceProperties: other });
    const both = { ...event, ServiceToken: other.ServiceToken, ResourceProperties: other };
    assert.match(await world.refused(both), /the ServiceToken of RolePolicy is not this function/);
  });

  for (const [what, more, place] of [
    ['a guarded action more', { AllowGuardedActions: ['iam:AttachRolePolicy'] }, 'AllowGuardedActions'],
    ['another role', { RoleName: 'administrator' }, 'RoleName'],
    ['another definition', { DefinitionString: EVIL }, 'DefinitionString'],
    ['a property less', { DefinitionString: undefined }, 'DefinitionString'],
    ['facts of his choice', { Facts: { 'arn:aws:sqs:*:*:*': { key: 'none' } } }, 'Facts'],
    ['a value of another kind', { SettleSeconds: ['0'] }, 'SettleSeconds'],
    ['a key below a property', { DefinitionSubstitutions: { A: 'b', C: 'd' } }, 'DefinitionSubstitutions.C'],
  ] as const) {
    it(`in the name of the resource in progress, with ${what}`, async () => {
      const world = new World();
      const properties = { ...world.genuine.properties, DefinitionSubstitutions: { A: 'b' } };
      eventOf(aws, { ...world.genuine, properties });
      const event = forgedEvent(aws, { ...world.genuine, properties: { ...properties, ...more } });
      assert.match(
        await world.refused(event),
        new RegExp(`property ${place} of RolePolicy is not what is being deployed`),
      );
    });
  }

  it('that was served: the same event again, once CloudFormation has its answer', async () => {
    const world = new World();
    const event = eventOf(aws, world.genuine);
    await world.taken(event);
    assert.match(
      await world.refused(event),
      /CloudFormation is not working on the stack \(its status is CREATE_COMPLETE\)/,
    );
  });

  it('that was served: while CloudFormation works on the stack’s next resource', async () => {
    const world = new World();
    const event = eventOf(aws, world.genuine);
    await world.taken(event);
    const stack = aws.cloudFormation.stacks.get(world.stack);
    assert.ok(stack);
    const events = [{ ...bucket, status: 'CREATE_IN_PROGRESS' }, ...stack.events];
    aws.cloudFormation.stacks.set(world.stack, { ...stack, status: 'CREATE_IN_PROGRESS', events });
    assert.match(await world.refused(event), /RolePolicy is not under way \(its status is CREATE_COMPLETE\)/);
  });

  it('of yesterday, whose permissions a deployment has taken away, while today’s is in progress', async () => {
    const world = new World();
    const yesterday = eventOf(aws, world.genuine);
    await world.taken(yesterday);
    const physicalId = `${world.role}/rolefit`;
    const update = (definition: string): Request => ({
      ...world.genuine,
      type: 'Update',
      physicalId,
      properties: world.properties(definition),
      oldProperties: world.genuine.properties,
    });
    await world.taken(eventOf(aws, update(reading('b'))));
    eventOf(aws, update(reading('c')));
    assert.match(await world.refused(yesterday), /RolePolicy is not under way \(its status is UPDATE_IN_PROGRESS\)/);
    const disguised = { ...yesterday, RequestType: 'Update' as const, PhysicalResourceId: physicalId };
    assert.match(
      await world.refused({ ...disguised, OldResourceProperties: yesterday.ResourceProperties }),
      /property DefinitionString of RolePolicy is not what is being deployed/,
    );
  });

  it('of an earlier generation, while a deployment is rolled back: only the one before it comes back', async () => {
    const world = new World();
    const physicalId = `${world.role}/rolefit`;
    const AllowGuardedActions = ['iam:AttachRolePolicy'];
    const withdrawn = world.properties(EVIL, { AllowGuardedActions });
    const update = (properties: Request['properties'], oldProperties: Request['properties']): Request => ({
      ...world.genuine,
      type: 'Update',
      physicalId,
      properties,
      oldProperties,
    });
    const [second, third] = [world.properties(reading('b')), world.properties(reading('c'))];
    await world.taken(eventOf(aws, { ...world.genuine, properties: withdrawn }));
    await world.taken(eventOf(aws, update(second, withdrawn)));
    await world.taken(eventOf(aws, update(third, second)));
    const back = { ...update(second, third), isRollback: true };
    const genuine = eventOf(aws, back);
    for (const properties of [withdrawn, third]) {
      const event = forgedEvent(aws, update(properties, third));
      assert.match(await world.refused(event), /property \w+ of RolePolicy is not what is being deployed/);
    }
    await world.taken(genuine);
    // Where CloudFormation's event of the rollback shows nothing, the one before the deployment tells.
    const silent = eventOf(aws, back);
    const stack = aws.cloudFormation.stacks.get(world.stack);
    assert.ok(stack);
    const [newest, ...events] = stack.events;
    assert.ok(newest);
    const { properties: _, ...shown } = newest;
    aws.cloudFormation.stacks.set(world.stack, { ...stack, events: [shown, ...events] });
    assert.match(await world.refused(forgedEvent(aws, update(withdrawn, third))), /is not what is being deployed/);
    await world.taken(silent);
  });

  it('with a value that only the template could be read to mean, while the event shows another', async () => {
    const world = new World();
    const Definition = { 'Fn::Sub': reading('x').replace('"x"', '"${!Orders}"') };
    const sent = (table: string) => world.properties(reading(table), { DefinitionSubstitutions: { Orders: 'public' } });
    const template = JSON.stringify({
      Resources: {
        Orders: { Type: 'AWS::DynamoDB::Table' },
        RolePolicy: {
          Type: TYPE,
          Properties: {
            ...forgedEvent(aws, { ...world.genuine, properties: sent('x') }).ResourceProperties,
            DefinitionString: Definition,
            DefinitionSubstitutions: { Orders: { Ref: 'Orders' } },
          },
        },
      },
    });
    eventOf(aws, { ...world.genuine, properties: sent('${Orders}'), template });
    const event = forgedEvent(aws, { ...world.genuine, properties: sent('secret') });
    assert.match(await world.refused(event), /property DefinitionString of RolePolicy is not what is being deployed/);
  });

  it('to delete what the resource in progress is to keep: the physical ID must be the one that goes', async () => {
    const world = new World();
    await world.taken(eventOf(aws, world.genuine));
    const gone: Request = { ...world.genuine, type: 'Delete', physicalId: 'former-role/rolefit' };
    eventOf(aws, gone);
    const event = forgedEvent(aws, { ...gone, physicalId: `${world.role}/rolefit` });
    assert.match(await world.refused(event), /RolePolicy is former-role\/rolefit, and not victim-\d+\/rolefit/);
  });

  it('to delete while it is being updated', async () => {
    const world = new World();
    await world.taken(eventOf(aws, world.genuine));
    const physicalId = `${world.role}/rolefit`;
    eventOf(aws, { ...world.genuine, type: 'Update', physicalId, oldProperties: world.genuine.properties });
    const event = forgedEvent(aws, { ...world.genuine, type: 'Delete', physicalId });
    assert.match(await world.refused(event), /RolePolicy is not under way \(its status is UPDATE_IN_PROGRESS\)/);
  });

  it('of one of two stacks of one name: the deleted one’s ID, and the name alone', async () => {
    const world = new World();
    const former = world.stack.replace(/1$/, '0');
    eventOf(aws, world.genuine);
    const { template = '', events = [] } = aws.cloudFormation.stacks.get(world.stack) ?? {};
    aws.cloudFormation.stacks.set(former, { id: former, status: 'DELETE_COMPLETE', template, events });
    assert.match(
      await world.refused(forgedEvent(aws, { ...world.genuine, stack: former })),
      /CloudFormation is not working on the stack \(its status is DELETE_COMPLETE\)/,
    );
    const event = forgedEvent(aws, { ...world.genuine, stack: world.role });
    assert.match(await world.refused(event), /there is no stack with the ID victim-\d+/);
  });

  it('of a stack that is only in review: nobody has begun to make it', async () => {
    const world = new World();
    world.working({ resource: mine, status: 'REVIEW_IN_PROGRESS' });
    assert.match(await world.refused(forgedEvent(aws, world.grab)), /its status is REVIEW_IN_PROGRESS/);
  });

  it('of a stack whose template cannot be read', async () => {
    const world = new World();
    world.working({ resource: mine, template: '{"Resources": ' });
    assert.match(await world.refused(forgedEvent(aws, world.grab)), /the stack's template is not JSON/);
  });

  it('of a resource that the deployed template does not have, or has as something else', async () => {
    for (const [template, reason] of [
      ['{"Resources": {"RolePolicy2": {"Type": "Custom::StateMachineRolePolicy"}}}', /has no resource RolePolicy/],
      ['{"Resources": {"RolePolicy": {"Type": "AWS::S3::Bucket"}}}', /is of the type AWS::S3::Bucket in the template/],
    ] as const) {
      const world = new World();
      world.working({ resource: mine, template });
      assert.match(await world.refused(forgedEvent(aws, world.grab)), reason);
    }
  });

  it('whose event is older than what the pages of events are read for', async () => {
    const world = new World();
    const noise = Array.from({ length: 1000 }, () => ({ ...bucket, status: 'UPDATE_COMPLETE' }));
    const event = forgedEvent(aws, world.genuine);
    aws.cloudFormation.begin(event);
    const stack = aws.cloudFormation.stacks.get(world.stack);
    assert.ok(stack);
    aws.cloudFormation.stacks.set(world.stack, { ...stack, events: [...noise, ...stack.events] });
    assert.match(await world.refused(event), /has no resource RolePolicy under way/);
    aws.cloudFormation.stacks.set(world.stack, { ...stack, events: [...noise.slice(1), ...stack.events] });
    await world.taken(event);
  });
});
