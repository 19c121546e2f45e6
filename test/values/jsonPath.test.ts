import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isArray, isObject, type Json } from '../../src/asl/json.ts';
import { arrayOf, known, listOf, objectOf, unknownValue } from '../../src/values/domain/construct.ts';
import { join } from '../../src/values/domain/join.ts';
import { ABSENT, type Possible } from '../../src/values/domain/possible.ts';
import { textFromParts } from '../../src/values/domain/text.ts';
import { evaluatePath, type PathScope, putAt } from '../../src/values/jsonpath/jsonPath.ts';
import { covers, type Pair, pick, type Random, randomOf, randomPair } from '../support/concrete.ts';
import { findAll, isDefinite, NotFound, randomSteps } from '../support/jayway.ts';

const TENANT = unknownValue('$.tenant');

function scope(input: Possible, more: Partial<PathScope> = {}): PathScope {
  return { input, context: () => ABSENT, variable: () => ABSENT, ...more };
}

/** `?` is an unknown value, `<…>` a hole, `a|b` one of several. */
function shown(value: Possible): string {
  switch (value.kind) {
    case 'known':
      return JSON.stringify(value.json);
    case 'text':
      return `"${value.parts.map((part) => (typeof part === 'string' ? part : `<${part.expression}>`)).join('')}"`;
    case 'object': {
      const fields = [...value.fields].map(([name, field]) => `${name}:${shown(field)}`);
      return `{${[...fields, ...(value.rest.kind === 'unknown' ? ['…'] : [])].join(',')}}`;
    }
    case 'array':
      return `[${value.items.map(shown).join(',')}]`;
    case 'list':
      return `[…${shown(value.item)}]`;
    case 'either':
      return value.options.map(shown).sort().join('|');
    case 'absent':
      return '-';
    case 'unknown':
      return `?${value.expression}`;
  }
}

const INPUT: Json = {
  Id: 123456,
  inputArray: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  lookingFor: 5,
  index: 5,
  duplicates: [1, 2, 3, 3, 3, 3, 3, 3, 4],
  words: ['a', 'b', 'a'],
  input: 'Data to encode',
  base64: 'RGF0YSB0byBlbmNvZGU=',
  Data: 'input data',
  Algorithm: 'SHA-1',
  json1: { a: { a1: 1, a2: 2 }, b: 2 },
  json2: { a: { a3: 1, a4: 2 }, c: 3 },
  escapedJsonString: '{"foo": "bar"}',
  unescapedJson: { foo: 'bar' },
  start: 1,
  end: 4,
  value1: 111,
  step: -1,
  inputString: '1,2,3,4,5',
  splitter: ',',
  mixed: 'This.is+a,test=string',
  splitters: '.+,=',
  name: 'Arnav',
  template: 'Hello, my name is {}.',
  ImageRecipe: { Arn: 'arn:aws:imagebuilder:eu-west-1:111122223333:image-recipe/name/1.2.3' },
};

describe('an intrinsic function', () => {
  // The examples of https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
  const documented: readonly (readonly [string, string])[] = [
    ['States.Array($.Id)', '[123456]'],
    ['States.ArrayPartition($.inputArray,4)', '[[1,2,3,4],[5,6,7,8],[9]]'],
    ['States.ArrayContains($.inputArray, $.lookingFor)', 'false|true'],
    ['States.ArrayRange(1, 9, 2)', '[1,3,5,7,9]'],
    ['States.ArrayGetItem($.inputArray, $.index)', '6'],
    ['States.ArrayLength($.inputArray)', '9'],
    ['States.ArrayUnique($.duplicates)', '[…1|2|3|4]'],
    ['States.Base64Encode($.input)', '"RGF0YSB0byBlbmNvZGU="'],
    ['States.Base64Decode($.base64)', '"Data to encode"'],
    // The page has lost a 4 in the middle of it.
    ['States.Hash($.Data, $.Algorithm)', '"aaff4a450a104cd177d28d18d74485e8cae074b7"'],
    ['States.JsonMerge($.json1, $.json2, false)', '{a:{"a3":1,"a4":2},b:2,c:3}'],
    ['States.StringToJson($.escapedJsonString)', '{"foo":"bar"}'],
    ['States.JsonToString($.unescapedJson)', '?States.JsonToString($.unescapedJson)'],
    ['States.MathRandom($.start, $.end)', '1|2|3'],
    ['States.MathAdd($.value1, $.step)', '110'],
    ['States.StringSplit($.inputString, $.splitter)', '["1","2","3","4","5"]'],
    ['States.StringSplit($.mixed, $.splitters)', '["This","is","a","test","string"]'],
    ['States.UUID()', '?States.UUID()'],
    ["States.Format('Hello, my name is {}.', $.name)", '"Hello, my name is Arnav."'],
    ['States.Format($.template, $.name)', '"Hello, my name is Arnav."'],
    [
      "States.Format('{}.{}.{}', States.ArrayGetItem(States.StringSplit(States.ArrayGetItem(States.StringSplit($.ImageRecipe.Arn, '/'), 2), '.'), 0), States.ArrayGetItem(States.StringSplit(States.ArrayGetItem(States.StringSplit($.ImageRecipe.Arn, '/'), 2), '.'), 1), 'x')",
      '"1.2.x"',
    ],
  ];
  for (const [text, expected] of documented) {
    it(`${text} is ${expected} (AWS, "Intrinsic functions")`, () => {
      assert.equal(shown(evaluatePath(text, scope(known(INPUT)))), expected);
    });
  }

  const partly = objectOf(
    new Map<string, Possible>([
      ['tenant', TENANT],
      ['queue', textFromParts(['orders-', TENANT])],
      ['stage', join([known('dev'), known('prod')])],
      ['maybe', join([known('x'), ABSENT])],
      ['missing', ABSENT],
      ['placeholder', known('${Bucket}')],
      ['half', known('${Buck')],
      ['items', listOf(join([known('a'), known('b')]))],
      ['open', objectOf(new Map([['a', known(1)]]), TENANT)],
      ['list', arrayOf([known('first'), TENANT])],
      ['null', known(null)],
      ['float', known(1.5)],
      ['object', known({ a: 1 })],
    ]),
  );
  const cases: readonly (readonly [string, string])[] = [
    [
      "States.Format('arn:aws:sqs:eu-west-1:111122223333:{}-jobs', $.tenant)",
      '"arn:aws:sqs:eu-west-1:111122223333:<$.tenant>-jobs"',
    ],
    ["States.Format('{}-{}', $.queue, $.stage)", '"orders-<$.queue>-dev"|"orders-<$.queue>-prod"'],
    ["States.Format('{}', $.maybe)", '"x"'],
    ["States.Format('{}', $.missing)", "?States.Format('{}', $.missing)"],
    ["States.Format('{}/{}', '${Prefix}', $.placeholder)", '"${Prefix}/${Bucket}"'],
    ["States.Format('${Prefix}{}', true)", '"${Prefix}true"'],
    // Only together do they look like a placeholder.
    ["States.Format('{}et\\}', $.half)", "?States.Format('{}et\\}', $.half)"],
    ["States.Format('$\\{Bucket\\}')", "?States.Format('$\\{Bucket\\}')"],
    ["States.Format('it\\'s \\{\\} \\\\ {}', 'ok')", '"it\'s {} \\\\ ok"'],
    ["States.Format('{} {} {}', $.null, $.float, $.object)", '"<$.null> <$.float> <$.object>"'],
    ["States.Format('{}')", "?States.Format('{}')"],
    ["States.Format('{a}', 1)", "?States.Format('{a}', 1)"],
    ['States.Format($.tenant, 1)', '?States.Format($.tenant, 1)'],
    ['States.Array($.placeholder, $.stage)', '["${Bucket}","dev"|"prod"]'],
    ["States.ArrayGetItem(States.Array('${A}', 'b'), 0)", '"${A}"'],
    ['States.ArrayGetItem($.items, 5)', '"a"|"b"'],
    ['States.ArrayGetItem($.list, 0)', '"first"'],
    ['States.ArrayGetItem($.list, 2)', '?States.ArrayGetItem($.list, 2)'],
    ["States.ArrayGetItem(States.Array('a','b'), States.MathRandom(0, 2))", '"a"|"b"'],
    ["States.ArrayGetItem(States.Array('a','b'), $.tenant)", '"a"|"b"'],
    ['States.JsonMerge($.object, $.open, false)', '{a:1,…}'],
    ['States.JsonMerge($.open, $.object, false)', '{a:1,…}'],
    ['States.JsonMerge($.tenant, $.object, false)', '{a:1,…}'],
    ['States.JsonMerge($.object, $.tenant, false)', '{a:?$.tenant,…}'],
    ['States.JsonMerge($.object, $.object, true)', '?States.JsonMerge($.object, $.object, true)'],
    ["States.StringSplit($.placeholder, 'u')", "?States.StringSplit($.placeholder, 'u')"],
    ["States.StringSplit($.queue, '-')", "?States.StringSplit($.queue, '-')"],
    ["States.StringSplit('/a//b', '/')", '[…""|"a"|"b"]'],
    ["States.Base64Decode('JHtYfQ==')", "?States.Base64Decode('JHtYfQ==')"],
    ["States.StringToJson('1.0')", "?States.StringToJson('1.0')"],
    ['States.StringToJson(\'"v1.0"\')', '"v1.0"'],
    ["States.JsonToString('a\"b')", '"\\"a\\\\\\"b\\""'],
    ["States.ArrayContains(States.Array('a', $.stage), 'b')", 'false|true'],
    ["States.ArrayContains(States.Array('a', 'b'), 'b')", 'true'],
    ["States.ArrayUnique(States.Array('a', 'b', 'a'))", '["a"|"b","a"|"b"]'],
    ['States.MathAdd(2147483647, 1)', '?States.MathAdd(2147483647, 1)'],
    ['States.MathRandom(1, 100)', '?States.MathRandom(1, 100)'],
    ['States.Nothing($.a)', '?States.Nothing($.a)'],
    ["States.Format('a", "?States.Format('a"],
    ["States.Format('\\n{}', 1)", "?States.Format('\\n{}', 1)"],
  ];
  for (const [text, expected] of cases) {
    it(`${text} is ${expected}`, () => assert.equal(shown(evaluatePath(text, scope(partly))), expected));
  }

  it('says what it is that is not known', () => {
    const cause = { state: '/States/Ask', reason: 'the result of a task' };
    const input = objectOf(new Map([['t', unknownValue('$.x', cause)]]));
    assert.deepEqual(evaluatePath("States.Format('a-{}', $.t)", scope(input)), {
      kind: 'text',
      parts: ['a-', unknownValue('$.t', cause)],
    });
    assert.deepEqual(
      evaluatePath("States.Hash($.t, 'MD5')", scope(input)),
      unknownValue("States.Hash($.t, 'MD5')", cause),
    );
    assert.deepEqual(evaluatePath('States.UUID()', scope(input)), {
      ...unknownValue('States.UUID()', { state: '', reason: 'a UUID' }),
    });
  });
});

describe('a path', () => {
  const orders = known({
    a: { b: [10, 20, 30], 'c d': 'x' },
    list: [{ n: 1, m: [1] }, { m: [2] }, { n: 3 }],
    s: 'text',
  });
  const partly = objectOf(
    new Map<string, Possible>([
      ['queue', textFromParts(['orders-', TENANT])],
      ['either', join([known({ x: 1 }), known({ y: 2 }), known('text')])],
      ['list', listOf(objectOf(new Map([['id', known('i')]])))],
      ['items', arrayOf([known({ id: 1 }), objectOf(new Map([['id', join([known(2), ABSENT])]]))])],
      ['open', objectOf(new Map([['a', known(1)]]), TENANT)],
      ['later', known({ '${Key}': 1, other: 2 })],
    ]),
  );
  const cases: readonly (readonly [Possible, string, string])[] = [
    [orders, '$.a.b[0]', '10'],
    [orders, '$.a.b[-1]', '30'],
    [orders, '$[\'a\']["b"]', '[10,20,30]'],
    [orders, "$.a.['c d']", '"x"'],
    [orders, '$.a.b[3]', '?$.a.b[3]'],
    [orders, '$.s.x', '?$.s.x'],
    [orders, '$.a.b[*]', '[10,20,30]'],
    [orders, '$.a.b[0,2]', '[10,30]'],
    [orders, '$.a.b[1:]', '[20,30]'],
    [orders, '$.a.b[-2:]', '[20,30]'],
    [orders, '$.a.b[0:2]', '[10,20]'],
    [orders, '$.a.b[:-1]', '[10,20]'],
    [orders, '$.a.b[-2:3]', '[…10|20|30]'],
    [orders, '$.a.b[0:2:1]', '?$.a.b[0:2:1]'],
    [orders, '$.a.b.length()', '3'],
    [orders, '$.a.b.max()', '?$.a.b.max()'],
    [orders, '$.list[*].n', '[1,3]'],
    [orders, '$.list[*].m[0]', '[1,2]'],
    [orders, "$.list[*]['n','m']", '[{n:1,m:[1]},{n:-,m:[2]},{n:3,m:-}]'],
    [orders, '$.list.*.n', '[1,3]'],
    [orders, '$.a.*', '[…"x"|[10,20,30]]'],
    [orders, "$.list[?(@.n == 'x')].n", '[…1|3]'],
    [orders, '$..n', '[…1|3]'],
    // AWS answers an empty list here: https://github.com/localstack/localstack/issues/12318
    [orders, '$.none[*].x', '[]'],
    [partly, '$.queue', '"orders-<$.tenant>"'],
    [partly, '$.either.x', '1'],
    [partly, '$.either.*', '[]|[…1]|[…2]'],
    [partly, '$.list[7].id', '"i"'],
    [partly, '$.list[*].id', '[…"i"]'],
    [partly, '$.items[*].id', '[…1|2]'],
    [partly, '$.open.b.c', '?$.open.b.c'],
    [partly, '$.later.other', '2'],
    [partly, '$.later.Key', '?$.later.Key'],
    [TENANT, '$.a', '?$.a'],
    [TENANT, '$.a[*]', '?$.a[*]'],
    [orders, '$.${Field}', '?$.${Field}'],
    [orders, "$['${Field}']", "?$['${Field}']"],
    [orders, 'a.b', '?a.b'],
    [orders, '$.', '?$.'],
    [orders, '$..', '?$..'],
    [orders, '', '?'],
  ];
  for (const [input, path, expected] of cases) {
    it(`${path} is ${expected}`, () => assert.equal(shown(evaluatePath(path, scope(input))), expected));
  }

  it('reads the context, variables and the whole input', () => {
    const all = scope(orders, {
      context: () => known({ Execution: { Id: 'arn' } }),
      variable: (name) => (name === 'region' ? known({ code: 'eu-west-1' }) : ABSENT),
    });
    assert.equal(evaluatePath('$', all), orders);
    assert.equal(shown(evaluatePath('$$.Execution.Id', all)), '"arn"');
    assert.equal(shown(evaluatePath('$region.code', all)), '"eu-west-1"');
    assert.equal(shown(evaluatePath("States.Format('{}', $region.code)", all)), '"eu-west-1"');
    assert.equal(shown(evaluatePath('$other', all)), '?$other');
  });

  it('tells which state set a value', () => {
    assert.deepEqual(evaluatePath('$.a[*]', scope(known({ a: ['x'] }, '/States/Set'))), known(['x'], '/States/Set'));
  });
});

describe('a result path', () => {
  const cases: readonly (readonly [Possible, string, string])[] = [
    [known({ a: 1 }), '$', '"new"'],
    [known({ a: 1 }), '$.b', '{a:1,b:"new"}'],
    [known({ a: 1 }), '$.b.c', '{a:1,b:{c:"new"}}'],
    [known({ a: { x: 1 } }), '$.a.b', '{a:{x:1,b:"new"}}'],
    [known({ a: 1 }), '$.a.b', '{a:?$.a.b}'],
    [known({ a: [1, 2] }), '$.a[1]', '{a:[1,"new"]}'],
    [known({ a: [1] }), '$.a[1]', '{a:?$.a[1]}'],
    [objectOf(new Map([['a', listOf(known(1))]])), '$.a[0]', '{a:[…"new"|1]}'],
    [TENANT, '$.b', '{b:"new",…}'],
    [join([known({ a: 1 }), known({})]), '$.b', '{a:1,b:"new"}|{b:"new"}'],
    [known({}), '$.a[*]', '?$.a[*]'],
    [known({}), '$$.a', '?$$.a'],
    [known('text'), '$.a', '?$.a'],
  ];
  for (const [value, path, expected] of cases) {
    it(`${path} in ${shown(value)} gives ${expected}`, () =>
      assert.equal(shown(putAt(value, path, known('new'))), expected));
  }
});

/** An expression and what a run makes of it; NotFound where the run fails. */
interface TestExpression {
  readonly text: string;
  readonly run: (input: Json) => Json;
}

function failUnless(ok: boolean): void {
  if (!ok) throw new NotFound();
}

function items(json: Json | undefined): readonly Json[] {
  failUnless(isArray(json));
  return isArray(json) ? json : [];
}

function text(json: Json | undefined): string {
  failUnless(typeof json === 'string');
  return String(json);
}

function number(json: Json | undefined): number {
  failUnless(typeof json === 'number' && Number.isInteger(json));
  return Number(json);
}

const FUNCTIONS: Readonly<Record<string, (...args: Json[]) => Json>> = {
  Array: (a, b) => [a, b].filter((arg) => arg !== undefined),
  ArrayGetItem: (array, at) => {
    const item = items(array)[number(at)];
    failUnless(item !== undefined);
    return item ?? null;
  },
  ArrayContains: (array, value) => items(array).some((item) => JSON.stringify(item) === JSON.stringify(value)),
  ArrayLength: (array) => items(array).length,
  ArrayUnique: (array) =>
    items(array).filter(
      (item, at, all) => !all.slice(0, at).some((one) => JSON.stringify(one) === JSON.stringify(item)),
    ),
  ArrayPartition: (array, size) => {
    failUnless(number(size) > 0);
    return items(array).flatMap((_, at, all) => (at % number(size) === 0 ? [all.slice(at, at + number(size))] : []));
  },
  JsonMerge: (a, b) => {
    failUnless(isObject(a) && isObject(b));
    return { ...(isObject(a) && a), ...(isObject(b) && b) };
  },
  StringSplit: (a, b) => {
    let pieces = [text(a)];
    for (const delimiter of text(b)) pieces = pieces.flatMap((piece) => piece.split(delimiter));
    return pieces.filter((piece) => piece !== '');
  },
  Base64Encode: (a) => Buffer.from(text(a)).toString('base64'),
  Base64Decode: (a) => Buffer.from(text(a), 'base64').toString(),
  Hash: (a) => createHash('md5').update(text(a)).digest('hex'),
  MathAdd: (a, b) => number(a) + number(b),
  JsonToString: (a) => JSON.stringify(a),
  StringToJson: (a) => {
    try {
      const json: Json = JSON.parse(text(a));
      return json;
    } catch {
      return null;
    }
  },
};
const ONE_ARGUMENT = ['ArrayLength', 'ArrayUnique', 'Base64Encode', 'Base64Decode', 'JsonToString', 'StringToJson'];

function randomExpression(random: Random, depth: number): TestExpression {
  const form = depth === 0 ? random(3) : random(6);
  if (form === 0) {
    const json = pick(random, ['a', 'b,c', ',', '0', 0, 1, 2, -1, true]);
    return { text: typeof json === 'string' ? `'${json}'` : String(json), run: () => json };
  }
  if (form < 3) return randomPath(random);
  if (form === 3) return formatted(random, depth);
  const names = Object.keys(FUNCTIONS);
  const name = names[random(names.length)] ?? '';
  const args = [randomExpression(random, depth - 1)];
  if (!ONE_ARGUMENT.includes(name)) args.push(randomExpression(random, depth - 1));
  const fixed = name === 'JsonMerge' ? ', false' : '';
  const texts = name === 'Hash' ? `${args[0]?.text}, 'MD5'` : args.map((arg) => arg.text).join(', ') + fixed;
  return {
    text: `States.${name}(${texts})`,
    run: (input) => FUNCTIONS[name]?.(...args.map((arg) => arg.run(input))) ?? null,
  };
}

function randomPath(random: Random): TestExpression {
  const steps = randomSteps(random);
  return { text: `$${steps.map((step) => step.text).join('')}`, run: (input) => findAll(input, steps) };
}

function formatted(random: Random, depth: number): TestExpression {
  const args = [randomExpression(random, depth - 1), randomExpression(random, depth - 1)];
  const print = (json: Json) => (typeof json === 'string' ? json : JSON.stringify(json));
  return {
    text: `States.Format('<{}>\\'{}', ${args.map((arg) => arg.text).join(', ')})`,
    run: (input) => {
      const [a = null, b = null] = args.map((arg) => arg.run(input));
      return `<${print(a)}>'${print(b)}`;
    },
  };
}

describe('whatever a run finds', () => {
  const seed = Number(process.env['SEED'] ?? 20_261_125);

  function check(count: number, of: (random: Random) => TestExpression, forgiving: (text: string) => boolean) {
    let compared = 0;
    let unknown = 0;
    for (let run = 0; run < count; run++) {
      const random = randomOf(seed + run);
      const pair: Pair = randomPair(random, 3);
      const expression = of(random);
      const value = evaluatePath(expression.text, scope(pair.value));
      const place = `seed ${seed} + ${run}: ${expression.text} of ${shown(pair.value)} is ${shown(value)}`;
      assert.notEqual(value.kind, 'absent', place);
      let found: Json;
      try {
        found = expression.run(pair.run ?? null);
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
        if (!forgiving(expression.text)) continue;
        found = [];
      }
      compared++;
      if (value.kind === 'unknown') unknown++;
      assert.ok(
        covers(value, found),
        `${place}, but a run with ${JSON.stringify(pair.run)} finds ${JSON.stringify(found)}`,
      );
    }
    return { compared, unknown };
  }

  it(`at a path is covered (seed ${seed})`, (t) => {
    let isList = false;
    const counts = check(
      30_000,
      (random) => {
        const steps = randomSteps(random);
        isList = !isDefinite(steps);
        return { text: `$${steps.map((step) => step.text).join('')}`, run: (input) => findAll(input, steps) };
      },
      () => isList,
    );
    t.diagnostic(JSON.stringify(counts));
    assert.ok(counts.compared > 10_000 && counts.unknown < counts.compared / 2);
  });

  it(`with intrinsic functions is covered (seed ${seed})`, (t) => {
    const counts = check(
      30_000,
      (random) => randomExpression(random, 2),
      () => false,
    );
    t.diagnostic(JSON.stringify(counts));
    assert.ok(counts.compared > 10_000);
  });

  it(`after a result path is covered (seed ${seed})`, () => {
    for (let run = 0; run < 10_000; run++) {
      const random = randomOf(seed + run);
      const [input, what] = [randomPair(random, 3), randomPair(random, 1)];
      const names = Array.from({ length: random(3) }, () => pick(random, ['a', 'b', 'c']));
      const put = (json: Json | undefined, [name, ...rest]: readonly string[]): Json => {
        if (name === undefined) return what.run ?? null;
        failUnless(json === undefined || isObject(json));
        const object = isObject(json) ? json : {};
        return { ...object, [name]: put(object[name], rest) };
      };
      const path = `$${names.map((name) => `.${name}`).join('')}`;
      const value = putAt(input.value, path, what.value);
      try {
        assert.ok(covers(value, put(input.run, names)), `seed ${seed} + ${run}: ${path} in ${shown(input.value)}`);
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
      }
    }
  });
});

describe('any text', () => {
  const input = known({ a: [1, { b: 'x' }], c: 'States' });

  it('has an answer', () => {
    const pieces = fc.constantFrom(
      ...[
        '$',
        '$$',
        '.',
        '..',
        '[',
        ']',
        '*',
        '?(',
        '@.a',
        ')',
        '(',
        "'",
        '"',
        '\\',
        ',',
        ' ',
        '{}',
        '${X}',
        'a',
        'b',
        '0',
      ],
      ...['-1', ':', 'States.', 'Format', 'Array', 'StringToJson', 'length', 'true', 'States.Format(', 'States.Array('],
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (path) => {
        assert.notEqual(evaluatePath(path, scope(input)).kind, 'absent');
        putAt(input, path, known(1));
      }),
      { numRuns: 20_000, seed: 7 },
    );
  });

  it('is answered at once, however long or deep it is', () => {
    const many = 100_000;
    const texts = [
      '['.repeat(many),
      `$${'['.repeat(many)}`,
      `$${'[?('.repeat(many)}`,
      `$${'.a'.repeat(many)}`,
      `$${'[*]'.repeat(many)}`,
      `$${'..a'.repeat(many)}`,
      `$.a[${'0,'.repeat(many)}0]`,
      'States.Array('.repeat(many),
      `States.Array(${'$.a,'.repeat(many)}$.a)`,
      `${'States.Array('.repeat(many)}${')'.repeat(many)}`,
      `States.Format('${'{}'.repeat(many)}', 1)`,
      `States.Format('${'\\'.repeat(many)}', 1)`,
      `States.StringToJson('${'['.repeat(many)}')`,
      `States.StringToJson('"${'\\\\"'.repeat(many)}')`,
      `States.StringSplit('${'/'.repeat(many)}', '/')`,
      `$['${"','".repeat(many)}']`,
    ];
    for (const path of texts) {
      const start = performance.now();
      evaluatePath(path, scope(input));
      putAt(input, path, known(1));
      const took = performance.now() - start;
      assert.ok(took < 500, `${path.slice(0, 30)} took ${took} ms`);
    }
  });
});
