import type { Json, JsonObject } from './json.ts';
import { jsonataText } from './jsonataText.ts';
import { pathField, pathText } from './pathText.ts';
import { listPlace, pathTo, placeLike, type Setting } from './place.ts';
import { literal, type ObjectShape, type Shape } from './shapes.ts';

export type Language = 'JSONPath' | 'JSONata';

/** A template of a state for a value of the shape: literals, paths and expressions of its language, mixed. */
export function templateFor(shape: ObjectShape, language: Language, setting: Setting): JsonObject {
  const entries = Object.entries(shape.fields).map(([name, item]): readonly [string, Json] =>
    language === 'JSONata' ? [name, jsonataTemplate(item, setting)] : pathEntry(name, item, setting),
  );
  return Object.fromEntries(entries);
}

export function jsonataTemplate(shape: Shape, setting: Setting): Json {
  const { random } = setting;
  if (random.chance(0.35)) return `{% ${jsonataValue(shape, setting)} %}`;
  switch (shape.kind) {
    case 'text':
      return random.chance(0.3) ? literal(shape.of, random) : `{% ${jsonataText(setting, shape.of)} %}`;
    case 'list':
      return [jsonataTemplate(shape.item, setting), jsonataTemplate(shape.item, setting)];
    case 'object':
      return templateFor(shape, 'JSONata', setting);
  }
}

/** The same as one expression. */
export function jsonataValue(shape: Shape, setting: Setting): string {
  const { random } = setting;
  const place = random.chance(0.4) ? placeLike(setting, shape) : undefined;
  if (place) return pathTo(place);
  switch (shape.kind) {
    case 'text':
      return jsonataText(setting, shape.of);
    case 'list':
      return listValue(shape.item, setting);
    case 'object': {
      const fields = Object.entries(shape.fields).map(([name, item]) => `"${name}": ${jsonataValue(item, setting)}`);
      const whole = `{${fields.join(', ')}}`;
      const halves = `$merge([{${fields.slice(0, 1).join()}}, {${fields.slice(1).join(', ')}}])`;
      return random.pick([whole, whole, halves, `(${whole} ~> $string ~> $parse)`, `($o := ${whole}; $o)`]);
    }
  }
}

function listValue(item: Shape, setting: Setting): string {
  const { random } = setting;
  const [a, b] = [jsonataValue(item, setting), jsonataValue(item, setting)];
  const list = `[${a}, ${b}]`;
  const other = listPlace(setting);
  return random.pick([
    list,
    list,
    `$append([${a}], [${b}])`,
    `$map([1, 2], function($v){ ${a} })`,
    `[1..2].(${a})`,
    `$reverse(${list})`,
    `$distinct(${list})`,
    `$filter(${list}, function($v, $i){ $i < 2 })`,
    other === undefined ? list : `$append(${list}, ${pathTo(other)})`,
  ]);
}

function pathEntry(name: string, shape: Shape, setting: Setting): readonly [string, Json] {
  const { random } = setting;
  const place = random.chance(0.4) ? placeLike(setting, shape) : undefined;
  if (place) return [`${name}.$`, pathTo(place)];
  switch (shape.kind) {
    case 'text': {
      const made = random.chance(0.3) ? undefined : pathField(setting, shape.of);
      return made === undefined ? [name, literal(shape.of, random)] : [`${name}.$`, made];
    }
    case 'list':
      return pathList(name, shape.item, setting);
    case 'object': {
      const whole = templateFor(shape, 'JSONPath', setting);
      return [name, whole];
    }
  }
}

function pathList(name: string, item: Shape, setting: Setting): readonly [string, Json] {
  const { random } = setting;
  const lists = listPlace(setting, item.kind === 'text' ? item.of : undefined);
  if (item.kind === 'text') {
    const [a, b] = [pathText(setting, item.of), pathText(setting, item.of)];
    const made = [
      `States.Array(${a}, ${b})`,
      `States.ArrayUnique(States.Array(${a}, ${b}))`,
      `States.ArrayGetItem(States.ArrayPartition(States.Array(${a}, ${b}), 2), 0)`,
      ...(lists ? [`${pathTo(lists)}[*]`, `${pathTo(lists)}[0:1]`, `${pathTo(lists)}[0,0]`] : []),
    ];
    return [`${name}.$`, random.pick(made)];
  }
  const items =
    item.kind === 'object' ? [0, 1].map(() => templateFor(item, 'JSONPath', setting)) : [literalValue(item, setting)];
  return [name, items];
}

/** A value of the shape as a definition's `Result` has it. */
export function literalValue(shape: Shape, setting: Setting): Json {
  switch (shape.kind) {
    case 'text':
      return literal(shape.of, setting.random);
    case 'list':
      return [literalValue(shape.item, setting), literalValue(shape.item, setting)];
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.fields).map(([name, item]) => [name, literalValue(item, setting)]),
      );
  }
}
