import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { EmbeddedAws } from '../double/aws.ts';
import { contextOf, eventOf, loadHook, send } from './hook.ts';

/** A process of its own, in which the handler's module cannot be loaded. */

registerHooks({
  load: (url, context, next) =>
    url.endsWith('/role-policy/handler.ts')
      ? { format: 'module', source: 'throw new Error("no such module: left-pad");', shortCircuit: true }
      : next(url, context),
});

const aws = new EmbeddedAws();
before(() => aws.start());
after(() => aws.stop());

describe('an import that throws', () => {
  it('is answered all the same: the stack does not wait for an hour', async () => {
    const handler = await loadHook(aws.endpoint);
    const answer = await send(aws, handler, { type: 'Create', properties: { RoleName: 'a' } });
    assert.deepEqual([answer.Status, answer.PhysicalResourceId], ['FAILED', 'rolefit-not-created']);
    assert.match(answer.Reason ?? '', /^rolefit: no such module: left-pad \(log stream .*\)$/);
  });

  it('is thrown where the answer cannot be delivered either, so that Lambda tries again', async () => {
    const handler = await loadHook(aws.endpoint);
    aws.fault = () => ({ kind: 'refuse', code: 'SlowDown', status: 503 });
    const event = eventOf(aws, { type: 'Create', properties: { RoleName: 'a' } });
    await assert.rejects(handler(event, contextOf()), /CloudFormation's answer could not be delivered: HTTP 503/);
  });
});
