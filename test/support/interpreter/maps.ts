import { all, call } from './calls.ts';
import { uuid } from './intrinsics.ts';
import { fail, field, isArray, isObject, type Json, type JsonObject, StatesError, textField } from './json.ts';
import { evaluate } from './jsonata.ts';
import { filtered, template } from './pathFields.ts';
import type { Random } from './random.ts';
import { ARN, type Entered, isTerminal, jsonataView, MACHINE, usesJsonata, viewOf } from './state.ts';

export async function map(entered: Entered, effective: Json): Promise<Json> {
  const { run, state, scope, context } = entered;
  const processor = field(state, 'ItemProcessor') ?? field(state, 'Iterator') ?? null;
  const distributed = textField(field(processor, 'ProcessorConfig'), 'Mode') === 'DISTRIBUTED';
  const items = await itemsOf(entered, effective);
  const { State: _, Task: __, ...outer } = context;
  const inputs: { readonly input: Json; readonly own: JsonObject }[] = [];
  for (const [Index, Value] of items.entries()) {
    const own: JsonObject = { Map: { Item: { Index, Value, Source: 'STATE_DATA' } } };
    const iteration = { ...entered, context: { ...context, ...own } };
    inputs.push({ input: await selectItem(iteration, effective, Value), own });
  }
  if (!distributed)
    return all(inputs, ({ input, own }) =>
      run.enter(processor, input, { values: new Map(), outer: scope }, { ...outer, ...own }),
    );
  const batches = await batched(
    entered,
    effective,
    inputs.map(({ input }) => input),
  );
  run.requests.push({
    state: entered.name,
    service: 'states',
    api: 'startExecution',
    arguments: { StateMachineArn: ARN },
  });
  try {
    // A child workflow has variables of its own only, and a context of its own.
    return await all(batches, (input) =>
      run.enter(processor, input, { values: new Map() }, childContext(context, input, run.random)),
    );
  } catch (error) {
    if (!(error instanceof StatesError) || isTerminal(error)) throw error;
    return fail('States.ExceedToleratedFailureThreshold', 'the map run failed');
  }
}

function childContext(context: JsonObject, Input: Json, random: Random): JsonObject {
  const Name = uuid(random);
  const Label = `${MACHINE.name}/label`;
  const Id = `arn:aws:states:${MACHINE.place}:execution:${Label}:${Name}`;
  const Execution = field(context, 'Execution');
  return {
    Execution: { ...(isObject(Execution) ? Execution : {}), Id, Name, Input },
    StateMachine: { Id: `${ARN}/label`, Name: Label },
  };
}

async function itemsOf(entered: Entered, effective: Json): Promise<readonly Json[]> {
  const { state, run } = entered;
  const reader = field(state, 'ItemReader');
  let items: Json;
  if (isObject(reader)) {
    const given = field(reader, usesJsonata(entered) ? 'Arguments' : 'Parameters') ?? {};
    const args = usesJsonata(entered)
      ? await evaluate(given, jsonataView(entered, {}))
      : template(given, viewOf(entered, effective), run.random);
    const [, , , , , service = '', api = ''] = (textField(reader, 'Resource') ?? '').split(':');
    items = call(entered, { service, api, arguments: args });
  } else if (usesJsonata(entered)) {
    const Items = field(state, 'Items');
    items = Items === undefined ? effective : await evaluate(Items, jsonataView(entered, {}));
  } else {
    items = filtered(field(state, 'ItemsPath'), viewOf(entered, effective));
  }
  return isArray(items) ? items : fail('States.Runtime', 'the items of a Map are an array');
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemselector.html */
async function selectItem(iteration: Entered, effective: Json, item: Json): Promise<Json> {
  const { state, run } = iteration;
  const selector = field(state, 'ItemSelector') ?? (usesJsonata(iteration) ? undefined : field(state, 'Parameters'));
  if (selector === undefined) return item;
  return usesJsonata(iteration)
    ? evaluate(selector, jsonataView(iteration, {}))
    : template(selector, viewOf(iteration, effective), run.random);
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
async function batched(entered: Entered, effective: Json, items: readonly Json[]): Promise<readonly Json[]> {
  const { state, run } = entered;
  const batcher = field(state, 'ItemBatcher');
  if (!isObject(batcher)) return items;
  const size = field(batcher, 'MaxItemsPerBatch');
  const count = typeof size === 'number' ? size : Math.max(items.length, 1);
  const given = field(batcher, 'BatchInput');
  const batchInput =
    given === undefined || !usesJsonata(entered)
      ? given && template(given, viewOf(entered, effective), run.random)
      : await evaluate(given, jsonataView(entered, {}));
  return Array.from({ length: Math.ceil(items.length / count) }, (_, index) => ({
    ...(batchInput === undefined ? {} : { BatchInput: batchInput }),
    Items: items.slice(index * count, (index + 1) * count),
  }));
}
