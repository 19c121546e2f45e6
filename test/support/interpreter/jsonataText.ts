import { fieldOfList, listPlace, pathTo, type Setting, textPlace } from './place.ts';
import { literal, PREFIXES, type TextKind } from './shapes.ts';

type Make = (setting: Setting, kind: TextKind, depth: number) => string;

/** A JSONata expression for a text of the kind. Most keep to texts that the definition has; some only a run tells. */
export function jsonataText(setting: Setting, kind: TextKind, depth = 3): string {
  const { random } = setting;
  if (depth <= 0 || random.chance(0.25)) return leaf(setting, kind);
  if (kind === 'name' && random.chance(0.25)) return random.pick(NAME_FORMS)(setting, kind, depth - 1);
  if (random.chance(0.3)) return joined(setting, kind, depth - 1);
  return random.pick(FORMS)(setting, kind, depth - 1);
}

function leaf(setting: Setting, kind: TextKind): string {
  const { random } = setting;
  const place = random.chance(0.5) ? textPlace(setting, kind) : undefined;
  if (place) return pathTo(place);
  const list = random.chance(0.2) ? listPlace(setting, kind) : undefined;
  if (list) return `${pathTo(list)}[${random.pick(['0', '-1'])}]`;
  const objects = random.chance(0.5) ? fieldOfList(setting, kind) : undefined;
  if (objects) {
    const { list: path, field } = objects;
    return random.pick([`${path}.${field}[0]`, `${path}[0].${field}`, `${path}[${field} != "jobs"].${field}[0]`]);
  }
  return JSON.stringify(literal(kind, random));
}

/** A literal in pieces, or a prefix and a name of any making. */
const joined: Make = (setting, kind, depth) => {
  const { random } = setting;
  if (kind !== 'key' && random.chance(0.7)) {
    const name = jsonataText(setting, 'name', depth);
    const start = kind === 'name' ? jsonataText(setting, 'name', depth - 1) : JSON.stringify(PREFIXES[kind]);
    return kind === 'secretArn' ? `(${start} & ${name} & "-AbCdEf")` : `(${start} & ${name})`;
  }
  const whole = literal(kind, random);
  const at = random.int(whole.length + 1);
  return `(${JSON.stringify(whole.slice(0, at))} & ${JSON.stringify(whole.slice(at))})`;
};

/** A condition that a run tells, or one that the definition decides. */
export function jsonataCondition(setting: Setting): string {
  const { random } = setting;
  const place = textPlace(setting, random.pick(['name', 'key', 'queueUrl'] as const));
  const path = place === undefined ? '$states.context.Execution.Name' : pathTo(place);
  return random.pick([
    `$exists(${path})`,
    `${path} = ${JSON.stringify(literal('name', random))}`,
    `$contains($string([${path}]), "e")`,
    'true',
    'false',
    `$length($string([${path}])) > 10`,
    `${JSON.stringify(literal('name', random))} in ["orders", "jobs"]`,
    `($exists(${path}) and $random() < 0.5)`,
    `$not($exists(${path}))`,
    '1 + 1 = 2',
    '$boolean("")',
  ]);
}

const two = (make: (a: string, b: string, setting: Setting) => string): Make => {
  return (setting, kind, depth) => make(jsonataText(setting, kind, depth), jsonataText(setting, kind, depth), setting);
};
const onlyOne = (make: (a: string) => string): Make => {
  return (setting, kind, depth) => make(jsonataText(setting, kind, depth));
};

/** Each gives one of the texts that it is made of, by another way through the language. */
const FORMS: readonly Make[] = [
  two((a, b, setting) => `(${jsonataCondition(setting)} ? ${a} : ${b})`),
  two((a, b, { random }) => `[${a}, ${b}][${random.pick(['0', '1', '-1', '-2'])}]`),
  two((a, b) => `{"k": ${a}, "m": ${b}}.k`),
  two((a, b) => `($x := ${a}; $y := ${b}; $x)`),
  two((a, b) => `($x := ${a}; ($x := ${b}; $x); $x)`),
  two((a, b) => `$lookup({"k": ${a}, "m": ${b}}, "m")`),
  two((a, b) => `$merge([{"k": ${a}}, {"k": ${b}}]).k`),
  two((a, b) => `$map([${a}, ${b}], function($v, $i){ $v })[1]`),
  two((a, b) => `$filter([${a}, ${b}], function($v){ $v != "jobs" })[0]`),
  two((a, b) => `$reduce([${a}, ${b}], function($p, $c){ $c })`),
  two((a, b) => `$reverse([${a}, ${b}])[0]`),
  two((a, b) => `$append([${a}], ${b})[-1]`),
  two((a, b) => `$sort([${a}, ${b}])[0]`),
  two((a, b) => `$sort([${a}, ${b}], function($l, $r){ $l < $r })[0]`),
  two((a, b) => `$zip([${a}], [${b}])[0][1]`),
  two((a, b) => `$shuffle([${a}, ${b}])[0]`),
  two((a, b) => `$distinct([${a}, ${a}, ${b}])[0]`),
  two((a, b) => `$partition([${a}, ${b}], 1)[0][0]`),
  two((a, b) => `[{"n": "a", "v": ${a}}, {"n": "b", "v": ${b}}][n = "a"].v`),
  two((a, b) => `[{"n": 2, "v": ${a}}, {"n": 1, "v": ${b}}]^(n)[0].v`),
  two((a, b) => `[{"n": 2, "v": ${a}}, {"n": 1, "v": ${b}}]^(>v).v[0]`),
  two((a, b) => `[{"n": "a", "v": ${a}}, {"n": "b", "v": ${b}}]{n: v}.b`),
  two((a, b) => `[{"v": ${a}}, {"v": ${b}}].v[1]`),
  two((a, b) => `[{"v": ${a}}, {"v": ${b}}].(v)[0]`),
  two((a, b) => `$sift({"a": ${a}, "b": ${b}}, function($v, $k){ $k = "b" }).b`),
  two((a, b) => `$each({"a": ${a}, "b": ${b}}, function($v, $k){ $v })[0]`),
  two((a, b) => `{"a": {"p": ${a}, "q": ${b}}}.a.(q)`),
  two((a, b) => `{"a": {"p": ${a}}, "q": ${b}}.*[0].p`),
  two((a, b) => `{"a": {"p": ${a}}, "q": ${b}}.**.p`),
  two((a, b) => `{"p": ${a}, "c": [{"x": ${b}}]}.c.%.p`),
  two((a, b) => `[{"v": ${a}}, {"v": ${b}}]@$e.$e.v[0]`),
  two((a, b) => `[{"v": ${a}}, {"v": ${b}}]#$i[$i = 1].v`),
  two((a, b) => `({"a": ${a}} ~> |$|{"a": ${b}}|).a`),
  two((a, b) => `($f := function($p, $q){ $q }; $f(${a}, ${b}))`),
  two((a, b) => `($x := ${a}; $f := function(){ $x }; $x := ${b}; $f())`),
  two((a, b) => `($f := function($n){ $n <= 0 ? ${a} : $n > 5 ? ${b} : $f($n - 1) }; $f(2))`),
  two((a, b) => `($f := $append(?, ${b}); $f([${a}])[0])`),
  two((a, b) => `($exists(${a}) and $exists(${b}) ? ${b})`),
  two((a, b) => `[${a}, ${b}][$ != ""][0]`),
  two((a, b) => `[[${a}], [${b}]].$[0][1]`),
  two((a, b) => `($join([${a}, ${b}], "|") ~> $split("|") ~> function($l){ $l[0] })`),
  two((a, b) => `$split($join([${a}, ${b}], "|"), "|")[1]`),
  onlyOne((a) => `$keys({${a}: 1})`),
  onlyOne((a) => `$single([${a}], function($v){ true })`),
  onlyOne((a) => `$trim("  " & ${a} & " ")`),
  onlyOne((a) => `$substringBefore(${a} & "|x", "|")`),
  onlyOne((a) => `$substringAfter("x|" & ${a}, "|")`),
  onlyOne((a) => `$substring(${a} & "zz", 0, $length(${a}))`),
  onlyOne((a) => `$replace(${a}, "zzz", "y")`),
  onlyOne((a) => `$base64decode($base64encode(${a}))`),
  onlyOne((a) => `$parse($string({"k": ${a}})).k`),
  onlyOne((a) => `$spread({"k": ${a}}).k`),
  onlyOne((a) => `$decodeUrlComponent($encodeUrlComponent(${a}))`),
  onlyOne((a) => `(${a} ~> $string())`),
  onlyOne((a) => `($t := $trim ~> $string; $t(${a}))`),
  onlyOne((a) => `$string(${a})`),
  onlyOne((a) => `$join([${a}])`),
  onlyOne((a) => `[1..3].(${a})[2]`),
  onlyOne((a) => `($type(${a}) = "string" ? ${a} : "none")`),
];

/** Each makes a new name. */
const NAME_FORMS: readonly Make[] = [
  onlyOne((a) => `$uppercase(${a})`),
  onlyOne((a) => `$lowercase(${a})`),
  onlyOne((a) => `$pad(${a}, 12, "-")`),
  onlyOne((a) => `$pad(${a}, -12, "0")`),
  onlyOne((a) => `$replace(${a}, /[aeiou]/, "_")`),
  onlyOne((a) => `$replace(${a}, "o", "0", 1)`),
  onlyOne((a) => `$replace(${a}, /(o)(r)/, "$2$1")`),
  onlyOne((a) => `$substring(${a}, 0, 4)`),
  onlyOne((a) => `$substring(${a}, -4)`),
  onlyOne((a) => `$match(${a}, /[a-zA-Z]+/)[0].match`),
  onlyOne((a) => `$split(${a}, "-")[0]`),
  onlyOne((a) => `$split(${a}, /-/)[-1]`),
  onlyOne((a) => `$substringBefore(${a}, "-")`),
  onlyOne((a) => `$hash(${a}, "MD5")`),
  onlyOne((a) => `("len" & $length(${a}))`),
  onlyOne((a) => `$join($map($split(${a}, ""), function($c){ $c = "o" ? "0" : $c }))`),
  onlyOne((a) => `$join([${a}, "x"], "-")`),
  two((a, b) => `$join([${a}, ${b}], "_")`),
  two((a, b) => `[${a}, ${b}].($ & "-s")[0]`),
  two((a, b) => `$reduce([${a}, ${b}], function($p, $c){ $p & "-" & $c }, "r")`),
  two((a, b) => `{"p": ${a}, "q": ${b}}.(p & "." & q)`),
  two((a, b) => `$string($count([${a}, ${b}])) & "-up"`),
  two((a, b) => `$keys({${a}: 1, "other": ${b}})[0]`),
  () => '("n" & (1 + 2) & "-q")',
  () => '$formatNumber(7, "000")',
  () => '$formatBase(48879, 16)',
  () => '[1..3].("shard-" & $)[1]',
  () => '$map($range(1, 5, 2), function($i){ "shard-" & $i })[0]',
  () => '("sum" & $sum([1, 2, 3]) & $max([4, 9]) & $round(2.5) & $power(2, 8))',
  () => '$string(12.5e2)',
  () => '("t" & true & null)',
  () => '$uuid()',
  () => '$states.context.State.Name',
  () => '$states.context.Execution.Name',
  () => '$states.context.StateMachine.Name',
  () => '("r" & $floor($random() * 3) & "-z")',
  () => '($states.context.Execution.Id ~> $split(":"))[-1]',
];
