/** Random expressions over what src/terraform evaluates: the same seed gives the same ones. */

/** The variables of the expressions, which tofu knows and rolefit doesn't. */
export const VARIABLES = {
  s0: { type: 'string', value: 'blue' },
  s1: { type: 'string', value: '' },
  n0: { type: 'number', value: 3 },
  b0: { type: 'bool', value: true },
  l0: { type: 'list(string)', value: ['x', 'y', ''] },
  m0: { type: 'map(string)', value: { a: 'one', k: 'two' } },
} as const;

type Random = (below: number) => number;

interface Making {
  readonly random: Random;
  /** Whether variables may stand in it. */
  readonly open: boolean;
}

/** Mulberry32. */
function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

export function expressions(count: number, seed: number, open: boolean): readonly string[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => any({ random, open }, 1 + random(4)));
}

function one<Item>({ random }: Making, items: readonly [Item, ...Item[]]): Item {
  return items[random(items.length)] ?? items[0];
}

type Maker = (making: Making, depth: number) => string;

/** What is tried, so that it matters whether it is refused, has no variables: their values decide that. */
function known(making: Making): Making {
  return { ...making, open: false };
}

function any(making: Making, depth: number): string {
  return one<Maker>(making, [text, text, text, numeric, truth, texts, sequence, mapping, mapping, mixed])(
    making,
    depth,
  );
}

const TEXTS = [
  '""',
  '"a"',
  '"k"',
  '"Hello, World"',
  '"é ß Ñ"',
  '"<a> & b"',
  '"a-b_c.d"',
  '"10"',
  '"1.50"',
  '"true"',
  '"  pad\\t"',
  '"one\\ntwo\\n"',
  '"$${no} %%{no}"',
  '"quote \\" back \\\\"',
  '"arn:aws:sqs:eu-west-1:111122223333:queue"',
  '"\\u00e9x"',
  '"aXbXc"',
] as const;

const TRIES = ['upper(null)', '{}.a', '[][5]', '{ a = 1 }["a"]'] as const;
const OPEN_TRIES = [
  'upper(var.s0)',
  'var.m0.a',
  'var.l0[5]',
  'var.m0["zz"]',
  'regex("[0-9]", var.s0)',
  'tonumber(var.s0)',
] as const;

const PATTERNS = [
  '"[a-z]+"',
  '"(\\\\w)(\\\\d*)"',
  '"^a|b$"',
  '"(?P<first>[A-Z])(?P<rest>.*)"',
  '"[^:]+"',
  '"l+?"',
  '"(?i)HELLO"',
] as const;

function text(making: Making, depth: number): string {
  if (depth <= 0) return making.open && making.random(3) === 0 ? one(making, ['var.s0', 'var.s1']) : one(making, TEXTS);
  const t = () => text(making, depth - 1);
  const n = () => numeric(making, depth - 1);
  const l = () => texts(making, depth - 1);
  const a = () => any(making, depth - 1);
  return one<() => string>(making, [
    () => `"${making.random(2) ? 'x' : ''}\${${any(making, 0)}} and \${${t()}}"`,
    () => `"\${${t()}}"`,
    () => `"%{ if ${truth(making, depth - 1)} }\${${t()}}%{ else } no %{ endif }!"`,
    () => `"%{ for i, v in ${l()} ~} \${i}:\${v}, %{ endfor ~} end"`,
    () => `(<<EOT\n  line \${${t()}}\n    deeper $\${x}\nEOT\n)`,
    () =>
      `(<<-EOT\n    first \${${t()} ~}  \n      second\n\n    %{~ if ${truth(making, depth - 1)} ~}\n    yes\n    %{ else }\n    no\n    %{ endif ~}\n    last\n  EOT\n)`,
    () => `upper(${t()})`,
    () => `lower(${t()})`,
    () => `title(${t()})`,
    () => `trimspace(${t()})`,
    () => `trim(${t()}, ${one(making, ['"a"', '" "', '"Hd"'])})`,
    () => `trimprefix(${t()}, ${one(making, ['"a"', '"Hello"', '""'])})`,
    () => `trimsuffix(${t()}, ${one(making, ['"d"', '"b"', '""'])})`,
    () => `chomp(${t()})`,
    () => `strrev(${t()})`,
    () => `substr(${t()}, ${one(making, ['0', '1', '-2', '3', '-9', '50'])}, ${one(making, ['2', '-1', '0', '100'])})`,
    () =>
      `replace(${t()}, ${one(making, ['"a"', '""', '"X"', '"/[aeiou]/"', '"/(\\\\w)-(\\\\w)/"', '"/l*/"'])}, ${one(making, ['"-"', '"$1"', '"[$0]"', '""', '"$${1}x"'])})`,
    () => `join(${one(making, ['","', '""', '"-"'])}, ${l()})`,
    () =>
      `format(${one(making, ['"%s"', '"<%s>"', '"%q"', '"%5s|"', '"%-8s|"', '"%v"', '"%.2s"', '"100%% %s"'])}, ${t()})`,
    () =>
      `format(${one(making, ['"%d"', '"%05d"', '"%x"', '"%v"', '"%s"', '"%.2f"', '"%+d"', '"%f"', '"%b"', '"%6d|"', '"%-6d|"'])}, ${n()})`,
    () => `format("%v", ${a()})`,
    () => `format("%[2]s-%[1]s", ${t()}, ${t()})`,
    () => `jsonencode(${a()})`,
    () => `yamlencode(${a()})`,
    () => `base64encode(${t()})`,
    () => `base64decode(base64encode(${t()}))`,
    () => `urlencode(${t()})`,
    () => `${one(making, ['md5', 'sha1', 'sha256', 'base64sha256', 'sha512'])}(${t()})`,
    () => `indent(2, ${t()})`,
    () => `tostring(${one(making, [numeric, truth, text])(making, depth - 1)})`,
    () => `coalesce(${t()}, ${t()})`,
    () => `element(${l()}, ${one(making, ['0', '1', '5', '-1'])})`,
    () => `lookup(${mapping(making, depth - 1)}, "a", ${t()})`,
    () => `${truth(making, depth - 1)} ? ${t()} : ${t()}`,
    () => `try(${any(known(making), depth - 1)}.a, ${t()})`,
    () => `try(${texts(known(making), depth - 1)}[${making.random(3)}], ${t()})`,
    () => `try(${one(making, making.open ? OPEN_TRIES : TRIES)}, ${t()})`,
    () => `basename(${t()})`,
    () => `dirname(${t()})`,
    () => `regex(${one(making, PATTERNS)}, ${t()})`,
    () => `cidrsubnet("10.${making.random(9)}.0.0/16", ${making.random(9)}, ${making.random(5)})`,
    () => `cidrhost("10.1.2.0/24", ${making.random(300)})`,
    () => `one([${t()}])`,
    () => `templatestring("$$\{a}-$$\{b}", { a = ${t()}, b = ${n()} })`,
  ])();
}

function numeric(making: Making, depth: number): string {
  if (depth <= 0) {
    if (making.open && making.random(3) === 0) return 'var.n0';
    return one(making, [
      '0',
      '1',
      '2',
      '3',
      '10',
      '-1',
      '1.5',
      '0.1',
      '0.25',
      '100',
      '1000000',
      '12345678901234567890',
      '-7.75',
      '3.0',
      '2.5e3',
    ]);
  }
  const n = () => numeric(making, depth - 1);
  return one<() => string>(making, [
    () => `(${n()} ${one(making, ['+', '-', '*', '/', '%'])} ${n()})`,
    () => `${n()} + ${n()} * ${n()} - ${n()}`,
    () => `-${n()}`.replace('--', '-'),
    () => `${one(making, ['abs', 'ceil', 'floor', 'signum'])}(${n()})`,
    () => `${one(making, ['min', 'max'])}(${n()}, ${n()}, ${n()})`,
    () => `length(${one(making, [text, texts, sequence, mapping])(making, depth - 1)})`,
    () => `tonumber(${one(making, [text, numeric])(making, depth - 1)})`,
    () =>
      `parseint(${one(making, ['"ff"', '"10"', '"z"', '"-12"', '"1_0"'])}, ${one(making, ['10', '16', '36', '2'])})`,
    () => `pow(${one(making, ['2', '3', '10', '0'])}, ${making.random(6)})`,
    () => `sum([${n()}, ${n()}])`,
    () => `index(${texts(making, depth - 1)}, ${text(making, depth - 1)})`,
    () => `${truth(making, depth - 1)} ? ${n()} : ${n()}`,
  ])();
}

function truth(making: Making, depth: number): string {
  if (depth <= 0) return making.open && making.random(3) === 0 ? 'var.b0' : one(making, ['true', 'false']);
  const a = () => any(making, depth - 1);
  const t = () => text(making, depth - 1);
  return one<() => string>(making, [
    () => `(${truth(making, depth - 1)} ${one(making, ['&&', '||'])} ${truth(making, depth - 1)})`,
    () => `!${truth(making, 0)}`,
    () =>
      `(${numeric(making, depth - 1)} ${one(making, ['<', '<=', '>', '>=', '==', '!='])} ${numeric(making, depth - 1)})`,
    () => `(${t()} ${one(making, ['==', '!='])} ${t()})`,
    () => `(${a()} == ${a()})`,
    () => `(${a()} == null)`,
    () => `contains(${texts(making, depth - 1)}, ${t()})`,
    () => `can(${any(known(making), depth - 1)})`,
    () => `can(tonumber(${text(making, 0)}))`,
    () => `can(regex(${one(making, PATTERNS)}, ${text(known(making), depth - 1)}))`,
    () =>
      `${one(making, ['startswith', 'endswith', 'strcontains'])}(${t()}, ${one(making, ['"a"', '"H"', '""', '"c"'])})`,
    () => `${one(making, ['alltrue', 'anytrue'])}([${truth(making, depth - 1)}, ${truth(making, depth - 1)}])`,
    () => `tobool(${one(making, ['"true"', '"false"', '"x"', 'true'])})`,
  ])();
}

/** A list or tuple of texts. */
function texts(making: Making, depth: number): string {
  const t = () => text(making, depth - 1);
  if (depth <= 0) {
    if (making.open && making.random(3) === 0) return 'var.l0';
    return one(making, ['[]', '["a"]', '["b", "a", "b"]', '["", "x", ""]', 'tolist(["c", "a"])', 'toset(["b", "a"])']);
  }
  const l = () => texts(making, depth - 1);
  return one<() => string>(making, [
    () => `[${t()}, ${t()}]`,
    () => `[${t()}, ${numeric(making, depth - 1)}]`,
    () => `split(${one(making, ['","', '"-"', '""', '"X"'])}, ${t()})`,
    () => `concat(${l()}, ${l()})`,
    () => `${one(making, ['distinct', 'compact', 'sort', 'reverse', 'tolist', 'toset', 'flatten'])}(${l()})`,
    () => `[for v in ${l()} : upper(v) if v != "a"]`,
    () => `[for i, v in ${l()} : "\${i}-\${v}"]`,
    () => `keys(${mapping(making, depth - 1)})`,
    () => `values(${mapping(making, depth - 1)})`,
    () => `formatlist(${one(making, ['"%s!"', '"<%s>"'])}, ${l()})`,
    () => `slice(${l()}, ${making.random(2)}, ${1 + making.random(2)})`,
    () => `${one(making, ['setunion', 'setintersection', 'setsubtract'])}(${l()}, ${l()})`,
    () => `coalescelist(${l()}, ${l()})`,
    () => `regexall(${one(making, PATTERNS)}, ${t()})`,
    () => `${truth(making, depth - 1)} ? ${l()} : ${l()}`,
    () => `try(${any(known(making), depth - 1)}[*].a, ${l()})`,
    () => `chunklist(${l()}, 2)[0]`,
  ])();
}

function sequence(making: Making, depth: number): string {
  const a = () => any(making, depth - 1);
  if (depth <= 0) return one(making, ['[]', '[1, "a", true]', '[null]', 'range(3)', '[[1], [2, 3]]']);
  return one<() => string>(making, [
    () => `[${a()}, ${a()}]`,
    () => `[for k, v in ${mapping(making, depth - 1)} : {key = k, value = v}]`,
    () => `[${mapping(making, depth - 1)}, ${mapping(making, depth - 1)}][*].a`,
    () => `range(${one(making, ['0', '4', '-3'])})`,
    () => `range(1, ${one(making, ['5', '-2', '2.5'])}, ${one(making, ['1', '2', '0.5', '-1'])})`,
    () => `flatten([${a()}, [${a()}]])`,
    () => `setproduct(${texts(making, depth - 1)}, ${texts(making, depth - 1)})`,
    () => `${one(making, ['tolist', 'toset', 'reverse', 'distinct'])}([${a()}, ${a()}])`,
    () => `concat(${texts(making, depth - 1)}, [${a()}])`,
    () => `cidrsubnets("10.0.0.0/16", 4, ${1 + making.random(8)})`,
    () => `matchkeys(["a", "b", "c"], ["1", "2", "3"], ["3", "1"])`,
    () => `jsondecode(jsonencode(${a()}))`,
    () => `${truth(making, depth - 1)} ? [${a()}] : []`,
  ])();
}

function mapping(making: Making, depth: number): string {
  const a = () => any(making, depth - 1);
  const t = () => text(making, depth - 1);
  if (depth <= 0) {
    if (making.open && making.random(3) === 0) return 'var.m0';
    return one(making, [
      '{}',
      '{ a = 1, b = "x" }',
      '{ "k" : "v", a = "y" }',
      'tomap({ a = "p", z = "q" })',
      '{ a = { b = [1] } }',
      '{ a = null }',
    ]);
  }
  const m = () => mapping(making, depth - 1);
  return one<() => string>(making, [
    () => `{ a = ${a()}, c = ${a()} }`,
    () => `{ (${t()}) = ${a()}, a = ${t()} }`,
    () => `merge(${m()}, ${m()})`,
    () => `merge(${m()}, { ${one(making, ['a', 'd'])} = ${a()} })`,
    () => `{ for k, v in ${m()} : upper(k) => v }`,
    () => `{ for v in ${texts(making, depth - 1)} : v => length(v)... }`,
    () => `zipmap(["a", "b"], [${a()}, ${a()}])`,
    () => `zipmap(keys(${m()}), values(${m()}))`,
    () => `tomap(${m()})`,
    () => `tomap({ a = ${t()}, b = ${numeric(making, depth - 1)} })`,
    () => `${truth(making, depth - 1)} ? ${m()} : ${m()}`,
    () => `transpose({ a = ${texts(making, depth - 1)}, b = ["x"] })`,
    () => `yamldecode(yamlencode(${m()}))`,
    () => `try(${mapping(known(making), depth - 1)}.a, ${m()})`,
  ])();
}

/** What is refused as often as not. */
function mixed(making: Making, depth: number): string {
  const a = () => any(making, depth - 1);
  if (depth <= 0) return 'null';
  return one<() => string>(making, [
    () => `(${a()} ? ${a()} : ${a()})`,
    () => `try(${any(known(making), depth - 1)}, ${a()})`,
    () => `coalesce(null, ${a()}, ${a()})`,
    () =>
      `${one(making, ['length', 'keys', 'upper', 'tonumber', 'tolist', 'toset', 'tomap', 'one', 'sum', 'flatten'])}(${a()})`,
    () => `[${a()}][${a()}]`,
    () => `{ a = ${a()} }[${a()}]`,
    () => `(${a()} + ${a()})`,
    () => `merge(${a()}, ${a()})`,
    () => `lookup(${a()}, "a", ${a()})`,
    () => `element([${a()}, ${a()}], 1)`,
  ])();
}
