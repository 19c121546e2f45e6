import type { Json, JsonObject } from './json.ts';
import { jsonataCondition, jsonataText } from './jsonataText.ts';
import { pathField, pathText } from './pathText.ts';
import { listPlace, pathTo, placeLike, type Setting } from './place.ts';
import { literal, type ObjectShape, PREFIXES, type Shape } from './shapes.ts';

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
  const mapped = other === undefined || random.chance(0.5) ? undefined : eachOf(pathTo(other), item, setting);
  if (mapped !== undefined) return mapped;
  return random.pick([
    list,
    list,
    `$append([${a}], [${b}])`,
    `$map([1, 2], function($v){ ${a} })`,
    `[1..2].(${a})`,
    `$reverse(${list})`,
    `$distinct(${list})`,
    `$filter(${list}, function($v, $i){ $i < 2 })`,
    `$filter(${list}, function($v){ ${jsonataCondition(setting)} })`,
    `(${jsonataCondition(setting)} ? ${list} : [])`,
    `(${jsonataCondition(setting)} ? ${list})`,
    `(${jsonataCondition(setting)} ? ${list} : ${a})`,
    `$shuffle(${list})`,
    `$each({"p": ${a}, "q": ${b}}, function($v){ $v })`,
    `$reduce([1, 2], function($all, $v){ $append($all, ${a}) }, [])`,
    other === undefined ? list : `$append(${list}, ${pathTo(other)})`,
  ]);
}

/** A list made of the items of another, each of which is a name, or has one. */
function eachOf(list: string, item: Shape, setting: Setting): string {
  const { random } = setting;
  const made = namedValue(item, random.pick(['$string($v)', '("a" & $string($v))', '("tab-" & $v & "-z")']), setting);
  const inPath = made.replaceAll('$v', '$');
  return random.pick([
    `$map(${list}, function($v){ ${made} })`,
    `[$map(${list}, function($v){ ${made} })]`,
    `${list}.(${inPath})`,
    `[${list}.(${inPath})]`,
    `${list}.(${inPath})[]`,
    `(${list} ~> $map(function($v){ ${made} }))`,
    `$append($map(${list}, function($v){ ${made} }), [${jsonataValue(item, setting)}])`,
    `$append([${jsonataValue(item, setting)}], ${list}.(${inPath}))`,
    `$reduce(${list}, function($all, $v){ $append($all, ${made}) }, [])`,
    `$reverse($map(${list}, function($v){ ${made} }))`,
    `$shuffle($map(${list}, function($v){ ${made} }))`,
    `$map($filter(${list}, function($v){ ${jsonataCondition(setting)} }), function($v){ ${made} })`,
    `$map(${list}, function($v){ ${jsonataCondition(setting)} ? ${made} })`,
    `(${jsonataCondition(setting)} ? $map(${list}, function($v){ ${made} }) : [])`,
  ]);
}

/** A value of the shape in which each text ends in this one. */
function namedValue(shape: Shape, name: string, setting: Setting): string {
  switch (shape.kind) {
    case 'text':
      return `(${JSON.stringify(PREFIXES[shape.of])} & ${name})`;
    case 'list':
      return `[${namedValue(shape.item, name, setting)}]`;
    case 'object': {
      const fields = Object.entries(shape.fields).map(
        ([key, field]) => `"${key}": ${namedValue(field, name, setting)}`,
      );
      return `{${fields.join(', ')}}`;
    }
  }
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
