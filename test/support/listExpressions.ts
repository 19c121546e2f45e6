const INPUT = '$states.input';

type Element = (item: string) => string;

/** Expressions of lists; `e` is one element, made of the item in the variable `$x`. */
export const LIST_EXPRESSIONS: Readonly<Record<string, (e: Element) => string>> = {
  $map: (e) => `$map(${INPUT}.xs, function($x) { ${e('$x.id')} })`,
  '$map of known items': (e) => `$map(['b', 'a'], function($x) { ${e('$x')} })`,
  $append: (e) => `$append([${e("'a'")}], ${INPUT}.more)`,
  '$append of two that are made': (e) =>
    `$append($map(${INPUT}.xs, function($x) { ${e('$x')} }), $map(${INPUT}.ys, function($x) { ${e('$x')} }))`,
  'array constructor': (e) => `[${INPUT}.xs.(${e('id')})]`,
  'array constructor of a path': () => `[${INPUT}.xs.id]`,
  'x[]': () => `${INPUT}.xs[]`,
  'x.id[]': () => `${INPUT}.xs.id[]`,
  'x.{…}': (e) => `${INPUT}.xs.(${e('$.id')})`,
  predicate: () => `${INPUT}.xs[ok]`,
  'a predicate on a list that is made': (e) => `$map(${INPUT}.xs, function($x) { ${e('$x')} })[$ != 'a']`,
  $filter: () => `$filter(${INPUT}.xs, function($x) { $x.ok })`,
  '$filter of known items': (e) => `$filter([${e("'a'")}, ${e("'b'")}], function($x) { ${INPUT}.ok })`,
  $sort: (e) => `$sort($map(${INPUT}.xs, function($x) { ${e('$x')} }))`,
  $reverse: (e) => `$reverse($map(${INPUT}.xs, function($x) { ${e('$x')} }))`,
  $distinct: (e) => `$distinct($map(${INPUT}.xs, function($x) { ${e('$x')} }))`,
  $shuffle: (e) => `$shuffle($map(${INPUT}.xs, function($x) { ${e('$x')} }))`,
  $each: (e) => `$each(${INPUT}.o, function($x) { ${e('$x.id')} })`,
  $spread: () => `$spread(${INPUT}.o)`,
  $keys: () => `$keys(${INPUT}.o)`,
  $split: () => `$split(${INPUT}.text, ',')`,
  $zip: () => `$zip(${INPUT}.xs, ${INPUT}.ys)`,
  $reduce: (e) => `$reduce(${INPUT}.xs, function($all, $x) { $append($all, ${e('$x.id')}) }, [])`,
  '~> chain': (e) => `${INPUT}.xs ~> $map(function($x) { ${e('$x.id')} }) ~> $distinct`,
  condition: (e) => `${INPUT}.ok ? [${e("'a'")}] : []`,
  'condition without an else': (e) => `${INPUT}.ok ? [${e("'a'")}]`,
  'condition between two': (e) => `${INPUT}.ok ? [${e("'a'")}] : $map(${INPUT}.xs, function($x) { ${e('$x')} })`,
  range: (e) => `[1..${INPUT}.n].(${e('$string($)')})`,
  'sorted path': (e) => `${INPUT}.xs^(id).(${e('id')})`,
  block: (e) => `($ids := ${INPUT}.xs.id; $map($ids, function($x) { ${e('$x')} }))`,
};
