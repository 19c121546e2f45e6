import type { Json, JsonObject } from './json.ts';
import { jsonataCondition } from './jsonataText.ts';
import { listPlace, pathTo, placeLike, placesOf, type Root, type Setting, textPlace } from './place.ts';
import { type Random, randomOf, seedOf } from './random.ts';
import {
  fieldName,
  listShape,
  literal,
  type ObjectShape,
  objectShape,
  randomObject,
  randomShape,
  type Shape,
  text,
  valueFor,
} from './shapes.ts';
import type { Outcome } from './state.ts';
import { jsonataTemplate, jsonataValue, type Language, literalValue, templateFor } from './templates.ts';

export interface Workflow {
  readonly definition: JsonObject;
  readonly input: Shape;
  /** What comes back to each state that calls. */
  readonly results: Readonly<Record<string, Shape>>;
}

export type Outcomes = (state: string, visit: number) => Outcome;

export function inputFor(workflow: Workflow, random: Random): Json {
  return valueFor(workflow.input, random);
}

/** What the calls of a run end with: depends on the seed, the state and its visit, and on nothing else. */
export function outcomesOf({ results }: Workflow, seed: number): Outcomes {
  return (state, visit) => {
    const random = randomOf(seedOf(seed, state, visit));
    if (random.chance(0.12)) {
      const error = random.pick(['States.TaskFailed', 'Lambda.TooManyRequestsException', 'Boom']);
      return { error, cause: `${literal('name', random)}${random.pick(['', '-9', ' failed'])}` };
    }
    return { result: valueFor(results[state] ?? text('name'), random) };
  };
}

interface Maker {
  readonly random: Random;
  readonly language: Language;
  readonly results: Record<string, Shape>;
  readonly count: { states: number; variables: number };
  /** How many more states may be made. */
  readonly budget: { left: number };
  /** Whether a Catch has put its error beside the input. */
  readonly errors: { kept: boolean };
}

/** Where states are made: what they can see besides their input. */
interface Around {
  readonly executionInput: Shape;
  readonly item?: Shape;
  /** Variables of the scopes around this one. */
  readonly outer: readonly Root[];
  readonly depth: number;
}

interface Here {
  readonly maker: Maker;
  readonly around: Around;
  /** Variables of this scope, by name. */
  readonly variables: Map<string, Shape>;
  readonly language: Language;
  readonly input: Shape;
  /** All states of this branch that can be gone to. */
  readonly names: readonly string[];
  readonly name: string;
}

interface Made {
  readonly state: JsonObject;
  readonly output: Shape;
}

export function workflowOf(seed: number): Workflow {
  const random = randomOf(seed);
  const language = random.pick(['JSONPath', 'JSONata'] as const);
  const results: Record<string, Shape> = {};
  const budget = { left: 1 + random.int(10) };
  const maker: Maker = {
    random,
    language,
    results,
    count: { states: 0, variables: 0 },
    budget,
    errors: { kept: false },
  };
  const input = randomObject(random, 3);
  const { machine } = branchOf(maker, input, { executionInput: input, outer: [], depth: 2 });
  const QueryLanguage = language === 'JSONata' || random.chance(0.2) ? { QueryLanguage: language } : {};
  return { definition: { ...QueryLanguage, ...machine }, input, results };
}

function branchOf(
  maker: Maker,
  input: Shape,
  around: Around,
): { readonly machine: JsonObject; readonly output: Shape } {
  const { random, count, budget } = maker;
  const length = Math.max(1, around.depth === 2 ? budget.left : Math.min(budget.left, 1 + random.int(3)));
  const names = Array.from({ length }, () => `Step${count.states++}`);
  const variables = new Map<string, Shape>();
  const states: [string, JsonObject][] = [];
  let shape = input;
  for (const [index, name] of names.entries()) {
    if (index > 0 && budget.left <= 0) {
      states.push([name, { Type: 'Succeed' }]);
      continue;
    }
    budget.left--;
    const language = random.chance(0.2) ? random.pick(['JSONPath', 'JSONata'] as const) : maker.language;
    const here: Here = { maker, around, variables, language, input: shape, names, name };
    const last = names[index + 1] === undefined;
    const { state, output } = stateOf(here, last);
    const next: JsonObject =
      state['Type'] === 'Choice' || state['Type'] === 'Fail'
        ? {}
        : last
          ? { End: true }
          : { Next: names[index + 1] ?? '' };
    const own: JsonObject = language === maker.language ? {} : { QueryLanguage: language };
    states.push([
      name,
      { ...state, ...own, ...(state['Type'] === 'Choice' ? { Default: names[index + 1] ?? name } : next) },
    ]);
    shape = output;
  }
  return { machine: { StartAt: names[0] ?? '', States: Object.fromEntries(states) }, output: shape };
}

function stateOf(here: Here, last: boolean): Made {
  const { random } = here.maker;
  const roll = random.next();
  const nests = here.around.depth > 0 && here.maker.budget.left > 0;
  if (nests && roll < 0.16) return mapState(here);
  if (nests && roll < 0.24) return parallelState(here);
  if (!last && roll < 0.34) return choiceState(here);
  if (roll < 0.36) return { state: { Type: 'Wait', Seconds: 1, ...assignFor(here, here.input) }, output: here.input };
  if (last && here.around.depth < 2 && roll < 0.42) return failState(here);
  if (roll < 0.65) return passState(here);
  return taskState(here);
}

// What expressions can refer to

function setting({ maker, around, variables, language, input }: Here, more: readonly Root[] = []): Setting {
  const jsonata = language === 'JSONata';
  const own = [...variables].map(([name, shape]) => ({ written: `$${name}`, shape }));
  const context = jsonata ? '$states.context' : '$$';
  const item =
    around.item === undefined || maker.random.chance(0.7)
      ? []
      : [{ written: `${context}.Map.Item.Value`, shape: around.item }];
  const start = jsonata ? '$states.input' : '$';
  const errors = maker.errors.kept && maker.random.chance(0.3);
  const roots: readonly Root[] = [
    { written: start, shape: input },
    ...(errors ? [{ written: `${start}.error`, shape: ERROR_OUTPUT }] : []),
    ...own,
    ...around.outer,
    ...item,
    ...(maker.random.chance(0.2) ? [{ written: `${context}.Execution.Input`, shape: around.executionInput }] : []),
    ...more,
  ];
  return { random: maker.random, roots };
}

/** The same where `$`, or `$states.result`, is a result. */
function afterwards(here: Here, result: Shape): Setting {
  if (here.language === 'JSONata') return setting(here, [{ written: '$states.result', shape: result }]);
  return setting({ ...here, input: result });
}

/** Variables that are set on the way out: new ones, and old ones to another value of the same shape. */
function assignFor(here: Here, result: Shape, given?: Setting): JsonObject {
  const { maker, variables, language } = here;
  const { random, count } = maker;
  if (random.chance(0.6)) return {};
  const told = given ?? (result === here.input ? setting(here) : afterwards(here, result));
  const again = [...variables].filter(() => random.chance(0.4));
  const fresh: readonly (readonly [string, Shape])[] =
    again.length > 0 && random.chance(0.5) ? [] : [[`v${count.variables++}`, randomShape(random, 2)]];
  const assigned = objectShape(Object.fromEntries([...again, ...fresh]));
  const Assign = templateFor(assigned, language, told);
  for (const [name, shape] of fresh) variables.set(name, shape);
  return { Assign };
}

// States

function passState(here: Here): Made {
  const { random } = here.maker;
  const shape = random.chance(0.15) ? random.pick(TARGETS).shape(random) : randomObject(random);
  if (here.language === 'JSONata') {
    const Output = random.chance(0.3)
      ? `{% ${jsonataValue(shape, setting(here))} %}`
      : templateFor(shape, 'JSONata', setting(here));
    const given = random.chance(0.15) ? {} : { Output };
    return {
      state: { Type: 'Pass', ...given, ...assignFor(here, here.input) },
      output: 'Output' in given ? shape : here.input,
    };
  }
  const { fields, inner } = inputPath(here);
  const literally = random.chance(0.4);
  const result = literally
    ? { Result: literalValue(shape, setting(here)) }
    : { Parameters: templateFor(shape, 'JSONPath', setting(inner)) };
  return pathResult(
    here,
    { Type: 'Pass', ...fields, ...result, ...assignFor({ ...here, input: shape }, shape) },
    shape,
  );
}

/** Makes a list, for a Map to come. */
function listState(here: Here): Made {
  const { random } = here.maker;
  const shape = objectShape({ items: listShape(randomShape(random, 1)), [fieldName(random)]: text('name') });
  const Parameters = templateFor(shape, 'JSONPath', setting(here));
  return pathResult(here, { Type: 'Pass', Parameters }, shape);
}

function inputPath(here: Here): { readonly fields: JsonObject; readonly inner: Here } {
  const { random } = here.maker;
  const objects = placesOf(setting(here)).filter(({ shape }) => shape.kind === 'object');
  if (objects.length === 0 || random.chance(0.85)) return { fields: {}, inner: here };
  const place = random.pick(objects);
  return { fields: { InputPath: pathTo(place) }, inner: { ...here, input: place.shape } };
}

/** ResultPath and OutputPath. */
function pathResult(here: Here, state: JsonObject, result: Shape): Made {
  const { random } = here.maker;
  const { input } = here;
  const roll = random.next();
  const name = fieldName(random);
  if (roll < 0.15) return { state: { ...state, ResultPath: null }, output: input };
  if (roll < 0.6 && input.kind === 'object') {
    const output = objectShape({ ...input.fields, [name]: result });
    const made = { ...state, ResultPath: `$.${name}` };
    if (random.chance(0.85) || 'Catch' in state) return { state: made, output };
    return { state: { ...made, OutputPath: `$.${name}` }, output: result };
  }
  if (roll < 0.7 && input.kind === 'object')
    return {
      state: { ...state, ResultPath: `$.deep.${name}` },
      output: objectShape({ ...input.fields, deep: objectShape({ [name]: result }) }),
    };
  return { state, output: result };
}

interface Target {
  readonly resource: string;
  readonly shape: (random: Random) => ObjectShape;
  readonly plain?: JsonObject;
}

const TARGETS: readonly Target[] = [
  {
    resource: 'sqs:sendMessage',
    shape: () => objectShape({ QueueUrl: text('queueUrl') }),
    plain: { MessageBody: 'hi' },
  },
  {
    resource: 'sqs:sendMessage',
    shape: () => objectShape({ QueueUrl: text('queueUrl') }),
    plain: { MessageBody: 'hi' },
  },
  ...['aws-sdk:dynamodb:getItem', 'aws-sdk:dynamodb:putItem', 'dynamodb:getItem'].map((resource) => ({
    resource,
    shape: (random: Random) => objectShape({ TableName: text(random.pick(['name', 'name', 'tableArn'] as const)) }),
    plain: { Key: { id: { S: 'a' } } },
  })),
  {
    resource: 'lambda:invoke',
    shape: (random) => objectShape({ FunctionName: text(random.pick(['name', 'functionArn'] as const)) }),
  },
  { resource: 'sns:publish', shape: () => objectShape({ TopicArn: text('topicArn') }), plain: { Message: 'hi' } },
  { resource: 'aws-sdk:s3:getObject', shape: () => objectShape({ Bucket: text('name'), Key: text('key') }) },
  { resource: 'states:startExecution', shape: () => objectShape({ StateMachineArn: text('machineArn') }) },
  {
    resource: 'aws-sdk:ssm:getParameter',
    shape: (random) => objectShape({ Name: text(random.pick(['name', 'name', 'key'] as const)) }),
  },
  {
    resource: 'aws-sdk:secretsmanager:getSecretValue',
    shape: (random) => objectShape({ SecretId: text(random.pick(['name', 'secretArn', 'secretArn'] as const)) }),
  },
  {
    resource: 'events:putEvents',
    shape: (random) =>
      objectShape({
        Entries: listShape(objectShape({ EventBusName: text(random.pick(['name', 'busArn'] as const)) })),
      }),
  },
  { resource: 'aws-sdk:ssm:getParameters', shape: () => objectShape({ Names: listShape(text('name')) }) },
  { resource: 'aws-sdk:ec2:stopInstances', shape: () => objectShape({ InstanceIds: listShape(text('name')) }) },
  {
    resource: 'aws-sdk:dynamodb:transactWriteItems',
    shape: (random) => {
      const table = text(random.pick(['name', 'name', 'tableArn'] as const));
      return objectShape({ TransactItems: listShape(objectShape({ Update: objectShape({ TableName: table }) })) });
    },
  },
];

function taskState(here: Here): Made {
  const { maker, language, name } = here;
  const { random } = maker;
  const result = randomObject(random);
  maker.results[name] = result;
  if (random.chance(0.03)) return leaving(here, { Type: 'Task', Resource: literal('functionArn', random) }, result);
  const whole = random.chance(0.5) ? wholeInput(here) : undefined;
  if (whole) return leaving(here, { Type: 'Task', ...whole }, result);
  const { resource, shape, plain = {} } = random.pick(TARGETS);
  const { fields, inner } = language === 'JSONPath' ? inputPath(here) : { fields: {}, inner: here };
  const wanted = shape(random);
  const token = resource === 'sqs:sendMessage' && random.chance(0.1) ? '.waitForTaskToken' : '';
  const Resource = `arn:aws:states:::${resource}${token}`;
  const given = setting(inner);
  if (language === 'JSONPath') {
    const Parameters = { ...templateFor(wanted, language, given), ...plain };
    return leaving(here, { Type: 'Task', Resource, ...fields, Parameters }, result);
  }
  const Arguments = random.chance(0.2)
    ? `{% ${jsonataValue(wanted, given)} %}`
    : { ...templateFor(wanted, language, given), ...plain };
  return leaving(here, { Type: 'Task', Resource, Arguments }, result);
}

/** A task whose arguments are there already, as a whole: it takes its input, or a part of it, as they are. */
function wholeInput(here: Here): JsonObject | undefined {
  const { maker, language } = here;
  const told = setting(here);
  const fitting = TARGETS.flatMap(({ resource, shape }) => {
    const place = placeLike(told, shape(maker.random));
    return place === undefined ? [] : [{ Resource: `arn:aws:states:::${resource}`, path: pathTo(place) }];
  });
  if (fitting.length === 0) return undefined;
  const { Resource, path } = maker.random.pick(fitting);
  if (path === '$' || path === '$states.input') return { Resource };
  return language === 'JSONPath' ? { Resource, InputPath: path } : { Resource, Arguments: `{% ${path} %}` };
}

/** Adds what a Task, Map or Parallel does with its result and its errors. */
function leaving(here: Here, state: JsonObject, raw: Shape): Made {
  const { maker, language } = here;
  const { random } = maker;
  const Catch = catchers(here);
  const assigned = assignFor(here, raw);
  if (language === 'JSONata') {
    const shape = randomShape(random);
    const output = random.chance(0.5) ? {} : { Output: jsonataTemplate(shape, afterwards(here, raw)) };
    return { state: { ...state, ...output, ...assigned, ...Catch }, output: 'Output' in output ? shape : raw };
  }
  const selected = randomObject(random);
  const selects = random.chance(0.3);
  const selector = selects ? { ResultSelector: templateFor(selected, 'JSONPath', afterwards(here, raw)) } : {};
  return pathResult(here, { ...state, ...selector, ...assigned, ...Catch }, selects ? selected : raw);
}

const ERROR_OUTPUT = objectShape({ Error: text('name'), Cause: text('name') });

function catchers(here: Here): JsonObject {
  const { maker, names, language, variables } = here;
  const { random } = maker;
  if (random.chance(0.6)) return {};
  const common = { ErrorEquals: [random.pick(['States.ALL', 'States.ALL', 'Boom'])], Next: random.pick(names) };
  if (language === 'JSONPath') {
    const path = random.pick<JsonObject>([
      {},
      { ResultPath: '$.error' },
      { ResultPath: null },
      { ResultPath: '$.detail' },
    ]);
    if (path['ResultPath'] === '$.error') maker.errors.kept = true;
    const again = [...variables].filter(() => random.chance(0.2));
    const told = setting({ ...here, input: ERROR_OUTPUT });
    const assigned =
      again.length === 0 ? {} : { Assign: templateFor(objectShape(Object.fromEntries(again)), language, told) };
    return { Catch: [{ ...common, ...path, ...assigned }] };
  }
  const told = setting(here, [{ written: '$states.errorOutput', shape: ERROR_OUTPUT }]);
  const output = random.chance(0.4) ? {} : { Output: jsonataTemplate(randomObject(random), told) };
  return { Catch: [{ ...common, ...output, ...assignFor(here, here.input, told) }] };
}

function choiceState(here: Here): Made {
  const { maker, names, language, input } = here;
  const { random } = maker;
  const others = names.filter((name) => name !== here.name);
  const Choices = Array.from({ length: 1 + random.int(2) }, (): JsonObject => {
    const Next = random.pick(others);
    if (language === 'JSONPath') return { ...pathRule(here), Next, ...assignFor(here, input) };
    const output = random.chance(0.7) ? {} : { Output: jsonataTemplate(input, setting(here)) };
    return { Condition: `{% ${jsonataCondition(setting(here))} %}`, Next, ...output, ...assignFor(here, input) };
  });
  return { state: { Type: 'Choice', Choices, ...assignFor(here, input) }, output: input };
}

function pathRule(here: Here): JsonObject {
  const { random } = here.maker;
  const kind = random.pick(['name', 'key', 'queueUrl'] as const);
  const place = textPlace(setting(here), kind);
  const Variable = place === undefined ? '$$.Execution.Name' : pathTo(place);
  const test = random.pick<JsonObject>([
    { Variable, StringEquals: literal(kind, random) },
    { Variable, StringMatches: `*${literal('name', random).slice(0, 2)}*` },
    { Variable, StringGreaterThan: 'm' },
    { Variable, IsPresent: true },
    { Variable, IsString: true },
  ]);
  const present: JsonObject = { Variable, IsPresent: true };
  return random.pick<JsonObject>([test, { And: [present, test] }, { Or: [{ Not: present }, test] }, { Not: test }]);
}

function failState(here: Here): Made {
  const { random } = here.maker;
  const cause = jsonataTemplate(text('name'), setting(here));
  const Cause = here.language === 'JSONata' ? cause : literal('name', random);
  return { state: { Type: 'Fail', Error: random.pick(['Boom', 'Other']), Cause }, output: here.input };
}

function parallelState(here: Here): Made {
  const { maker, around, language } = here;
  const { random } = maker;
  const shape = randomObject(random);
  const given = random.chance(0.5);
  const field = language === 'JSONata' ? 'Arguments' : 'Parameters';
  const args = given ? { [field]: templateFor(shape, language, setting(here)) } : {};
  const inner = innerOf(here);
  const branches = Array.from({ length: 1 + random.int(2) }, () =>
    branchOf(maker, given ? shape : here.input, { ...around, outer: inner, depth: around.depth - 1 }),
  );
  const Branches = branches.map(({ machine }) => machine);
  return leaving(here, { Type: 'Parallel', ...args, Branches }, listShape(branches[0]?.output ?? shape));
}

function innerOf({ variables, around }: Here): readonly Root[] {
  return [...around.outer, ...[...variables].map(([name, shape]) => ({ written: `$${name}`, shape }))];
}

function mapState(here: Here): Made {
  const { maker, around, language, name } = here;
  const { random } = maker;
  // Only JSONata has lists of its own to go through.
  if (language === 'JSONPath' && listPlace(setting(here)) === undefined) return listState(here);
  const distributed = random.chance(0.3);
  const { fields, item } = itemsFor(here, distributed);
  const context = language === 'JSONata' ? '$states.context' : '$$';
  const told = setting(here, [{ written: `${context}.Map.Item.Value`, shape: item }]);
  const selected = randomObject(random);
  const selects = random.chance(0.5);
  const ItemSelector = selects ? selectorFor(selected, language, told) : {};
  const batched = distributed && random.chance(0.4);
  const one = selects ? selected : item;
  const batchInput = randomObject(random, 1);
  const ItemBatcher = batched
    ? { ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: templateFor(batchInput, language, setting(here)) } }
    : {};
  const input = batched ? objectShape({ Items: listShape(one), BatchInput: batchInput }) : one;
  const inside: Around = distributed
    ? { executionInput: input, outer: [], depth: around.depth - 1 }
    : { ...around, item, outer: innerOf(here), depth: around.depth - 1 };
  const { machine, output } = branchOf(maker, input, inside);
  const ProcessorConfig = distributed ? { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } : { Mode: 'INLINE' };
  if ('ItemReader' in fields) maker.results[name] = listShape(item);
  const state = {
    Type: 'Map',
    ...fields,
    ...ItemSelector,
    ...ItemBatcher,
    ...(distributed || random.chance(0.85)
      ? { ItemProcessor: { ProcessorConfig, ...machine } }
      : { Iterator: machine }),
  };
  return leaving(here, state, listShape(output));
}

function selectorFor(shape: ObjectShape, language: Language, told: Setting): JsonObject {
  if (language === 'JSONPath') {
    const name = told.random.chance(0.15) ? 'Parameters' : 'ItemSelector';
    return { [name]: templateFor(shape, language, told) };
  }
  const whole = told.random.chance(0.2);
  return { ItemSelector: whole ? `{% ${jsonataValue(shape, told)} %}` : templateFor(shape, language, told) };
}

/** Where the items come from: a list that is there, a literal, or an object of S3. */
function itemsFor(here: Here, distributed: boolean): { readonly fields: JsonObject; readonly item: Shape } {
  const { maker, language } = here;
  const { random } = maker;
  const told = setting(here);
  if (distributed && random.chance(0.3)) {
    const args = templateFor(objectShape({ Bucket: text('name'), Key: text('key') }), language, told);
    const field = language === 'JSONata' ? 'Arguments' : 'Parameters';
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'JSON' },
      [field]: args,
    };
    return { fields: { ItemReader }, item: randomShape(random) };
  }
  const list = listPlace(told);
  const item = list?.item ?? randomShape(random, 1);
  if (language === 'JSONPath') return { fields: { ItemsPath: list === undefined ? '$.items' : pathTo(list) }, item };
  const Items =
    list === undefined || random.chance(0.4) ? jsonataTemplate(listShape(item), told) : `{% ${pathTo(list)} %}`;
  return { fields: { Items }, item };
}
