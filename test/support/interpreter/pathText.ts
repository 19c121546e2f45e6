import { fieldOfList, listPlace, pathTo, type Setting, textPlace } from './place.ts';
import { literal, PREFIXES, type TextKind } from './shapes.ts';

type Make = (setting: Setting, kind: TextKind, depth: number) => string;

/** An argument of an intrinsic function that is a text of the kind: a literal, a path or an intrinsic function. */
export function pathText(setting: Setting, kind: TextKind, depth = 3): string {
  const { random } = setting;
  if (depth <= 0 || random.chance(0.25)) return leaf(setting, kind);
  if (kind === 'name' && random.chance(0.2)) return random.pick(NAME_FORMS)(setting, kind, depth - 1);
  return random.pick(random.chance(0.3) ? [joined] : FORMS)(setting, kind, depth - 1);
}

/** What can stand in a field whose name ends in `.$`; undefined where there is only a literal. */
export function pathField(setting: Setting, kind: TextKind): string | undefined {
  const made = pathText(setting, kind);
  return made.startsWith("'") ? undefined : made;
}

export function quoted(text: string): string {
  return `'${text.replaceAll(/[\\'{}]/g, '\\$&')}'`;
}

function leaf(setting: Setting, kind: TextKind): string {
  const { random } = setting;
  const place = random.chance(0.5) ? textPlace(setting, kind) : undefined;
  if (place) return pathTo(place);
  const list = random.chance(0.2) ? listPlace(setting, kind) : undefined;
  if (list) return `States.ArrayGetItem(${pathTo(list)}, 0)`;
  const objects = random.chance(0.5) ? fieldOfList(setting, kind) : undefined;
  if (objects) {
    const { list: path, field } = objects;
    const paths = [
      `${path}[*].${field}`,
      `${path}..${field}`,
      `${path}[?(@.${field})].${field}`,
      `${path}[0:2].${field}`,
    ];
    return random.pick([`${path}[0].${field}`, `States.ArrayGetItem(${random.pick(paths)}, 0)`]);
  }
  return quoted(literal(kind, random));
}

const joined: Make = (setting, kind, depth) => {
  const { random } = setting;
  if (kind !== 'key' && random.chance(0.7)) {
    const name = pathText(setting, 'name', depth);
    if (kind === 'secretArn') return `States.Format('${PREFIXES[kind]}{}-AbCdEf', ${name})`;
    return random.chance(0.7)
      ? `States.Format(${quoted(PREFIXES[kind]).slice(0, -1)}{}', ${name})`
      : `States.Format('{}{}', ${quoted(PREFIXES[kind])}, ${name})`;
  }
  const whole = literal(kind, random);
  const at = random.int(whole.length + 1);
  return `States.Format('{}{}', ${quoted(whole.slice(0, at))}, ${quoted(whole.slice(at))})`;
};

const two = (make: (a: string, b: string, setting: Setting) => string): Make => {
  return (setting, kind, depth) => make(pathText(setting, kind, depth), pathText(setting, kind, depth - 1), setting);
};
const onlyOne = (make: (a: string) => string): Make => {
  return (setting, kind, depth) => make(pathText(setting, kind, depth));
};

const FORMS: readonly Make[] = [
  two((a, b, { random }) => `States.ArrayGetItem(States.Array(${a}, ${b}), ${random.int(2)})`),
  two((a, b) => `States.ArrayGetItem(States.Array(${a}, ${b}), States.MathRandom(0, 2))`),
  two((a, b) => `States.ArrayGetItem(States.ArrayGetItem(States.ArrayPartition(States.Array(${a}, ${b}), 1), 1), 0)`),
  two((a, b) => `States.ArrayGetItem(States.ArrayUnique(States.Array(${a}, ${a}, ${b})), 0)`),
  two((a, b) => `States.ArrayGetItem(States.StringSplit(States.Format('{}|{}', ${a}, ${b}), '|'), 1)`),
  two((a, b) => `States.ArrayGetItem(States.Array(${a}, ${b}), States.MathAdd(1, -1))`),
  two((a, b) => `States.ArrayGetItem(States.Array(${a}, ${b}), States.ArrayGetItem(States.ArrayRange(1, 9, 3), 0))`),
  onlyOne((a) => `States.Format('{}', ${a})`),
  onlyOne((a) => `States.Base64Decode(States.Base64Encode(${a}))`),
  onlyOne((a) => `States.StringToJson(States.JsonToString(${a}))`),
];

const NAME_FORMS: readonly Make[] = [
  two((a, b) => `States.Format('{}-{}', ${a}, ${b})`),
  onlyOne((a) => `States.ArrayGetItem(States.StringSplit(${a}, '-'), 0)`),
  onlyOne((a) => `States.Format('{}.v{}', ${a}, States.MathAdd(4, 3))`),
  onlyOne((a) => `States.Format('{}{}', ${a}, States.ArrayLength(States.Array(1, 2)))`),
  onlyOne((a) => `States.Format('{}-{}', ${a}, States.ArrayContains(States.Array('x'), 'x'))`),
  onlyOne((a) => `States.Hash(${a}, 'SHA-1')`),
  onlyOne((a) => `States.Format('{}-{}', ${a}, States.UUID())`),
  () => "States.Format('n{}', 12.5)",
  () => "States.Format('null-{}', null)",
  () => "States.Format('shard-{}', States.MathRandom(0, 3))",
  () => '$$.State.Name',
  () => '$$.Execution.Name',
  () => '$$.StateMachine.Name',
  () => "States.ArrayGetItem(States.StringSplit($$.StateMachine.Id, ':'), 6)",
];
