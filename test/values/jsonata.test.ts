import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import jsonata from 'jsonata';
import type { Json, JsonObject } from '../../src/asl/json.ts';
import { arrayOf, known, listOf, objectOf, unknownValue } from '../../src/values/domain/construct.ts';
import { join } from '../../src/values/domain/join.ts';
import { ABSENT, type Possible } from '../../src/values/domain/possible.ts';
import { textFromParts } from '../../src/values/domain/text.ts';
import { evaluateJsonata } from '../../src/values/jsonata/evaluate.ts';
import { loadJsonataParser, parseJsonata } from '../../src/values/jsonata/syntax/parse.ts';
import { covers, hidden, randomExpression, randomInput, randomOf } from '../support/jsonataRandom.ts';

const parser = await loadJsonataParser();
const input = unknownValue('$states.input');
const hole = unknownValue('$q');

const VARIABLES: Readonly<Record<string, Possible>> = {
  bucket: known('orders-${Stage}'),
  items: known([
    { id: 1, name: 'a', tags: ['x'] },
    { id: 2, name: 'b', tags: ['y', 'z'] },
  ]),
  one: known([{ name: 'only' }]),
  config: known({ queue: 'jobs', region: 'eu-west-1' }),
  prefix: textFromParts(['team-', hole]),
  env: join([known('dev'), known('prod')]),
  maybe: join([known('x'), ABSENT]),
  some: listOf(objectOf(new Map([['name', textFromParts(['n-', hole])]]))),
  part: objectOf(new Map([['a', known(1)]]), hole),
  pair: arrayOf([known('a'), hole]),
};

function evaluate(text: string): Possible {
  const expression = parseJsonata(text, parser);
  assert.ok(expression, `does not parse: ${text}`);
  const states = objectOf(
    new Map<string, Possible>([
      ['input', input],
      ['context', known({ StateMachine: { Name: 'orders' } })],
    ]),
  );
  return evaluateJsonata(expression, { states, variable: (name) => VARIABLES[name] ?? ABSENT });
}

/** A value in one line: `?` for what is unknown, `{…}` for a hole in a text, ` | ` between alternatives. */
function shown(value: Possible): string {
  switch (value.kind) {
    case 'known':
      return JSON.stringify(value.json);
    case 'text':
      return JSON.stringify(
        value.parts.map((part) => (typeof part === 'string' ? part : `{${part.expression}}`)).join(''),
      );
    case 'absent':
      return 'nothing';
    case 'unknown':
      return '?';
    case 'either':
      return value.options.map(shown).join(' | ');
    case 'array':
      return `[${value.items.map(shown).join(', ')}]`;
    case 'list':
      return `list(${shown(value.item)})`;
    case 'object': {
      const fields = [...value.fields].map(([name, field]) => `${name}: ${shown(field)}`);
      return `{${[...fields, ...(value.rest.kind === 'unknown' ? ['…'] : [])].join(', ')}}`;
    }
  }
}

function table(rows: readonly (readonly [string, string])[]): void {
  for (const [text, expected] of rows) assert.equal(shown(evaluate(text)), expected, text);
}

describe('a JSONata expression gives', () => {
  it('what it says, and what the workflow knows', () => {
    table([
      ["'orders'", '"orders"'],
      ['-5', '-5'],
      ['[1, null, true]', '[1,null,true]'],
      ['$states.context.StateMachine.Name', '"orders"'],
      ['$config.queue', '"jobs"'],
      ['$config.none', 'nothing'],
      ['$nothing', 'nothing'],
      ['$states.input.day', '?'],
      ['$part.a', '1'],
      ['$part.b', '?'],
      ['$env', '"dev" | "prod"'],
      ['/* a name */ $config.queue', '"jobs"'],
    ]);
  });

  it('a text with a hole for each part that is not known', () => {
    table([
      ["'orders-' & $states.input.day", '"orders-{$states.input.day}"'],
      ["$bucket & '/' & $prefix", '"orders-${Stage}/team-{$q}"'],
      ["'q-' & $env", '"q-dev" | "q-prod"'],
      ["'q-' & $maybe", '"q-x" | "q-"'],
      ["'n' & 5 & true & null & $nothing", '"n5truenull"'],
      ["'n' & 1.5", '"n{1.5}"'],
      ["'n' & 1e21", '"n{1e+21}"'],
      ["'n' & [1, 'a']", '"n[1,\\"a\\"]"'],
      ["'n' & $config", '"n{$config}"'],
      ["$join(['a', $prefix, 'c'], '/')", '"a/team-{$q}/c"'],
      ["$join($pair, '-')", '"a-{$q}"'],
      ["'arn:' & $states.input.a.b[0] & ':x'", '"arn:{$states.input.a.b[0]}:x"'],
    ]);
  });

  it('the branch of a condition that is certain, or both', () => {
    table([
      ["1 < 2 ? 'a' : 'b'", '"a"'],
      ["$config.queue = 'jobs' ? 'a' : 'b'", '"a"'],
      ["$states.input.x ? 'a' : 'b'", '"a" | "b"'],
      ["$states.input.x = 'p' ? 'a'", '"a" | nothing'],
      ["$prefix ? 'a' : 'b'", '"a"'],
      ["$bucket ? 'a' : 'b'", '"a" | "b"'],
      ["$bucket = 'orders-dev' ? 'a' : 'b'", '"a" | "b"'],
      ["$states.input.x ? $error('no') : 'b'", '"b"'],
      ['$states.input.x and false', 'false'],
      ['$states.input.x or true', 'true'],
      ['$states.input.x > 1', 'true | false | nothing'],
      ["'a' in ['a', 'b']", 'true'],
      ["'a' in $states.input.x", 'true | false'],
    ]);
  });

  it('whole numbers where it calculates', () => {
    table([
      ['1 + 2 * 3', '7'],
      ['7 / 2', '?'],
      ['7 % 4', '3'],
      ['$nothing + 1', 'nothing'],
      ['1 + $states.input.x', '?'],
      ["1 + 'a'", '?'],
      ['9007199254740991 + 1', '?'],
      ['[1..3]', '[1,2,3]'],
      ['[3..1]', '[]'],
      ['[1..10000000]', 'list(?)'],
    ]);
  });

  it('what a path selects, as sequences are in JSONata', () => {
    table([
      ['$items.name', '["a","b"]'],
      ['$items.tags', '["x","y","z"]'],
      ['$one.name', '"only"'],
      ['$one.name[]', '["only"]'],
      ['$one[]', '[{"name":"only"}]'],
      ['$items[0].name', '"a"'],
      ['$items[-1].name', '"b"'],
      ['$items[5]', 'nothing'],
      ['$items[id = 2].name', '"b"'],
      ['$items[name = $states.input.x].id', 'nothing | [1,2] | 1 | 2'],
      ['$items.tags[0]', '["x","y"]'],
      ['($items.tags)[0]', '"x"'],
      ["$items.(name & '!')", '["a!","b!"]'],
      ["$items.{'n': name}", '[{"n":"a"},{"n":"b"}]'],
      ['$items.[id, name]', '[[1,"a"],[2,"b"]]'],
      ['$items^(>id).id', '[2,1]'],
      ['$items{name: id}', '{"a":1,"b":2}'],
      ['$one.*', '"only"'],
      ['$config.*', 'nothing | "jobs" | "eu-west-1" | list("jobs" | "eu-west-1")'],
      ['$one.**', '[{"name":"only"},"only"]'],
      ['$some.name', 'nothing | "n-{$q}" | list("n-{$q}")'],
      [
        "$states.input.rows.{'Bucket': 'b', 'Key': key}",
        'nothing | {Bucket: "b", Key: ?} | list({Bucket: "b", Key: ?})',
      ],
      ['$items.$uppercase(name)', '["A","B"]'],
      ['$items@$i.name', '?'],
      ['$items.tags.%', '?'],
    ]);
  });

  it('what blocks and functions of its own compute', () => {
    table([
      ["($a := 'x'; $b := $a & 'y'; $b)", '"xy"'],
      ['($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(5))', '120'],
      ['($add := function($a, $b) { $a + $b }; $inc := $add(?, 1); $inc(2))', '3'],
      ['($f := $uppercase ~> $trim; $f(" a "))', '"A"'],
      ["'a,b' ~> $split(',') ~> $join('-')", '"a-b"'],
      ['$map($items, function($v, $i) { $v.name & $i })', '["a0","b1"]'],
      ["$map($states.input.ids, function($v) { 'id-' & $v })", 'nothing | "id-{$v}" | list("id-{$v}")'],
      ['$filter($items, function($v) { $v.id > 1 }).name', '"b"'],
      ['$reduce([1, 2, 3], function($a, $b) { $a + $b })', '6'],
      ['$single($items, function($v) { $v.id = 1 }).name', '"a"'],
      ["$sift($config, function($v, $k) { $k = 'queue' })", '{"queue":"jobs"}'],
      ["$each({'a': 1}, function($v, $k) { $k & $v })", '"a1"'],
      ['$sort($items, function($a, $b) { $a.id < $b.id }).id', '[2,1]'],
    ]);
  });

  it('what the functions of JSONata give, also for values that are known in part', () => {
    table([
      ["$uppercase('ab') & $lowercase('AB') & $trim(' a  b ')", '"ABaba b"'],
      ["$substringBefore('a-b', '-') & $substringAfter('a-b', '-')", '"ab"'],
      ["$substring('hello', 1, 3)", '"ell"'],
      ["$substring('hello', -3)", '"llo"'],
      ["$split('a,b', ',')", '["a","b"]'],
      ["$split('a1b', /[0-9]/)", '["a","b"]'],
      ["$replace('a-b', '-', '_')", '"a_b"'],
      ["$pad('a', -3, '0')", '"00a"'],
      ["$contains($prefix, 'team')", 'true'],
      ["$contains($prefix, 'x')", 'true | false'],
      ['$uppercase($prefix)', '?'],
      ['$uppercase($bucket)', '?'],
      ['$length($bucket)', '?'],
      ["$uppercase('é')", '?'],
      ["$base64decode($base64encode('ab'))", '"ab"'],
      ["$encodeUrlComponent('a b/c')", '"a%20b%2Fc"'],
      ['$sum([1, 2]) + $max([3, 4]) + $count([1, 1])', '9'],
      ["$merge([$states.input, {'Bucket': 'b'}])", '{Bucket: "b", …}'],
      ["$merge([{'Bucket': 'b'}, $states.input])", '{…}'],
      ["$merge([$config, {'queue': $prefix}])", '{queue: "team-{$q}", region: "eu-west-1"}'],
      ['$append([1], 2)', '[1,2]'],
      ['$append([1], $states.input.x)', '[1] | list(?)'],
      ["$lookup($config, 'queue')", '"jobs"'],
      ['$lookup($config, $states.input.x)', '"jobs" | "eu-west-1" | nothing'],
      ['$lookup($states.input, $states.input.x)', '?'],
      ["$join(['a', $states.input.x, 'b'], '-')", '"a{$states.input.x}b"'],
      ["$keys({'a': 1})", '"a"'],
      ['$keys($config)', 'list("queue" | "region")'],
      ['$exists($prefix)', 'true'],
      ['$exists($states.input.x)', 'true | false'],
      ['$type($prefix)', '"string"'],
      ['$not([])', 'true'],
      ["$distinct(['a', 'a', 'b'])", '["a","b"]'],
      ['$reverse([1, 2])', '[2,1]'],
      ["$zip([1, 2], ['a', 'b'])", '[[1,"a"],[2,"b"]]'],
      ["$string([1, {'a': 'b'}])", JSON.stringify('[1,{"a":"b"}]')],
      ["$string({'a': 1, 'b': 2})", '?'],
    ]);
  });

  it('what the functions of Step Functions give', () => {
    table([
      ['$partition([1, 2, 3], 2)', '[[1,2],[3]]'],
      ['$range(0, 10, 5)', '[0,5,10]'],
      ["$hash('input data', 'SHA-1')", '"aaff4a450a104cd177d28d18d74485e8cae074b7"'],
      ['$parse(\'{"a": [1]}\').a', '[1]'],
      ['$parse($states.input.x)', '?'],
    ]);
  });
});

describe('an expression whose value is not known says', () => {
  const causes: readonly (readonly [string, string])[] = [
    ['$states.input.day', '$states.input'],
    ['1 + $states.input.n', '$states.input'],
    ['$now()', '$now is not evaluated'],
    ['$uuid()', '$uuid is not evaluated'],
    ['$random(1)', '$random is not evaluated'],
    ["$eval('1')", '$eval is not evaluated'],
    ["$formatNumber(1, '0')", '$formatNumber is not evaluated'],
    ['$uppercase($prefix)', '$q'],
    ['name', 'what a name without a variable refers to'],
    ['$error()', 'an expression that always fails'],
    ['($f := function() { $f() }; $f())', 'an expression that takes so many steps is not evaluated'],
    ['($f := function($n) { 1 + $f($n) }; $f(1))', 'an expression that nests so deep is not evaluated'],
  ];
  for (const [text, reason] of causes) {
    it(`${text}: ${reason}`, () => {
      assert.deepEqual(evaluate(text), unknownValue(text, { state: '', reason }));
    });
  }

  it('in which operand of a text it is', () => {
    const value = evaluate("'a-' & $states.input.b & '-' & $now()");
    assert.deepEqual(value.kind === 'text' && value.parts.filter((part) => typeof part !== 'string'), [
      unknownValue('$states.input.b', { state: '', reason: '$states.input' }),
      unknownValue('$now()', { state: '', reason: '$now is not evaluated' }),
    ]);
  });
});

interface Tally {
  known: number;
  compared: number;
}

/** The concrete result; undefined where the expression fails or gives a function. */
async function resultOf(text: string, data: JsonObject): Promise<{ readonly json: Json | undefined } | undefined> {
  try {
    const value: unknown = await jsonata(text).evaluate(undefined, { states: { input: structuredClone(data) } });
    const written = JSON.stringify(value);
    const isFunction = typeof value === 'function' || (written ?? '').includes('"_jsonata_');
    return isFunction ? undefined : { json: written === undefined ? undefined : JSON.parse(written) };
  } catch {
    return undefined;
  }
}

async function compare(seed: number, rate: number, tally: Tally): Promise<void> {
  const random = randomOf(seed);
  const data = randomInput(random);
  const text = randomExpression(random);
  const states = objectOf(new Map([['input', hidden(data, random, rate)]]));
  const expression = parseJsonata(text, parser);
  const result = await resultOf(text, data);
  if (!expression || !result) return;
  const answer = evaluateJsonata(expression, { states, variable: () => ABSENT });
  tally.compared++;
  if (answer.kind === 'known' || answer.kind === 'absent') tally.known++;
  assert.ok(
    covers(answer, result.json),
    `seed ${seed}: ${text}\nof ${JSON.stringify(data)}\ngives ${JSON.stringify(result.json)}, not ${shown(answer)}`,
  );
}

describe('the evaluation of random expressions', () => {
  const runs = 3000;
  for (const rate of [0, 0.1, 0.3]) {
    it(`covers what the package gives, with ${rate * 100}% of the input hidden`, async (t) => {
      const first = Number(process.env['JSONATA_SEED'] ?? 1) * 1_000_003;
      const tally: Tally = { known: 0, compared: 0 };
      for (let run = 0; run < runs; run++) await compare(first + run, rate, tally);
      t.diagnostic(`seeds from ${first}: ${tally.compared} compared, ${tally.known} known exactly`);
      assert.ok(tally.compared > runs / 2);
    });
  }

  it('never throws, whatever the text', () => {
    const token = fc.constantFrom(
      ...[
        '$',
        '$x',
        '$states.input',
        '.',
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        ':',
        ';',
        ':=',
        ',',
        '?',
        '&',
        '+',
        '..',
        '~>',
        '^',
        '|',
      ],
      ...[
        '%',
        '@$i',
        '#$i',
        '*',
        '**',
        'function',
        'function($x){',
        "'a'",
        '1',
        '/a/',
        '<',
        '=',
        'and',
        'in',
        ' ',
        '$map',
        '"${P}"',
      ],
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(token, { maxLength: 24 }).map((tokens) => tokens.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        const expression = parseJsonata(source, parser);
        if (expression) evaluateJsonata(expression, { states: input, variable: () => hole });
      }),
      { numRuns: 5000 },
    );
  });

  it('ends for an expression nested as deep as a definition can hold', () => {
    for (const [open, close] of [
      ['(', ')'],
      ['[', ']'],
      ['$f(', ')'],
      ["{'a':", '}'],
      ['-', ''],
      ['1?', ''],
      ['$x.', ''],
    ]) {
      for (const depth of [100, 1000, 5000, 200_000]) {
        const expression = parseJsonata(`${open?.repeat(depth)}1${close?.repeat(depth)}`, parser);
        if (expression) evaluateJsonata(expression, { states: input, variable: () => hole });
      }
    }
  });
});
