import {
  fail,
  field,
  isArray,
  isObject,
  isTooLarge,
  type Json,
  type JsonObject,
  StatesError,
  textField,
} from './json.ts';
import { evaluate } from './jsonata.ts';
import { chooseByCondition, jsonataState, leave } from './jsonataState.ts';
import { computed, template, withResult } from './pathFields.ts';
import { chooseByPath, pathState } from './pathState.ts';
import {
  ARN,
  assign,
  DATA_LIMIT,
  type Entered,
  isTerminal,
  jsonataView,
  type Left,
  MACHINE,
  type RoleRequest,
  type Run,
  type Scope,
  TOO_MANY_STEPS,
  usesJsonata,
  viewOf,
  type World,
} from './state.ts';

export interface RunResult {
  readonly requests: readonly RoleRequest[];
  /** Absent where the run fails. */
  readonly output?: Json;
  /** Why the run fails, where it does. */
  readonly error?: string;
  readonly message?: string;
}

/** Runs a state machine on an input and lists the requests that its role makes; a failed run counts up to its end. */
export async function execute(definition: JsonObject, input: Json, world: World): Promise<RunResult> {
  const run: Run = {
    ...world,
    definition,
    requests: [],
    visits: new Map(),
    expressions: world.expressions ?? new Map(),
    left: { steps: world.steps ?? 40 },
    enter: (machine, given, scope, inside) => runStates(run, machine, given, scope, inside),
  };
  const name = `run-${world.random.int(1000)}`;
  const context: JsonObject = {
    Execution: {
      Id: `arn:aws:states:${MACHINE.place}:execution:${MACHINE.name}:${name}`,
      Input: input,
      Name: name,
      RoleArn: 'arn:aws:iam::111122223333:role/machine-role',
      StartTime: '2026-01-02T03:04:05.678Z',
      RedriveCount: 0,
    },
    StateMachine: { Id: ARN, Name: MACHINE.name },
  };
  try {
    return { requests: run.requests, output: await runStates(run, definition, input, { values: new Map() }, context) };
  } catch (error) {
    if (!(error instanceof StatesError)) throw error;
    return { requests: run.requests, error: error.error, message: error.message };
  }
}

async function runStates(run: Run, machine: Json, input: Json, scope: Scope, context: JsonObject): Promise<Json> {
  const states = field(machine, 'States');
  let name = textField(machine, 'StartAt');
  let current = input;
  while (name !== undefined) {
    if (run.left.steps-- <= 0) return fail(TOO_MANY_STEPS, name);
    const state = field(states, name);
    if (!isObject(state)) throw new Error(`there is no state ${name}`);
    const State = { Name: name, EnteredTime: '2026-01-02T03:04:06Z', RetryCount: 0 };
    const own: JsonObject = {
      ...context,
      State,
      ...(textField(state, 'Resource')?.endsWith('.waitForTaskToken') ? { Task: { Token: 'AQCEAAAAKgAAAAMA' } } : {}),
    };
    const entered = { run, name, state, input: current, scope, context: own, variables: flat(scope) };
    const left: Left = await runState(entered);
    if (isTooLarge(left.output)) return fail(DATA_LIMIT, name);
    current = left.output;
    name = left.next;
  }
  return current;
}

function flat({ values, outer }: Scope): Readonly<Record<string, Json>> {
  if (values.size === 0) return outer === undefined ? {} : flat(outer);
  return { ...(outer === undefined ? {} : flat(outer)), ...Object.fromEntries(values) };
}

async function runState(entered: Entered): Promise<Left> {
  try {
    return await stateOf(entered);
  } catch (error) {
    const catchers = field(entered.state, 'Catch');
    if (!(error instanceof StatesError) || isTerminal(error) || !isArray(catchers)) throw error;
    const catcher = catchers.find((one) => catches(field(one, 'ErrorEquals'), error.error));
    if (!isObject(catcher)) throw error;
    return caught(entered, catcher, error.output);
  }
}

function catches(names: Json | undefined, error: string): boolean {
  if (!isArray(names)) return false;
  return names.includes('States.ALL') || names.includes(error) || names.includes('States.TaskFailed');
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states */
async function caught(entered: Entered, catcher: JsonObject, errorOutput: JsonObject): Promise<Left> {
  const next = textField(catcher, 'Next');
  if (usesJsonata(entered)) return { output: await leave(entered, catcher, errorOutput, { errorOutput }), next };
  const output = withResult(entered.input, catcher, errorOutput);
  assign(entered, template(field(catcher, 'Assign'), viewOf(entered, errorOutput), entered.run.random));
  return { output, next };
}

function stateOf(entered: Entered): Promise<Left> {
  const { Type } = entered.state;
  switch (Type) {
    case 'Choice':
      return usesJsonata(entered) ? chooseByCondition(entered) : chooseByPath(entered);
    case 'Fail':
      return failState(entered);
    case 'Pass':
    case 'Wait':
    case 'Succeed':
    case 'Task':
    case 'Parallel':
    case 'Map':
      return usesJsonata(entered) ? jsonataState(entered) : pathState(entered);
    default:
      throw new Error(`${entered.name} has no type that the interpreter knows`);
  }
}

async function failState(entered: Entered): Promise<never> {
  const { state, run, input } = entered;
  const text = async (name: string): Promise<string> => {
    const path = textField(state, `${name}Path`);
    const view = viewOf(entered, input);
    const given = field(state, name) ?? '';
    const value =
      path === undefined
        ? usesJsonata(entered)
          ? await evaluate(given, jsonataView(entered, {}))
          : given
        : computed(path, view, run.random);
    return typeof value === 'string' ? value : fail('States.Runtime', `${name} is no text`);
  };
  return fail(await text('Error'), await text('Cause'));
}
